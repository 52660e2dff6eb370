import type { SetStatement } from "../nodes.ts";
import { parseExpression } from "./parseExpression.ts";
import { parseReference, referenceFollows } from "./parseReference.ts";
import type { Reading } from "./reading.ts";
import { leaveSet } from "./scanner/scanner.ts";
import { expect, peek, refuse, skip, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** `#set(target = value)` */
export function parseSet(reading: Reading, start: number): SetStatement {
	const { tokens } = reading;
	take(tokens);
	skip(tokens, kinds.whitespace);
	if (!referenceFollows(peek(tokens))) refuse(tokens);
	const target = parseReference(reading);
	skip(tokens, kinds.whitespace);
	expect(tokens, kinds.assign);
	const value = parseExpression(reading);
	const { end } = expect(tokens, kinds.parenClose);
	leaveSet(tokens.scanner);
	return { kind: "set", start: reading.origin(start), end: reading.origin(end), target, value };
}
