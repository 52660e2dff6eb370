import type { Expression } from "../nodes.ts";
import { secondTokenFits, startsOperand } from "./operandStarts.ts";
import { parseOperand } from "./parseOperand.ts";
import type { Reading } from "./reading.ts";
import { peek, peekAhead, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** An argument of a directive: no operators, and no blanks of its own. */
export function parseDirectiveArgument(reading: Reading): Expression {
	const { tokens } = reading;
	if (peek(tokens) === kinds.word) {
		const token = take(tokens);
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
	if (peekAhead(tokens, ahead) === kinds.whitespace) ahead++;
	if (peekAhead(tokens, ahead) === kinds.comma) {
		ahead++;
		if (ahead === 2) return true;
		if (peekAhead(tokens, ahead) === kinds.whitespace) return true;
	}
	const kind = peekAhead(tokens, ahead);
	if (kind === kinds.word) return true;
	if (kind === kinds.whitespace || !startsOperand(kind)) return false;
	return ahead === 1 || secondTokenFits(reading, kind);
}
