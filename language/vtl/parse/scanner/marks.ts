/** Matches that are no tokens: they lengthen the next token, hang on it as special text, or vanish. */
export const marks = {
	dollar: 15,
	dollarBang: 16,
	textblock: 17,
	formalComment: 18,
	blockComment: 19,
	hash: 20,
	skipped: 29,
	/** More of a textblock. */
	more: 30,
	/** A character that ends a reference and is read again as text; likewise the next for what began with a `#`. */
	referenceEnd: 70,
	directiveEnd: 71,
} as const;

/** Whether the match is the beginning of a token, whose rest is read in another state. */
export function beginsToken(kind: number): boolean {
	return (kind >= marks.dollar && kind <= marks.hash) || kind === marks.more;
}
