import { validationError } from "../errors.ts";
import type { Returning } from "./statement.ts";
import { malformed } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";

/** `RETURNING (ALL | MODIFIED) (OLD | NEW) *`, if it is there. */
export function parseReturning(reader: StatementReader): Returning | undefined {
	if (!reader.skipWord("RETURNING")) return undefined;
	const which = oneOf(reader, "ALL", "MODIFIED");
	const when = oneOf(reader, "OLD", "NEW");
	if (!reader.skipSymbol("*")) {
		throw validationError("Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
	}
	if (reader.isSymbol(",")) {
		throw validationError("Invalid syntax with multiple returning elements in RETURNING clause");
	}
	return { which, when };
}

function oneOf<One extends string, Other extends string>(reader: StatementReader, one: One, other: Other): One | Other {
	if (reader.skipWord(one)) return one;
	if (reader.skipWord(other)) return other;
	throw malformed(`Expected ${one} or ${other}`);
}
