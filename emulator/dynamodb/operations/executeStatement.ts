import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { consumedCapacity } from "../items/capacity.ts";
import type { WriteNeeds } from "../items/writeItems.ts";
import type { ExecuteStatementInput, ExecuteStatementOutput } from "../model.generated.ts";
import { nextToken } from "../partiql/nextToken.ts";
import { parseStatement } from "../partiql/parseStatement.ts";
import { runWrite } from "../partiql/runWrite.ts";
import { selectItems } from "../partiql/selectItems.ts";
import { prepareWrite } from "../partiql/statementWrite.ts";

export async function executeStatement(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	request: ExecuteStatementInput,
): Promise<ExecuteStatementOutput> {
	const { ReturnConsumedCapacity: mode } = request;
	const { statement, placeholders } = parseStatement(request.Statement, request.Parameters);
	if (statement.kind === "exists") {
		throw validationError("EXISTS can only be used in ExecuteTransaction write requests.");
	}
	if (statement.kind === "select") {
		const selected = await selectItems(dynamodb, { statement, placeholders }, request);
		return {
			Items: selected.items,
			...(selected.next && { NextToken: nextToken(request, selected.next) }),
			...(selected.lastKey && { LastEvaluatedKey: selected.lastKey }),
			...consumedCapacity(mode, selected.tableName, selected.units),
		};
	}
	const showItem = request.ReturnValuesOnConditionCheckFailure;
	const write = prepareWrite(dynamodb.tables, { statement, placeholders }, showItem);
	const { returned, units } = await runWrite(dynamodb, write);
	return {
		Items: returned === undefined ? [] : [returned],
		...consumedCapacity(mode, write.tableName, units),
	};
}
