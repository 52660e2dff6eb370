import { validationError } from "../errors.ts";
import type { PathSyntax } from "../expressions/syntax.ts";
import { startsLiteral } from "./parseLiteral.ts";
import { parseName, parsePath } from "./parsePath.ts";
import { parseSource, refuseAlias } from "./parseSource.ts";
import { parseWhere } from "./parseWhere.ts";
import type { SelectStatement } from "./statement.ts";
import { malformed, unsupportedClause } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";

export function parseSelect(reader: StatementReader): SelectStatement {
	reader.word("SELECT");
	const columns = parseColumns(reader);
	reader.word("FROM");
	const source = parseSource(reader);
	refuseAlias(reader);
	if (reader.isSymbol(",")) throw validationError("Only select from a single table or index is supported.");
	const where = reader.skipWord("WHERE") ? parseWhere(reader) : undefined;
	for (const clause of ["GROUP", "HAVING", "LIMIT", "OFFSET"]) {
		if (!reader.skipWord(clause)) continue;
		// DynamoDB Local gives the place of what a limit is, and none for a grouping.
		if (clause === "GROUP") throw unsupportedClause("GROUP BY");
		throw unsupportedClause(clause === "HAVING" ? clause : `${clause}${reader.place(reader.token)}`);
	}
	const order = parseOrder(reader);
	return { kind: "select", source, columns, where, order };
}

function parseColumns(reader: StatementReader): readonly PathSyntax[] | undefined {
	if (reader.isWord("DISTINCT")) throw validationError("Unsupported token in expression: DISTINCT");
	if (reader.isWord("VALUE") || reader.isWord("PIVOT")) {
		throw validationError("Select projection doesn't support value or pivot keywords");
	}
	if (reader.skipSymbol("*")) {
		if (reader.isSymbol(",")) {
			throw validationError("Other attributes should not be present in the projection when '*' is used.");
		}
		return undefined;
	}
	const columns: PathSyntax[] = [];
	do columns.push(parseColumn(reader));
	while (reader.skipSymbol(","));
	return columns;
}

function parseColumn(reader: StatementReader): PathSyntax {
	const { token } = reader;
	const call = token.kind === "word" && reader.nextIsSymbol("(");
	if (call || (startsLiteral(reader) && token.kind !== "symbol")) {
		throw validationError(`Unexpected path component${reader.place(token)}`);
	}
	const path = parsePath(reader);
	refuseAlias(reader);
	return path;
}

function parseOrder(reader: StatementReader): SelectStatement["order"] {
	if (!reader.skipWord("ORDER")) return [];
	reader.word("BY");
	const order: { name: string; descending: boolean }[] = [];
	do {
		const name = parseName(reader, "Unexpected keyword");
		if (reader.isSymbol(".") || reader.isSymbol("[")) {
			throw validationError("Argument to ORDER BY must be of type VariableReference. Type: Path");
		}
		const descending = reader.skipWord("DESC");
		if (!descending) reader.skipWord("ASC");
		if (reader.isWord("NULLS")) throw malformed("Unexpected token after expression");
		order.push({ name, descending });
	} while (reader.skipSymbol(","));
	return order;
}
