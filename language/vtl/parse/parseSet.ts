import type { SetStatement } from "../nodes.ts";
import { parseExpression } from "./parseExpression.ts";
import { parseReference, referenceFollows } from "./parseReference.ts";
import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

/** `#set(target = value)` */
export function parseSet(reading: Reading, start: number): SetStatement {
	const { tokens } = reading;
	tokens.take();
	tokens.skip(kinds.whitespace);
	if (!referenceFollows(tokens.peek())) tokens.refuse();
	const target = parseReference(reading);
	tokens.skip(kinds.whitespace);
	tokens.expect(kinds.assign);
	const value = parseExpression(reading);
	const { end } = tokens.expect(kinds.parenClose);
	tokens.scanner.leaveSet();
	return { kind: "set", start: reading.origin(start), end: reading.origin(end), target, value };
}
