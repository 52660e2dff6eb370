import { validationError } from "../errors.ts";
import type { Placeholders } from "../expressions/placeholders.ts";
import type { AttributeValue } from "../model.generated.ts";
import { readItem } from "../values/readValue.ts";
import { parseAssignments } from "./parseAssignments.ts";
import { parseStruct } from "./parseLiteral.ts";
import { parseReturning } from "./parseReturning.ts";
import { parseSelect } from "./parseSelect.ts";
import { parseSource, refuseAlias } from "./parseSource.ts";
import { parseWhere } from "./parseWhere.ts";
import type { DeleteStatement, InsertStatement, Statement, UpdateStatement } from "./statement.ts";
import { malformed, unsupportedOperation } from "./statementErrors.ts";
import { type StatementReader, statementReader } from "./statementReader.ts";

export type ParsedStatement<S extends Statement = Statement> = {
	readonly statement: S;
	/** What its tree's values are. */
	readonly placeholders: Pick<Placeholders, "name" | "value">;
};

/** Reads a statement and puts the parameters into it, as far as this can be done without its table. */
export function parseStatement(text: string, parameters: readonly AttributeValue[] | undefined): ParsedStatement {
	const reader = statementReader(text, parameters);
	const statement = parseOperation(reader);
	if (reader.skipSymbol(";") && reader.token.kind !== "end") {
		throw validationError("Only one operation is allowed in a statement.");
	}
	if (reader.token.kind !== "end") throw malformed("Unexpected token after expression");
	reader.checkParameters();
	return { statement, placeholders: reader.placeholders };
}

function parseOperation(reader: StatementReader): Statement {
	if (reader.isWord("SELECT")) return parseSelect(reader);
	if (reader.isWord("INSERT")) return parseInsert(reader);
	if (reader.isWord("UPDATE")) return parseUpdate(reader);
	if (reader.isWord("DELETE")) return parseDelete(reader);
	if (reader.skipWord("EXISTS")) {
		reader.symbol("(", "Expected LEFT_PAREN");
		const select = parseSelect(reader);
		reader.symbol(")", "Expected RIGHT_PAREN");
		return { kind: "exists", select };
	}
	if (reader.isWord("CREATE") || reader.isWord("DROP")) {
		const verb = reader.advance().text;
		const name = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
		throw unsupportedOperation(`${name(verb)}${name(reader.token.text)}`);
	}
	throw malformed("Expected data manipulation");
}

function parseInsert(reader: StatementReader): InsertStatement {
	reader.word("INSERT");
	reader.word("INTO");
	const source = parseSource(reader);
	if (source.index !== undefined) {
		throw validationError("FROM clause may only contain a single table name in data manipulation statements");
	}
	refuseAlias(reader);
	if (reader.isSymbol("<<")) throw unsupportedOperation("InsertOp");
	reader.word("VALUE");
	if (!reader.isSymbol("{")) {
		throw validationError(
			`Unsupported format in item expression. Please use struct format {...} to express item values for insert statement.${reader.place(reader.token)}`,
		);
	}
	const item = readItem(parseStruct(reader, "root"));
	if (["+", "-", "*", "/"].some(reader.isSymbol)) throw malformed("Unexpected token after expression");
	if (reader.isWord("AT")) throw validationError("AT is not supported in insert statements.");
	if (reader.isWord("RETURNING")) throw validationError("RETURNING is not supported in INSERT");
	return { kind: "insert", source, item };
}

function parseUpdate(reader: StatementReader): UpdateStatement {
	reader.word("UPDATE");
	const source = parseSource(reader);
	refuseAlias(reader);
	const update = parseAssignments(reader);
	const where = reader.skipWord("WHERE") ? parseWhere(reader) : undefined;
	return { kind: "update", source, update, where, returning: parseReturning(reader) };
}

function parseDelete(reader: StatementReader): DeleteStatement {
	reader.word("DELETE");
	reader.word("FROM");
	const source = parseSource(reader);
	refuseAlias(reader);
	const where = reader.skipWord("WHERE") ? parseWhere(reader) : undefined;
	const returning = parseReturning(reader);
	if (returning !== undefined && (returning.which !== "ALL" || returning.when !== "OLD")) {
		throw validationError(
			`Invalid returning clause: RETURNING ${returning.which} ${returning.when} *. Only RETURNING ALL OLD * is allowed in DELETE statements.`,
		);
	}
	return { kind: "delete", source, where, returning };
}
