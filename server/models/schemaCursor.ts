import type { Span } from "../../language/vtl/nodes.ts";
import { jsonOf } from "../app/jsonOf.ts";
import { schemaNodes } from "../app/schemaNodes.ts";
import { readHost, spanOf } from "../embedded/hostDocument.ts";

/** A word in the schema of a model: as it stands in the document, and in the schema written as JSON. */
export type SchemaCursor = {
	/** The schema as JSON, with the word of the document in it. */
	readonly json: string;
	/** The word in it, between its quotes. */
	readonly at: Span;
	/** The word in the document, with its quotes. */
	readonly span: Span;
	/** Whether it is or will be a key, and has its colon already. */
	readonly place: "value" | "key" | "keyWithColon";
	/** JSON wants quotes. */
	readonly quoted: boolean;
};

/**
 * The schema around an offset of a YAML or JSON document; undefined where there is none. The word is put aside for a
 * mark, so that a document that is half written there can be read, and where the mark comes up is where the word is: that
 * holds for every way in which YAML can be written, and needs no offsets of its own.
 */
export function schemaCursor(text: string, offset: number, isJson: boolean): SchemaCursor | undefined {
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const [left = "", quote = ""] = /(["']?)[\w$]*$/.exec(text.slice(lineStart, offset)) ?? [];
	const start = offset - left.length;
	const [right = "", , closing = ""] = /^([\w$]*)(["']?)/.exec(text.slice(offset, offset + wordMax)) ?? [];
	const end = offset + right.length - (closing === quote ? 0 : closing.length);
	const before = text.slice(lineStart, start);
	const behind = text.slice(end, end + wordMax);
	const place = placeOf(before, behind);
	if (place === undefined) return undefined;
	// A key that is being written before others lacks its comma.
	const comma = isJson && /^\s*["{[]/.test(behind) ? "," : "";
	const written = `"${mark}"${place === "key" ? ": 0" : ""}${place === "keyWithColon" ? "" : comma}`;
	const host = readHost(`${text.slice(0, start)}${written}${text.slice(end)}`);
	for (const node of schemaNodes(host)) {
		const here = spanOf(node);
		if (start < here.start || start > here.end) continue;
		const json = JSON.stringify(jsonOf(host, node));
		const found = json.indexOf(`"${mark}"`);
		if (found === -1) continue;
		const word = text.slice(start, end).replaceAll(/["']/g, "");
		const at = { start: found + 1, end: found + 1 + word.length };
		return { json: json.replace(mark, word), at, span: { start, end }, place, quoted: isJson || quote !== "" };
	}
	return undefined;
}

/** No document has it. */
const mark = "gatewright-cursor-7f3a";
const wordMax = 200;

/** What stands before and behind the word in its line says whether it is a key or a value. */
function placeOf(before: string, behind: string): SchemaCursor["place"] | undefined {
	if (/(^|[\s"'])#/.test(before)) return undefined;
	if (/(:\s+|":\s*|\[\s*)$/.test(before)) return "value";
	if (!/(^|[{,]|-\s)\s*$/.test(before)) return undefined;
	return /^\s*:/.test(behind) ? "keyWithColon" : "key";
}
