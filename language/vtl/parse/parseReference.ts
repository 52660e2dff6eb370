import type { Expression, Reference, Segment } from "../nodes.ts";
import { literal } from "./literal.ts";
import { operandStarts } from "./operandStarts.ts";
import type { Reading } from "./reading.ts";
import { readReferenceToken } from "./referenceToken.ts";
import { kinds, type Token } from "./tokens.ts";

/** `$name`, `${name}`, `$!name`, with properties, methods and indexes. As a statement it begins at `from`. */
export function parseReference(reading: Reading, from?: number): Reference {
	const { tokens } = reading;
	const mark = tokens.mark();
	const first = tokens.take();
	const formal = first.kind === kinds.referenceOpen;
	const name = formal ? tokens.expect(kinds.identifier) : first;
	const path: Segment[] = [];
	indexes(reading, path);
	while (tokens.peek() === kinds.dot && tokens.peek(1) === kinds.identifier) {
		tokens.take();
		path.push(methodFollows(reading) ? reading.nested(() => method(reading)) : property(reading));
		indexes(reading, path);
	}
	if (formal) tokens.expect(kinds.referenceClose);
	return reference(reading, mark, first, name, path, from ?? first.start);
}

export function referenceFollows(kind: number): boolean {
	return kind === kinds.identifier || kind === kinds.referenceOpen;
}

function indexes(reading: Reading, path: Segment[]): void {
	while (reading.tokens.peek() === kinds.indexOpen) path.push(reading.nested(() => reading.index()));
}

function property(reading: Reading): Segment {
	const { start, end } = reading.tokens.take();
	return {
		kind: "property",
		start: reading.origin(start),
		end: reading.origin(end),
		name: reading.text.slice(start, end),
	};
}

/** Three tokens decide, so that `$x.y(` with nothing fitting behind it is the property `y` and a parenthesis. */
function methodFollows({ tokens }: Reading): boolean {
	if (tokens.peek(1) !== kinds.parenOpen) return false;
	const third = tokens.peek(2);
	return third === kinds.callClose || operandStarts.has(third);
}

function method(reading: Reading): Segment {
	const { tokens } = reading;
	const { start, end } = tokens.take();
	tokens.expect(kinds.parenOpen);
	const parameters: Expression[] = [];
	if (operandStarts.has(tokens.peek())) {
		parameters.push(reading.parameter());
		while (tokens.skip(kinds.comma)) parameters.push(reading.parameter());
	}
	const close = tokens.expect(kinds.callClose);
	return {
		kind: "method",
		start: reading.origin(start),
		end: reading.origin(close.end),
		name: reading.text.slice(start, end),
		arguments: parameters,
	};
}

function reference(
	reading: Reading,
	mark: number,
	first: Token,
	name: Token,
	path: readonly Segment[],
	from: number,
): Reference {
	const { text, tokens } = reading;
	const image = text.slice(first.start, first.end);
	const shape = readReferenceToken(image);
	const rest = literal(text, tokens, mark + 1, tokens.mark() - 1);
	const formal = first !== name;
	const named = formal && shape.form !== "runt";
	const rootName = shape.computable ? (named ? text.slice(name.start, name.end) : shape.root) : shape.literal;
	const nameEnd = formal ? name.end : first.end;
	const nameStart = formal ? name.start : first.end - shape.root.length;
	return {
		kind: "reference",
		start: reading.origin(from),
		end: reading.origin(tokens.last().end),
		form: shape.form === "plain" && formal ? "formal" : shape.form,
		name: rootName,
		nameSpan: reading.span(nameStart, nameEnd),
		path,
		escaped: shape.escaped,
		escapes: shape.escapes,
		prefix: shape.prefix,
		literal: shape.computable ? shape.image + rest : shape.literal,
		computable: shape.computable,
		assigns: shape.image.slice(1),
	};
}
