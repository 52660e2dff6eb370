import { project } from "../expressions/project.ts";
import type { DocumentPath } from "../expressions/syntax.ts";
import type { QueryRequest, QueryResponse } from "../model.generated.ts";
import { type Index, keyPart, type Table } from "../tables/table.ts";
import { consumedCapacity } from "./capacity.ts";
import type { Page } from "./readPage.ts";

/** A page as the answer of a query or a scan. */
export function pageAnswer(
	request: Pick<QueryRequest, "Select" | "TableName" | "ReturnConsumedCapacity">,
	table: Table,
	index: Index | undefined,
	page: Page,
	paths: readonly DocumentPath[] | undefined,
): QueryResponse {
	const { items, last } = page;
	const keys = index === undefined ? [table.key] : [table.key, index.key];
	return {
		...(request.Select !== "COUNT" && {
			Items: paths === undefined ? items : items.map((item) => project(item, paths)),
		}),
		Count: items.length,
		ScannedCount: page.scannedCount,
		...(last && { LastEvaluatedKey: keyPart(last, ...keys) }),
		...consumedCapacity(request.ReturnConsumedCapacity, request.TableName, page.units),
	};
}
