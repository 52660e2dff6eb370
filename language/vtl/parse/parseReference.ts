import type { Expression, Reference, Segment } from "../nodes.ts";
import { startsOperand } from "./operandStarts.ts";
import type { Reading } from "./reading.ts";
import { referenceNode } from "./referenceNode.ts";
import { expect, peek, peekAhead, skip, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** `$name`, `${name}`, `$!name`, with properties, methods and indexes. As a statement it begins at `from`. */
export function parseReference(reading: Reading, from?: number): Reference {
	const { tokens } = reading;
	const mark = tokens.taken;
	const first = take(tokens);
	const formal = first.kind === kinds.referenceOpen;
	const name = formal ? expect(tokens, kinds.identifier) : first;
	const path = parsePath(reading);
	if (formal) expect(tokens, kinds.referenceClose);
	return referenceNode(reading, { mark, first, name, path, from: from ?? first.start });
}

export function referenceFollows(kind: number): boolean {
	return kind === kinds.identifier || kind === kinds.referenceOpen;
}

const noPath: readonly Segment[] = [];

function parsePath(reading: Reading): readonly Segment[] {
	const { tokens } = reading;
	const begin = peek(tokens);
	if (begin !== kinds.dot && begin !== kinds.indexOpen) return noPath;
	const path: Segment[] = [];
	for (;;) {
		const kind = peek(tokens);
		if (kind === kinds.indexOpen) {
			reading.descend();
			path.push(reading.index());
			reading.ascend();
		} else if (kind === kinds.dot && peekAhead(tokens, 1) === kinds.identifier) {
			take(tokens);
			path.push(methodFollows(reading) ? method(reading) : property(reading));
		} else break;
	}
	// What was pushed to has room for sixteen more; a copy, as long as it is, is what the tree keeps.
	return path.length === 0 ? noPath : path.slice();
}

function property(reading: Reading): Segment {
	const { start, end } = take(reading.tokens);
	return {
		kind: "property",
		start: reading.origin(start),
		end: reading.origin(end),
		name: reading.text.slice(start, end),
	};
}

/** Three tokens decide, so that `$x.y(` with nothing fitting behind it is the property `y` and a parenthesis. */
function methodFollows({ tokens }: Reading): boolean {
	if (peekAhead(tokens, 1) !== kinds.parenOpen) return false;
	const third = peekAhead(tokens, 2);
	return third === kinds.callClose || startsOperand(third);
}

function method(reading: Reading): Segment {
	const { tokens } = reading;
	reading.descend();
	const { start, end } = take(tokens);
	expect(tokens, kinds.parenOpen);
	const parameters: Expression[] = [];
	if (startsOperand(peek(tokens))) {
		parameters.push(reading.parameter());
		while (skip(tokens, kinds.comma)) parameters.push(reading.parameter());
	}
	const close = expect(tokens, kinds.callClose);
	reading.ascend();
	return {
		kind: "method",
		start: reading.origin(start),
		end: reading.origin(close.end),
		name: reading.text.slice(start, end),
		arguments: parameters,
	};
}
