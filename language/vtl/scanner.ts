import {
	backslashesEnd,
	braceWordEnd,
	identifierEnd,
	isLetter,
	numberMatch,
	setDirectiveEnd,
	stringEnd,
	wordEnd,
} from "./lexemes.ts";
import { specialText } from "./specialText.ts";
import { kinds, type Token } from "./tokens.ts";

/**
 * The token stream of the reference engine, quirks included.
 *
 * Velocity's lexer is a machine of twelve states with a stack, and its parser moves the machine too: whether `(` is text
 * or a token depends on what came before. Accepting and rejecting the same templates at the same column is only possible
 * by being the same machine, so the states below are Velocity's own. Every state takes the longest match; nothing is
 * scanned more than a fixed number of times, so the whole is linear.
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
};

/** Thrown where the reference's lexer finds no token. `died` is the offset of the character that no token admits. */
export class LexicalFailure extends Error {
	readonly died: number;
	readonly from: number;
	constructor(died: number, from: number) {
		super("lexical error");
		this.died = died;
		this.from = from;
	}
}

const REFERENCE = 0;
const MODIFIER = 1;
const INDEX = 2;
const DIRECTIVE = 3;
const ARGUMENTS = 4;
const DEFAULT = 5;
const TEXTBLOCK = 7;
const BLOCK_COMMENT = 8;
const FORMAL_COMMENT = 9;
const LINE_COMMENT = 10;
const PRE_DIRECTIVE = 11;

// Matches that are no tokens: they lengthen the next token, hang on it as special text, or vanish.
const MORE_DOLLAR = 15;
const MORE_DOLLAR_BANG = 16;
const MORE_TEXTBLOCK = 17;
const MORE_FORMAL = 18;
const MORE_BLOCK = 19;
const MORE_HASH = 20;
const MORE_ANY = 30;
const SKIP = 29;
const REFERENCE_TERMINATOR = 70;
const DIRECTIVE_TERMINATOR = 71;

const operatorWords: ReadonlyMap<string, number> = new Map([
	["and", kinds.and],
	["or", kinds.or],
	["lt", kinds.less],
	["le", kinds.lessOrEqual],
	["gt", kinds.greater],
	["ge", kinds.greaterOrEqual],
	["eq", kinds.equal],
	["ne", kinds.notEqual],
	["not", kinds.not],
	["true", kinds.true],
	["false", kinds.false],
]);
const directiveWords: ReadonlyMap<string, number> = new Map([
	["end", kinds.end],
	["if", kinds.if],
	["elseif", kinds.elseif],
	["else", kinds.else],
]);

