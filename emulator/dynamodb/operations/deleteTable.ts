import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound, validationError } from "../errors.ts";
import type { DeleteTableRequest, DeleteTableResponse } from "../model.generated.ts";
import { describeDeleted } from "../tables/describeTable.ts";

/** The table is gone at once; its records go in the background. Its stream can be read for another day, as in AWS. */
export function deleteTable(
	{ events, tables, spaces, streams }: Pick<Dynamodb, "events" | "tables" | "spaces" | "streams">,
	request: DeleteTableRequest,
): Promise<DeleteTableResponse> {
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		if (table === undefined) throw tableNotFound(request.TableName);
		const { definition } = table;
		if (definition.deletionProtection) {
			throw validationError(
				"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
			);
		}
		await tables.delete(table.name);
		if (definition.stream?.enabled) await streams.end(definition.stream.arn);
		const expiring = definition.timeToLive === undefined ? [] : [definition.timeToLive.space];
		await spaces.discard([definition.space, ...definition.indexes.map(({ space }) => space), ...expiring]);
		events.publish({ type: "state", kind: "table", id: table.name, change: "deleted" });
		events.publish({ type: "log", part: "dynamodb", level: "info", text: `Table ${table.name} was deleted.` });
		return { TableDescription: describeDeleted(table) };
	});
}
