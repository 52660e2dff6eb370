import { AwsError } from "../../aws/awsError.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { consumedByTable, gatherUnits, noUnits, type Units } from "../items/capacity.ts";
import { commitTransaction } from "../items/commitTransaction.ts";
import { readTogether } from "../items/readTogether.ts";
import type { WriteNeeds } from "../items/writeItems.ts";
import type { ExecuteTransactionInput, ExecuteTransactionOutput, ParameterizedStatement } from "../model.generated.ts";
import { selectColumns } from "../partiql/columns.ts";
import { type ParsedStatement, parseStatement } from "../partiql/parseStatement.ts";
import { prepareSelectOne, type SelectOne } from "../partiql/selectOne.ts";
import type { Statement } from "../partiql/statement.ts";
import { prepareWrite, type StatementWrite } from "../partiql/statementWrite.ts";

/** Up to 100 statements, all reads or all writes, all or nothing. */
export async function executeTransaction(
	dynamodb: Pick<Dynamodb, WriteNeeds | "clock" | "locks">,
	{ TransactStatements, ClientRequestToken: token, ReturnConsumedCapacity: mode }: ExecuteTransactionInput,
): Promise<ExecuteTransactionOutput> {
	const members = TransactStatements.map((request, index) =>
		inPlace(index, () => ({ request, parsed: readStatement(request) })),
	);
	const kinds = new Set(members.map(({ parsed }) => parsed.statement.kind === "select"));
	if (kinds.size > 1) {
		throw validationError(
			"ExecuteTransaction API does not support both read and write operations in the same request.",
		);
	}
	const prepared = members.map(({ request, parsed }, index) =>
		inPlace(index, () => prepare(dynamodb, request, parsed)),
	);
	const selects = prepared.flatMap((one) => (one.kind === "read" ? [one.select] : []));
	if (selects.length > 0) return readAll(dynamodb, selects, mode);
	const { kind, units } = await commitTransaction(
		dynamodb,
		prepared.flatMap((one) => (one.kind === "write" ? [one.write] : [])),
		token === undefined ? undefined : { token, request: TransactStatements },
	);
	return { Responses: [], ...consumedByTable(mode, units, kind) };
}

/** Says of which statement an error is. A table that is not there is named by no statement. */
function inPlace<T>(index: number, work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof AwsError) || error.code !== "ValidationException") throw error;
		throw validationError(`Validation failed in TransactStatements[${index}]: ${error.message}`);
	}
}

function readStatement({ Statement, Parameters }: ParameterizedStatement): ParsedStatement {
	const parsed = parseStatement(Statement, Parameters);
	if (returns(parsed.statement)) {
		throw validationError("RETURNING clause is not supported in ExecuteTransaction.");
	}
	return parsed;
}

function returns(statement: Statement): boolean {
	return (statement.kind === "update" || statement.kind === "delete") && statement.returning !== undefined;
}

type Member =
	| { readonly kind: "read"; readonly select: SelectOne }
	| { readonly kind: "write"; readonly write: StatementWrite };

function prepare(
	{ tables }: Pick<Dynamodb, "tables">,
	request: ParameterizedStatement,
	{ statement, placeholders }: ParsedStatement,
): Member {
	if (statement.kind === "select") {
		return { kind: "read", select: prepareSelectOne(tables, { statement, placeholders }, "ExecuteTransaction") };
	}
	const showItem = request.ReturnValuesOnConditionCheckFailure;
	return { kind: "write", write: prepareWrite(tables, { statement, placeholders }, showItem) };
}

async function readAll(
	dynamodb: Pick<Dynamodb, "records" | "locks" | "capacity">,
	selects: readonly SelectOne[],
	mode: ExecuteTransactionInput["ReturnConsumedCapacity"],
): Promise<ExecuteTransactionOutput> {
	const found = await readTogether(dynamodb, selects);
	const units = new Map<string, Units>();
	const Responses = selects.map(({ table, columns }, index) => {
		const { item, units: used = noUnits() } = found[index] ?? {};
		const total = units.get(table.name) ?? noUnits();
		gatherUnits(total, used);
		units.set(table.name, total);
		return item === undefined ? {} : { Item: selectColumns(item, columns) };
	});
	return { Responses, ...consumedByTable(mode, units, "ReadCapacityUnits") };
}
