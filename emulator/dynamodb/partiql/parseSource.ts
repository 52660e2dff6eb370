import { validationError } from "../errors.ts";
import { isKeyword } from "./keywords.ts";
import type { Source } from "./statement.ts";
import { malformed } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";

/** `"table"` or `"table"."index"`. */
export function parseSource(reader: StatementReader): Source {
	const parts = [parsePart(reader)];
	while (reader.skipSymbol(".")) parts.push(parsePart(reader));
	if (reader.isSymbol("[")) throw validationError("Invalid list expression in source.");
	const [table, index] = parts;
	if (table === undefined || parts.length > 2) {
		throw validationError("A path may contain at most 2 components in the FROM clause");
	}
	if (parts.includes("")) throw validationError("Path component cannot be an empty string");
	if (!tableNames.test(table)) {
		throw validationError(
			"Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9', '-', '_', '.'.",
		);
	}
	return { table, index };
}

const tableNames = /^[a-zA-Z0-9_.-]{3,255}$/;

/** Nothing may give the source another name. */
export function refuseAlias(reader: StatementReader): void {
	const { token } = reader;
	if (reader.isWord("AS") || token.kind === "name" || (token.kind === "word" && !isKeyword(token.text))) {
		throw validationError("Aliasing is not supported");
	}
}

function parsePart(reader: StatementReader): string {
	const { token } = reader;
	if (token.kind !== "name" && (token.kind !== "word" || isKeyword(token.text))) {
		throw malformed("Expected identifier for simple path");
	}
	return reader.advance().text;
}
