import type { Scalar } from "yaml";
import { type Block, decodeBlock } from "./decodeBlock.ts";
import { decodeDoubleQuoted } from "./decodeDoubleQuoted.ts";
import { decodeFlow } from "./decodeFlow.ts";
import type { Decoding } from "./decoding.ts";

/** The text of a scalar with the place of each unit. The document was parsed with its source tokens kept. */
export function decodeScalar(host: string, scalar: Scalar): Decoding | undefined {
	const { range, srcToken: token } = scalar;
	if (range === null || range === undefined || token === undefined) return undefined;
	const [start, end] = range;
	if (token.type === "block-scalar") {
		const block = blockOf(token);
		return block === undefined ? undefined : decodeBlock(host, block);
	}
	switch (token.type) {
		case "scalar":
			return decodeFlow(host, start, end, false);
		case "single-quoted-scalar":
			return decodeFlow(host, start + 1, closing(host, start, end, "'"), true);
		case "double-quoted-scalar":
			return decodeDoubleQuoted(host, start + 1, closing(host, start, end, '"'));
		default:
			return undefined;
	}
}

type BlockToken = Extract<Scalar["srcToken"], { type: "block-scalar" }>;

function blockOf({ offset, indent, props, source }: BlockToken): Block | undefined {
	const start = offset + props.reduce((length, prop) => length + ("source" in prop ? prop.source.length : 0), 0);
	const header = props.find((prop) => prop.type === "block-scalar-header");
	if (header === undefined || !("source" in header)) return undefined;
	const digit = /[1-9]/.exec(header.source)?.[0];
	return {
		start,
		end: start + source.length,
		folded: header.source.startsWith(">"),
		chomp: header.source.includes("-") ? "strip" : header.source.includes("+") ? "keep" : "clip",
		indent: digit === undefined ? undefined : indent + Number(digit),
	};
}

/** Where the text inside quotes ends; one that is not closed ends with the scalar. */
function closing(host: string, start: number, end: number, quote: string): number {
	return end > start + 1 && host[end - 1] === quote ? end - 1 : end;
}
