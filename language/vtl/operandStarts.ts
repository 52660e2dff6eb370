import { kinds } from "./tokens.ts";

/** What can begin an operand; the blank before one is part of it. */
export const operandStarts: ReadonlySet<number> = new Set([
	kinds.whitespace,
	kinds.string,
	kinds.integer,
	kinds.float,
	kinds.bracketOpen,
	kinds.curlyOpen,
	kinds.true,
	kinds.false,
	kinds.identifier,
	kinds.referenceOpen,
]);
