import { type CompletionItem, InsertTextFormat, MarkupKind } from "vscode-languageserver/node";
import { styled } from "../embedded/styled.ts";
import type { Completion } from "../features/results.ts";
import { completionKinds } from "./lspKinds.ts";
import { rangeOf } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";

/** A completion as LSP has it, its text written as the template's string wants it. */
export function completionItem(open: OpenTemplate, completion: Completion): CompletionItem {
	const { label, kind, newText, snippet, detail, documentation, filterText, sortText, again } = completion;
	const write = (text: string) =>
		open.slot === undefined ? text : styled(open.document.getText(), open.slot, text, "line");
	return {
		label,
		kind: completionKinds[kind],
		textEdit: { range: rangeOf(open, completion), newText: snippet ? styledSnippet(newText, write) : write(newText) },
		insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
		...(detail === undefined ? {} : { detail }),
		...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
		...(filterText === undefined ? {} : { filterText }),
		...(sortText === undefined ? {} : { sortText }),
		...(again === true ? { command: { title: "", command: "editor.action.triggerSuggest" } } : {}),
	};
}

/** Writes the text of a snippet between its tab stops. */
function styledSnippet(snippet: string, write: (text: string) => string): string {
	return snippet.replaceAll(/\\([\\$}])|\$\d+|\$\{\d+:?|\}|[^\\$}]+|[\\$]/g, (part, escaped: string | undefined) => {
		if (escaped !== undefined) return forSnippet(write(escaped));
		return /^(\$\d|\$\{\d|\}$)/.test(part) ? part : forSnippet(write(part));
	});
}

function forSnippet(text: string): string {
	return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
