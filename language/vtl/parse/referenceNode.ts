import type { Reference, Segment } from "../nodes.ts";
import { literal } from "./literal.ts";
import type { Reading } from "./reading.ts";
import { readReferenceToken } from "./referenceToken.ts";
import { isNameStart } from "./scanner/lexemes.ts";
import { lastToken } from "./tokenStream.ts";
import type { Token } from "./tokens.ts";

const dollar = 36;
const bang = 33;

/** What was read of a reference: the number of its first token, that token, and the token of its name. */
type Read = {
	readonly mark: number;
	readonly first: Token;
	readonly name: Token;
	readonly path: readonly Segment[];
	/** Where it begins as a statement. */
	readonly from: number;
};

/** The node of a reference that was read to its end. */
export function referenceNode(reading: Reading, read: Read): Reference {
	const { text, tokens } = reading;
	const { mark, first, name } = read;
	if (text.charCodeAt(first.start) === dollar && tokens.uneven <= mark) {
		const quiet = text.charCodeAt(first.start + 1) === bang;
		const root = first.start + (quiet ? 2 : 1);
		const simple = first === name ? isNameStart(text.charCodeAt(root)) : first.end === root + 1;
		if (simple) return simpleNode(reading, read, quiet, root);
	}
	return anyNode(reading, read);
}

/** `$name`, `$!name`, `${name}` and `$!{name}`, as nearly all are written: everything is a piece of the text. */
function simpleNode(
	{ text, tokens, origin }: Reading,
	{ first, name, path, from }: Read,
	quiet: boolean,
	root: number,
) {
	const formal = first !== name;
	const nameStart = formal ? name.start : root;
	const rootName = text.slice(nameStart, name.end);
	const { end } = lastToken(tokens);
	const node: Reference = {
		kind: "reference",
		start: origin(from),
		end: origin(end),
		form: quiet ? "quiet" : formal ? "formal" : "plain",
		name: rootName,
		nameSpan: { start: origin(nameStart), end: origin(name.end) },
		path,
		escaped: false,
		escapes: "",
		prefix: "",
		literal: text.slice(first.start, end),
		computable: true,
		assigns: quiet || formal ? text.slice(first.start + 1, first.end) : rootName,
	};
	return node;
}

function anyNode({ text, tokens, origin }: Reading, { mark, first, name, path, from }: Read): Reference {
	const shape = readReferenceToken(text.slice(first.start, first.end));
	const rest = literal(text, tokens, mark + 1, tokens.taken - 1);
	const formal = first !== name;
	const named = formal && shape.form !== "runt";
	const rootName = shape.computable ? (named ? text.slice(name.start, name.end) : shape.root) : shape.literal;
	const nameEnd = formal ? name.end : first.end;
	const nameStart = formal ? name.start : first.end - shape.root.length;
	return {
		kind: "reference",
		start: origin(from),
		end: origin(lastToken(tokens).end),
		form: shape.form === "plain" && formal ? "formal" : shape.form,
		name: rootName,
		nameSpan: { start: origin(nameStart), end: origin(nameEnd) },
		path,
		escaped: shape.escaped,
		escapes: shape.escapes,
		prefix: shape.prefix,
		literal: shape.computable ? shape.image + rest : shape.literal,
		computable: shape.computable,
		assigns: shape.image.slice(1),
	};
}
