import type { Expression } from "../nodes.ts";
import { operandStarts, secondTokenFits } from "./operandStarts.ts";
import { parseOperand } from "./parseOperand.ts";
import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

/** An argument of a directive: no operators, and no blanks of its own. */
export function parseDirectiveArgument(reading: Reading): Expression {
	const { tokens } = reading;
	if (tokens.peek() === kinds.word) {
		const token = tokens.take();
		return {
			kind: "word",
			start: reading.origin(token.start),
			end: reading.origin(token.end),
			word: reading.text.slice(token.start, token.end),
		};
	}
	return parseOperand(reading);
}

/** Whether another argument of a directive follows, as the reference decides it: from two tokens. */
export function directiveArgumentFollows(reading: Reading): boolean {
	const { tokens } = reading;
	let ahead = 0;
	if (tokens.peek(ahead) === kinds.whitespace) ahead++;
	if (tokens.peek(ahead) === kinds.comma) {
		ahead++;
		if (ahead === 2) return true;
		if (tokens.peek(ahead) === kinds.whitespace) return true;
	}
	const kind = tokens.peek(ahead);
	if (kind === kinds.word) return true;
	if (kind === kinds.whitespace || !operandStarts.has(kind)) return false;
	return ahead === 1 || secondTokenFits(reading, kind);
}
