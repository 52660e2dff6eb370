import type { Cursor } from "../../../language/vtl/analysis/cursor.ts";
import { nameEnd } from "../../../language/vtl/analysis/names.ts";
import type { TemplateView } from "../../templateView.ts";
import { directiveDocumentation } from "../directiveDocumentation.ts";
import type { Completion } from "../results.ts";

/** The directives, with what usually follows them. */
export function directiveCompletions(
	{ text }: TemplateView,
	{ start, braced }: Extract<Cursor, { kind: "directive" }>,
	offset: number,
): readonly Completion[] {
	const nameStart = start + (braced ? 2 : 1);
	const named = Math.max(offset, nameEnd(text, nameStart));
	const end = braced && text[named] === "}" ? named + 1 : named;
	const called = text[end] === "(";
	return Object.entries(snippets).map(([name, snippet], i): Completion => {
		const plain = !snippet.includes("$");
		const label = `#${name}`;
		const documentation = directiveDocumentation(name);
		return {
			start,
			end,
			label,
			kind: plain ? "keyword" : "snippet",
			newText: called ? label : snippet,
			snippet: !called && !plain,
			...(documentation === undefined ? {} : { documentation }),
			// `#{i` is typed against `#{if}`.
			filterText: braced ? `#{${name}}` : label,
			sortText: String.fromCharCode(97 + i),
		};
	});
}

/** In snippets `\$` is a dollar sign. */
const snippets: Readonly<Record<string, string>> = {
	set: "#set(\\$${1:name} = $2)",
	if: "#if(${1:condition})\n$0\n#end",
	elseif: "#elseif(${1:condition})",
	else: "#else",
	end: "#end",
	foreach: "#foreach(\\$${1:item} in \\$${2:list})\n$0\n#end",
	define: "#define(\\$${1:name})\n$0\n#end",
	break: "#break",
	stop: "#stop",
};