export function createScanner(text: string): Scanner {
	const length = text.length;
	let position = 0;
	let state = DEFAULT;
	let opened = 0;
	let closed = 0;
	let inComment = false;
	let inSet = false;
	const stack: { state: number; opened: number; closed: number }[] = [];
	let runStart = -1;
	let runEnd = -1;
	// The last match: its kind and where it ends.
	let kind = 0;
	let end = 0;

	return {
		next,
		enterDirective: () => {
			state = DIRECTIVE;
		},
		leaveDirective: () => {
			pop();
		},
		leaveSet: () => {
			inSet = false;
		},
		parenthesisFollows: () => text[blanksEnd(text, position, true)] === "(",
		resume: (offset) => {
			position = offset;
			state = DEFAULT;
			opened = 0;
			closed = 0;
			inComment = false;
			inSet = false;
			stack.length = 0;
		},
	};

	function next(): Token {
		const from = position;
		let special = "";
		for (;;) {
			if (position >= length) {
				return { kind: kinds.eof, from, start: Math.max(length - 1, 0), end: length, special };
			}
			const start = position;
			for (;;) {
				kind = -1;
				match(position);
				if (kind === -1) throw new LexicalFailure(diedAt(text, position, state), from);
				position = end;
				if (kind === SKIP) break;
				if (kind === REFERENCE_TERMINATOR || kind === DIRECTIVE_TERMINATOR) {
					special += specialText(text.slice(start, end));
					position--;
					pop();
					break;
				}
				if (kind >= MORE_DOLLAR && (kind <= MORE_HASH || kind === MORE_ANY)) {
					moreAction();
					if (position >= length) throw new LexicalFailure(length, from);
					continue;
				}
				const token = kind;
				tokenAction();
				return { kind: token, from, start, end: position, special };
			}
		}
	}

	function push(to: number): void {
		stack.push({ state, opened, closed });
		opened = 0;
		state = to;
	}

	function pop(): boolean {
		const saved = stack.pop();
		if (saved === undefined) {
			opened = 0;
			state = DEFAULT;
			return false;
		}
		state = saved.state;
		opened = saved.opened;
		closed = saved.closed;
		return true;
	}

	function moreAction(): void {
		if (inComment) return;
		if (kind === MORE_DOLLAR || kind === MORE_DOLLAR_BANG) {
			if (state === REFERENCE) pop();
			push(REFERENCE);
		} else if (kind === MORE_HASH) {
			if (state === REFERENCE || state === MODIFIER) pop();
			push(PRE_DIRECTIVE);
		} else {
			// The reference backs up over the character after `#**`, so that it is part of the comment.
			if (kind === MORE_FORMAL) position--;
			inComment = true;
			push(kind === MORE_TEXTBLOCK ? TEXTBLOCK : kind === MORE_FORMAL ? FORMAL_COMMENT : BLOCK_COMMENT);
		}
	}

	function tokenAction(): void {
		switch (kind) {
			case kinds.indexOpen:
				push(INDEX);
				break;
			case kinds.indexClose:
			case kinds.referenceClose:
			case kinds.end:
			case kinds.else:
				pop();
				break;
			case kinds.parenOpen:
				if (!inComment) opened++;
				if (state === MODIFIER) state = ARGUMENTS;
				break;
			case kinds.parenClose:
				closeParenthesis();
				break;
			case kinds.callClose:
				state = REFERENCE;
				break;
			case kinds.set:
				push(DIRECTIVE);
				inSet = true;
				opened++;
				break;
			case kinds.lineComment:
				if (state === REFERENCE) pop();
				inComment = true;
				push(LINE_COMMENT);
				break;
			case kinds.lineCommentEnd:
			case kinds.formalComment:
			case kinds.blockComment:
			case kinds.textblock:
				inComment = false;
				pop();
				break;
			case kinds.string:
				if (state === DIRECTIVE && !inSet && opened === 0) pop();
				break;
			case kinds.if:
			case kinds.elseif:
				state = DIRECTIVE;
				break;
			case kinds.integer:
				// `1..3` is read as `1..` so that it is no float, and then the dots are given back.
				if (text[end - 1] === ".") position = end - 2;
				if (opened === 0 && !inSet && state !== ARGUMENTS && state !== INDEX) pop();
				break;
			case kinds.float:
				if (opened === 0 && !inSet && state !== ARGUMENTS) pop();
				break;
			case kinds.dot:
				// The letter after the dot only proves that this is no full stop.
				position--;
				state = MODIFIER;
				break;
			default:
		}
	}

	function closeParenthesis(): void {
		if (inComment) return;
		for (;;) {
			if (opened > 0) {
				if (opened === closed + 1) pop();
				else closed++;
				return;
			}
			if (!pop()) return;
		}
	}

	function take(k: number, e: number): void {
		kind = k;
		end = e;
	}

	function match(at: number): void {
		switch (state) {
			case DEFAULT:
				matchText(at);
				break;
			case REFERENCE:
			case MODIFIER:
				matchReference(at);
				break;
			case DIRECTIVE:
				matchDirective(at);
				break;
			case PRE_DIRECTIVE:
				matchDirectiveName(at);
				break;
			case ARGUMENTS:
				matchArguments(at);
				break;
			case INDEX:
				matchIndex(at);
				break;
			case TEXTBLOCK:
				matchTextblock(at);
				break;
			default:
				matchComment(at);
		}
	}

	function matchText(at: number): void {
		const c = text[at];
		if (c === "#") {
			if (text[at + 1] === "#") take(kinds.lineComment, at + 2);
			else matchHash(at);
			matchSet(at);
		} else if (c === "\\") {
			const run = backslashes(at);
			if (text[run] === "$") matchDollar(run);
			else {
				const word = (run - at) % 2 === 1 && text[run] === "#" ? directiveWordEnd(run + 1) : -1;
				if (word !== -1) take(kinds.escapedDirective, word);
				else if (run - at >= 2) take(kinds.doubleEscape, at + 2);
				else take(kinds.escape, at + 1);
			}
		} else if (c === "$") {
			matchDollar(at);
			matchEmptyIndex(at);
		} else {
			take(kinds.text, plainEnd(at));
			if (c === " " || c === "\t") matchSet(at);
		}
	}

	function matchReference(at: number): void {
		const c = text.charCodeAt(at);
		if (isLetter(c) || c === 95) {
			const e = identifierEnd(text, at);
			const word = booleanKind(at, e);
			take(word === -1 ? kinds.identifier : word, e);
			return;
		}
		take(REFERENCE_TERMINATOR, at + 1);
		switch (text[at]) {
			case ".":
				if (isLetter(text.charCodeAt(at + 1))) take(kinds.dot, at + 2);
				break;
			case "[":
				take(kinds.indexOpen, at + 1);
				break;
			case "{":
				take(kinds.referenceOpen, at + 1);
				break;
			case "}":
				take(kinds.referenceClose, at + 1);
				break;
			case "(":
				if (state === MODIFIER) take(kinds.parenOpen, at + 1);
				break;
			case " ":
			case "\t":
				matchSet(at);
				break;
			case "#":
				if (state === REFERENCE && text[at + 1] === "#") take(kinds.lineComment, at + 2);
				else matchHash(at);
				matchSet(at);
				break;
			case "$":
				matchDollar(at);
				if (state === REFERENCE) matchEmptyIndex(at);
				break;
			case "\\":
				matchEscapedDollar(at);
				break;
			default:
		}
	}

	function matchDirective(at: number): void {
		const c = text.charCodeAt(at);
		if (isLetter(c) || c === 95 || c === 64) {
			const e = wordEnd(text, at);
			take((e - at <= 5 ? operatorWords.get(text.slice(at, e)) : undefined) ?? kinds.word, e);
			return;
		}
		const following = text[at + 1];
		switch (text[at]) {
			case ")":
				take(kinds.parenClose, lineEnd(at + 1));
				break;
			case "&":
				if (following === "&") take(kinds.and, at + 2);
				break;
			case "|":
				if (following === "|") take(kinds.or, at + 2);
				break;
			case "<":
				if (following === "=") take(kinds.lessOrEqual, at + 2);
				else take(kinds.less, at + 1);
				break;
			case ">":
				if (following === "=") take(kinds.greaterOrEqual, at + 2);
				else take(kinds.greater, at + 1);
				break;
			case "=":
				if (following === "=") take(kinds.equal, at + 2);
				else take(kinds.assign, at + 1);
				break;
			case "!":
				if (following === "=") take(kinds.notEqual, at + 2);
				else take(kinds.not, at + 1);
				break;
			case "-":
				take(kinds.minus, at + 1);
				matchNumber(at);
				break;
			case "{": {
				const word = braceWordEnd(text, at);
				if (word === -1) take(kinds.curlyOpen, at + 1);
				else take(kinds.bracketedWord, word);
				break;
			}
			case "#":
				if (following === "#") take(kinds.lineComment, at + 2);
				else matchHash(at);
				break;
			case "(":
				take(kinds.parenOpen, at + 1);
				break;
			case "+":
				take(kinds.plus, at + 1);
				break;
			case "*":
				take(kinds.multiply, at + 1);
				break;
			case "/":
				take(kinds.divide, at + 1);
				break;
			case "%":
				take(kinds.modulo, at + 1);
				break;
			default:
				matchOperand(at);
		}
	}

	function matchArguments(at: number): void {
		const c = text.charCodeAt(at);
		if (isLetter(c) || c === 95) {
			const e = identifierEnd(text, at);
			const word = booleanKind(at, e);
			take(word === -1 ? kinds.identifier : word, e);
			return;
		}
		switch (text[at]) {
			case ")":
				take(kinds.callClose, at + 1);
				break;
			case "{":
				take(kinds.curlyOpen, at + 1);
				break;
			case "#":
				matchHash(at);
				matchSet(at);
				break;
			case ".":
				if (isLetter(text.charCodeAt(at + 1))) take(kinds.dot, at + 2);
				else matchOperand(at);
				break;
			default:
				matchOperand(at);
				if (text[at] === " " || text[at] === "\t") matchSet(at);
		}
	}

	function matchIndex(at: number): void {
		const c = text[at];
		if (c === "]") take(kinds.indexClose, at + 1);
		else if (c === "#") matchHash(at);
		else if (c === "t" && text.startsWith("true", at)) take(kinds.true, at + 4);
		else if (c === "f" && text.startsWith("false", at)) take(kinds.false, at + 5);
		else if (c === "$") matchDollar(at);
		else if (c === "\\") matchEscapedDollar(at);
		else if (c === '"' || c === "'") matchString(at);
		else if (isBlank(c)) take(kinds.whitespace, blanksEnd(text, at, true));
		else matchNumber(at);
	}

	/** What the two states for expressions and arguments have in common. */
	function matchOperand(at: number): void {
		const c = text[at];
		if (isBlank(c)) take(kinds.whitespace, blanksEnd(text, at, true));
		else if (c === '"' || c === "'") matchString(at);
		else if (c === "$") matchDollar(at);
		else if (c === "[") take(kinds.bracketOpen, at + 1);
		else if (c === "]") take(kinds.bracketClose, at + 1);
		else if (c === ",") take(kinds.comma, at + 1);
		else if (c === ":") take(kinds.colon, at + 1);
		else if (c === "}") take(kinds.curlyClose, at + 1);
		else if (c === "\\") matchEscapedDollar(at);
		else if (c === "." && text[at + 1] === ".") take(kinds.doubleDot, at + 2);
		else matchNumber(at);
	}

	function matchDirectiveName(at: number): void {
		const c = text.charCodeAt(at);
		take(DIRECTIVE_TERMINATOR, at + 1);
		if (isLetter(c) || c === 95 || c === 64) {
			const e = wordEnd(text, at);
			takeDirectiveName(directiveWords.get(text.slice(at, e)) ?? kinds.word, e);
		} else if (c === 123) {
			const e = braceWordEnd(text, at);
			if (e !== -1) takeDirectiveName(directiveWords.get(text.slice(at + 1, e - 1)) ?? kinds.bracketedWord, e);
		} else if (c === 35) {
			if (text[at + 1] === "#") take(kinds.lineComment, at + 2);
			else matchHash(at);
		} else if (c === 36) matchDollar(at);
		else if (c === 92) matchEscapedDollar(at);
		else matchNumber(at);
	}

	function takeDirectiveName(name: number, e: number): void {
		take(name, name === kinds.end || name === kinds.else ? lineEnd(e) : e);
	}

	function matchTextblock(at: number): void {
		let i = at;
		while (i < length && text[i] !== "]" && text[i] !== "#") i++;
		if (i > at) take(MORE_ANY, i);
		else if (text.startsWith("]]#", at)) take(kinds.textblock, at + 3);
		else if (text[at] === "#") matchHash(at);
		else take(MORE_ANY, at + 1);
	}

	function matchComment(at: number): void {
		const c = text[at];
		if (state === LINE_COMMENT) {
			if (c === "\n") return take(kinds.lineCommentEnd, at + 1);
			if (c === "\r") return take(kinds.lineCommentEnd, text[at + 1] === "\n" ? at + 2 : at + 1);
		} else if (c === "*" && text[at + 1] === "#") {
			return take(state === FORMAL_COMMENT ? kinds.formalComment : kinds.blockComment, at + 2);
		}
		if (c === "#") return matchHash(at);
		if (c === "$") return matchDollar(at);
		if (c === "\\") {
			const run = backslashes(at);
			return text[run] === "$" ? matchDollar(run) : take(SKIP, run);
		}
		let i = at + 1;
		while (i < length && !isCommentMark(text.charCodeAt(i))) i++;
		return take(SKIP, i);
	}

	function matchHash(at: number): void {
		if (text[at + 1] === "*") {
			if (text[at + 2] === "*" && at + 3 < length && text[at + 3] !== "#") take(MORE_FORMAL, at + 4);
			else take(MORE_BLOCK, at + 2);
		} else if (text[at + 1] === "[" && text[at + 2] === "[") take(MORE_TEXTBLOCK, at + 3);
		else take(MORE_HASH, at + 1);
	}

	function matchSet(at: number): void {
		const e = setDirectiveEnd(text, blanksEnd(text, at, false));
		if (e !== -1) take(kinds.set, e);
	}

	function matchDollar(dollar: number): void {
		const run = backslashes(dollar + 1);
		if (text[run] === "!") take(MORE_DOLLAR_BANG, run + 1);
		else take(MORE_DOLLAR, dollar + 1);
	}

	function matchEscapedDollar(at: number): void {
		const run = backslashes(at);
		if (text[run] === "$") matchDollar(run);
	}

	function matchEmptyIndex(at: number): void {
		if (text[at + 1] === "." || text[at + 1] === "[") take(kinds.emptyIndex, at + 2);
		else if (text.startsWith("![", at + 1)) take(kinds.emptyIndex, at + 3);
		else if (text.startsWith("\\![", at + 1)) take(kinds.emptyIndex, at + 4);
	}

	function matchString(at: number): void {
		const e = stringEnd(text, at);
		if (e !== -1) take(kinds.string, e);
	}

	function matchNumber(at: number): void {
		const number = numberMatch(text, at);
		if (number > 0) take(kinds.integer, number);
		else if (number < 0) take(kinds.float, -number);
	}

	/** Where a run of backslashes ends; remembered, since each pair of a run is a token that asks again. */
	function backslashes(at: number): number {
		if (at < runStart || at > runEnd) {
			runStart = at;
			runEnd = backslashesEnd(text, at);
		}
		return runEnd;
	}

	function directiveWordEnd(at: number): number {
		const c = text.charCodeAt(at);
		if (c === 123) return braceWordEnd(text, at);
		return isLetter(c) || c === 95 || c === 64 ? wordEnd(text, at) : -1;
	}

	function plainEnd(at: number): number {
		let i = at;
		while (i < length) {
			const c = text.charCodeAt(i);
			if (c === 35 || c === 36 || c === 92) break;
			i++;
		}
		return i;
	}

	function booleanKind(at: number, e: number): number {
		if (e - at === 4 && text.startsWith("true", at)) return kinds.true;
		return e - at === 5 && text.startsWith("false", at) ? kinds.false : -1;
	}

	/** After blanks and one newline, if there is one; else right here. */
	function lineEnd(at: number): number {
		const i = blanksEnd(text, at, false);
		if (text[i] === "\n") return i + 1;
		if (text[i] === "\r") return text[i + 1] === "\n" ? i + 2 : i + 1;
		return at;
	}
}

function isBlank(c: string | undefined): boolean {
	return c === " " || c === "\t" || c === "\n" || c === "\r";
}

function blanksEnd(text: string, at: number, lines: boolean): number {
	let i = at;
	for (;;) {
		const c = text.charCodeAt(i);
		if (c !== 32 && c !== 9 && !(lines && (c === 10 || c === 13))) return i;
		i++;
	}
}

function isCommentMark(c: number): boolean {
	return c === 35 || c === 36 || c === 92 || c === 42 || c === 10 || c === 13;
}

/** How far the reference's automaton reads before it gives up: its error names that column. */
function diedAt(text: string, at: number, state: number): number {
	const c = text[at];
	if (c === '"' || c === "'") return text.length;
	if (c === "\\") return backslashesEnd(text, at);
	if (c === "-" && state !== DIRECTIVE) return text[at + 1] === "." ? at + 2 : at + 1;
	if (c === ".") return at + 1;
	if (c === "&" || c === "|") return state === DIRECTIVE ? at + 1 : at;
	if (state === INDEX && (c === "t" || c === "f")) {
		const word = c === "t" ? "true" : "false";
		let i = 1;
		while (at + i < text.length && text[at + i] === word[i]) i++;
		return at + i;
	}
	return at;
}
