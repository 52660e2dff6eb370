import { inlineTemplate } from "../app/inline.ts";
import { problemText } from "./problemLines.ts";

/** `gatewright inline TEMPLATE`: the template as AWS wants it, with included .vtl files written into it, on standard output. */
export async function inline(args: readonly string[]): Promise<number> {
	const [path, ...more] = args;
	if (path === undefined || more.length > 0) {
		console.error("gatewright inline takes one template: gatewright inline template.yaml > packaged.yaml");
		return 2;
	}
	const { text, problems } = inlineTemplate(path);
	for (const problem of problems) console.error(problemText(problem));
	if (problems.some((it) => it.severity === "error")) return 1;
	process.stdout.write(text);
	return 0;
}
