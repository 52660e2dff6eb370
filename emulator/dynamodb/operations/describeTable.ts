import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound } from "../errors.ts";
import type { DescribeTableRequest, DescribeTableResponse } from "../model.generated.ts";
import { describeTable as describe } from "../tables/describeTable.ts";
import { countIfUnknown } from "../tables/statistics.ts";

export async function describeTable(
	{ clock, tables, records }: Pick<Dynamodb, "clock" | "tables" | "records">,
	request: DescribeTableRequest,
): Promise<DescribeTableResponse> {
	const table = tables.find(request.TableName);
	if (table === undefined) throw tableNotFound(request.TableName);
	await countIfUnknown(records, table);
	return { Table: describe(clock, table) };
}
