/** The states of Velocity's lexer: what is being read. */
export const states = {
	reference: 0,
	/** Behind the dot of a reference, where a parenthesis calls. */
	modifier: 1,
	index: 2,
	/** The expression of a directive. */
	directive: 3,
	/** The arguments of a method. */
	arguments: 4,
	text: 5,
	textblock: 7,
	blockComment: 8,
	formalComment: 9,
	lineComment: 10,
	/** Behind a `#`. */
	directiveName: 11,
} as const;
