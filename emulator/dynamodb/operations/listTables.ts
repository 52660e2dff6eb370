import type { Dynamodb } from "../dynamodb.ts";
import type { ListTablesRequest, ListTablesResponse } from "../model.generated.ts";

const defaultLimit = 100;

export function listTables({ tables }: Pick<Dynamodb, "tables">, request: ListTablesRequest): ListTablesResponse {
	const { ExclusiveStartTableName: start, Limit: limit = defaultLimit } = request;
	const names = tables.all().map(({ name }) => name);
	const following = start === undefined ? names : names.filter((name) => name > start);
	const page = following.slice(0, limit);
	const last = page.at(-1);
	return {
		TableNames: page,
		...(following.length > limit && last !== undefined && { LastEvaluatedTableName: last }),
	};
}
