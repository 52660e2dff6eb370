import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound } from "../errors.ts";
import type { DescribeTableRequest, DescribeTableResponse } from "../model.generated.ts";
import { describeTable as describe } from "../tables/describeTable.ts";

export function describeTable(
	{ clock, tables }: Pick<Dynamodb, "clock" | "tables">,
	request: DescribeTableRequest,
): DescribeTableResponse {
	const table = tables.find(request.TableName);
	if (table === undefined) throw tableNotFound(request.TableName);
	return { Table: describe(clock, table) };
}
