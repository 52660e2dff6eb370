import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { hostDir } from "./vscodeHost.ts";

/** Bundles the suites of test/end-to-end for an extension host, which loads CommonJS; gives the module that runs them. */
export async function bundleSuites(only: string | undefined): Promise<string> {
	const root = join(import.meta.dirname, "..");
	const suites = readdirSync(join(root, "test/end-to-end"))
		.filter((it) => it.endsWith(".test.ts") && (only === undefined || it.includes(only)))
		.toSorted();
	if (suites.length === 0)
		throw new Error(`test/end-to-end has no suite${only === undefined ? "" : ` named ${only}`}.`);
	// Named after what runs, so that two runs beside each other do not take each other's suites.
	const outfile = join(hostDir, "suites", `${only ?? "all"}.cjs`);
	await build({
		absWorkingDir: root,
		stdin: {
			contents: [
				`export { run } from "./runSuites.ts";`,
				`import { suites } from "./runSuites.ts";`,
				// Mocha's functions are there only while it loads suites, so each is a function here that loads one.
				...suites.map((it) => `suites.push(["${it}", () => require("./${it}")]);`),
			].join("\n"),
			resolveDir: join(root, "test/end-to-end"),
			loader: "ts",
			sourcefile: "suites.ts",
		},
		bundle: true,
		platform: "node",
		format: "cjs",
		target: "node22",
		outfile,
		sourcemap: "inline",
		external: ["vscode", "mocha"],
		logLevel: "warning",
	});
	return outfile;
}
