import type { LetrecTypedTie } from "fast-check";

/** What the rules of the random language make, each a piece of a template. */
export type Grammar = {
	path: string;
	reference: string;
	string: string;
	parameter: string;
	expression: string;
	statement: string;
	statements: string;
};

export type Tie = LetrecTypedTie<Grammar>;
