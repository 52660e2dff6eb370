import { spanOf } from "./hostDocument.ts";
import type { TemplateString } from "./templateStrings.ts";

/**
 * A piece of a template as its scalar writes it. Where the editor itself indents new lines as the line before, `line`
 * leaves that to it.
 */
export function styled(
	host: string,
	{ scalar, substituted, map }: TemplateString,
	newText: string,
	indented: "line" | "all",
): string {
	const text = substituted ? newText.replaceAll("${", "${!") : newText;
	const newLine = host.includes("\r\n") ? "\r\n" : "\n";
	const indent = indented === "line" ? "" : " ".repeat(indentOf(host, map.toHost(0)));
	switch (scalar.srcToken?.type) {
		case "double-quoted-scalar":
			return doubleQuoted(text).slice(1, -1);
		case "single-quoted-scalar":
			return text.replaceAll("'", "''").replaceAll("\n", `${newLine}${newLine}${indent}`);
		case "block-scalar": {
			const folded = host[spanOf(scalar).start] === ">";
			return text.replaceAll("\n", `${folded ? newLine : ""}${newLine}${indent}`);
		}
		default:
			return text.replaceAll("\n", `${newLine}${newLine}${indent}`);
	}
}

/** JSON's strings are YAML's too. */
export function doubleQuoted(text: string): string {
	return JSON.stringify(text);
}

/** How far the line of a place is indented, up to the place. */
function indentOf(host: string, offset: number): number {
	const start = host.lastIndexOf("\n", offset - 1) + 1;
	return host.slice(start, offset).search(/[^ ]|$/);
}
