import { kinds, type Token } from "../tokens.ts";
import { blanksEnd } from "./blanks.ts";
import { diedAt } from "./diedAt.ts";
import { LexicalFailure } from "./lexicalFailure.ts";
import { createMachine, isFresh, pop, reset } from "./machine.ts";
import { beginsToken, marks } from "./marks.ts";
import { createMatch, type Match } from "./match.ts";
import { matchArguments } from "./matchArguments.ts";
import { matchComment } from "./matchComment.ts";
import { matchDirective } from "./matchDirective.ts";
import { matchDirectiveName } from "./matchDirectiveName.ts";
import { matchIndex } from "./matchIndex.ts";
import { matchReference } from "./matchReference.ts";
import { matchText } from "./matchText.ts";
import { matchTextblock } from "./matchTextblock.ts";
import { moveByMark, moveByToken } from "./moveMachine.ts";
import { specialText } from "./specialText.ts";
import { states } from "./states.ts";

/**
 * The token stream of the reference engine, quirks included.
 *
 * Velocity's lexer is a machine of twelve states with a stack, and its parser moves the machine too: whether `(` is text
 * or a token depends on what came before. Accepting and rejecting the same templates at the same column is only possible
 * by being the same machine, so the states are Velocity's own. Every state takes the longest match; nothing is scanned
 * more than a fixed number of times, so the whole is linear.
 */
export type Scanner = {
	next(): Token;
	/** What follows a directive's name is read as its arguments. */
	enterDirective(): void;
	/** The directive had no arguments after all. */
	leaveDirective(): void;
	/** The closing parenthesis of a #set was read. */
	leaveSet(): void;
	/** Whether a parenthesis follows, blanks aside. */
	parenthesisFollows(): boolean;
	/** Forgets the state and goes on reading text at the offset. */
	resume(offset: number): void;
	/** Where the next token is looked for. */
	position(): number;
	/** Whether the scanner is as `resume` leaves it. */
	isFresh(): boolean;
};

export function createScanner(text: string): Scanner {
	const { length } = text;
	const machine = createMachine();
	const match = createMatch(text);
	let position = 0;

	return {
		next,
		enterDirective: () => {
			machine.state = states.directive;
		},
		leaveDirective: () => {
			pop(machine);
		},
		leaveSet: () => {
			machine.inSet = false;
		},
		parenthesisFollows: () => text[blanksEnd(text, position)] === "(",
		resume: (offset) => {
			position = offset;
			reset(machine);
		},
		position: () => position,
		isFresh: () => isFresh(machine),
	};

	function next(): Token {
		const from = position;
		let special = "";
		for (;;) {
			if (position >= length) {
				return { kind: kinds.eof, from, start: Math.max(length - 1, 0), end: length, special };
			}
			const start = position;
			const kind = read();
			if (kind === marks.skipped) continue;
			if (kind === marks.referenceEnd || kind === marks.directiveEnd) {
				special += specialText(text.slice(start, position));
				position--;
				pop(machine);
				continue;
			}
			position -= moveByToken(machine, kind, text[position - 1]);
			return { kind, from, start, end: position, special };
		}
	}

	/** Reads on to the end of a token, through all its beginnings, or to the end of what is none. */
	function read(): number {
		for (;;) {
			match.kind = -1;
			matchIn(machine.state, match, position);
			if (match.kind === -1) throw new LexicalFailure(diedAt(text, position, machine.state));
			position = match.end;
			if (!beginsToken(match.kind)) return match.kind;
			position -= moveByMark(machine, match.kind);
			if (position >= length) throw new LexicalFailure(length);
		}
	}
}

function matchIn(state: number, match: Match, at: number): void {
	switch (state) {
		case states.text:
			return matchText(match, at);
		case states.reference:
		case states.modifier:
			return matchReference(match, at, state);
		case states.directive:
			return matchDirective(match, at);
		case states.directiveName:
			return matchDirectiveName(match, at);
		case states.arguments:
			return matchArguments(match, at);
		case states.index:
			return matchIndex(match, at);
		case states.textblock:
			return matchTextblock(match, at);
		default:
			return matchComment(match, at, state);
	}
}
