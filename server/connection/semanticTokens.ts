import { type SemanticTokens, SemanticTokensBuilder } from "vscode-languageserver/node";
import { type Token, tokenModifiers, tokenTypes } from "../features/results.ts";
import { rangeOf } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";

/** The tokens of a document's templates; one that spans lines is cut, since clients take only whole ones. */
export function semanticTokens(
	templates: readonly OpenTemplate[],
	tokensOf: (open: OpenTemplate) => readonly Token[],
): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	const inOrder = templates.toSorted((a, b) => a.map.extent.start - b.map.extent.start);
	for (const open of inOrder) {
		for (const token of tokensOf(open)) {
			const type = tokenTypes.indexOf(token.type);
			const modifiers = token.modifiers.reduce((bits, it) => bits | (1 << tokenModifiers.indexOf(it)), 0);
			const { start, end } = rangeOf(open, token);
			for (let line = start.line; line <= end.line; line++) {
				const from = line === start.line ? start.character : indentOf(open, line);
				const to = line === end.line ? end.character : lengthOf(open, line);
				if (to > from) builder.push(line, from, to - from, type, modifiers);
			}
		}
	}
	return builder.build();
}

function textOf({ document }: OpenTemplate, line: number): string {
	const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
	return text.replace(/\r?\n$/, "");
}

function lengthOf(open: OpenTemplate, line: number): number {
	return textOf(open, line).length;
}

function indentOf(open: OpenTemplate, line: number): number {
	return open.slot === undefined ? 0 : textOf(open, line).search(/\S|$/);
}
