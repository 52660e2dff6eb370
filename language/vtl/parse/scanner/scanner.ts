import { kinds, type Token } from "../tokens.ts";
import { blanksEnd } from "./blanks.ts";
import { diedAt } from "./diedAt.ts";
import { LexicalFailure } from "./lexicalFailure.ts";
import { createMachine, isReset, type Machine, pop, reset } from "./machine.ts";
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
	readonly text: string;
	readonly machine: Machine;
	readonly match: Match;
	/** Where the next token is looked for. */
	position: number;
};

export function createScanner(text: string): Scanner {
	return { text, machine: createMachine(), match: createMatch(text), position: 0 };
}

/** Reads the next token. */
export function scan(scanner: Scanner): Token {
	const { text, machine } = scanner;
	const from = scanner.position;
	let special = "";
	for (;;) {
		const start = scanner.position;
		if (start >= text.length) {
			return { kind: kinds.eof, from, start: Math.max(text.length - 1, 0), end: text.length, special };
		}
		const kind = read(scanner);
		if (kind === marks.skipped) continue;
		if (kind === marks.referenceEnd || kind === marks.directiveEnd) {
			special += specialText(text, start, scanner.position);
			scanner.position--;
			pop(machine);
			continue;
		}
		scanner.position -= moveByToken(machine, kind, text.charCodeAt(scanner.position - 1));
		return { kind, from, start, end: scanner.position, special };
	}
}

/** What follows a directive's name is read as its arguments. */
export function enterDirective({ machine }: Scanner): void {
	machine.state = states.directive;
}

/** The directive had no arguments after all. */
export function leaveDirective({ machine }: Scanner): void {
	pop(machine);
}

/** The closing parenthesis of a #set was read. */
export function leaveSet({ machine }: Scanner): void {
	machine.inSet = false;
}

/** Whether a parenthesis follows, blanks aside. */
export function parenthesisFollows({ text, position }: Scanner): boolean {
	return text[blanksEnd(text, position)] === "(";
}

/** Forgets the state and goes on reading text at the offset. */
export function resumeScanner(scanner: Scanner, offset: number): void {
	scanner.position = offset;
	reset(scanner.machine);
}

/** Whether the scanner is as `resumeScanner` leaves it. */
export function isFresh({ machine }: Scanner): boolean {
	return isReset(machine);
}

/** Reads on to the end of a token, through all its beginnings, or to the end of what is none. */
function read(scanner: Scanner): number {
	const { text, machine, match } = scanner;
	for (;;) {
		match.kind = -1;
		matchIn(machine.state, match, scanner.position);
		if (match.kind === -1) throw new LexicalFailure(diedAt(text, scanner.position, machine.state));
		scanner.position = match.end;
		if (!beginsToken(match.kind)) return match.kind;
		scanner.position -= moveByMark(machine, match.kind);
		if (scanner.position >= text.length) throw new LexicalFailure(text.length);
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
