/** The kinds of token of the reference grammar (Apache Velocity 1.7). */
export const kinds = {
	eof: 0,
	indexOpen: 1,
	indexClose: 2,
	bracketOpen: 3,
	bracketClose: 4,
	comma: 5,
	doubleDot: 6,
	colon: 7,
	curlyOpen: 8,
	curlyClose: 9,
	parenOpen: 10,
	/** Closes a directive; carries the blanks and the newline after it. */
	parenClose: 11,
	/** Closes a method call; carries nothing. */
	callClose: 12,
	escapedDirective: 13,
	set: 14,
	lineComment: 21,
	doubleEscape: 22,
	escape: 23,
	text: 24,
	lineCommentEnd: 25,
	formalComment: 26,
	blockComment: 27,
	textblock: 28,
	whitespace: 31,
	string: 32,
	true: 33,
	false: 34,
	minus: 36,
	plus: 37,
	multiply: 38,
	divide: 39,
	modulo: 40,
	and: 41,
	or: 42,
	less: 43,
	lessOrEqual: 44,
	greater: 45,
	greaterOrEqual: 46,
	equal: 47,
	notEqual: 48,
	not: 49,
	assign: 50,
	end: 51,
	if: 52,
	elseif: 53,
	else: 54,
	integer: 56,
	float: 57,
	word: 61,
	bracketedWord: 62,
	identifier: 66,
	dot: 67,
	/** A brace that belongs to a reference, as in `${x}`. */
	referenceOpen: 68,
	referenceClose: 69,
	emptyIndex: 72,
} as const;

export type Token = {
	readonly kind: number;
	/** Where the token before this one ended: what lies between `from` and `start` has no token of its own. */
	readonly from: number;
	readonly start: number;
	readonly end: number;
	/** Stray `$` and `#` before the token, which print only when the token is text. */
	readonly special: string;
};
