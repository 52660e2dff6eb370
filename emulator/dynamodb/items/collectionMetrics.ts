import type { Dynamodb } from "../dynamodb.ts";
import type { ItemCollectionMetrics } from "../model.generated.ts";
import { keyPart, type Table } from "../tables/table.ts";
import type { Item } from "../values/value.ts";

const gigabyte = 2 ** 30;

/** What ReturnItemCollectionMetrics asks for; only tables with a local index have item collections with a limit. */
export function collectionMetrics(
	{ collections }: Pick<Dynamodb, "collections">,
	mode: "SIZE" | "NONE" | undefined,
	table: Table,
	item: Item,
): { ItemCollectionMetrics?: ItemCollectionMetrics } {
	if (mode !== "SIZE" || !table.indexes.some(({ definition }) => definition.kind === "local")) return {};
	const ItemCollectionKey = keyPart(item, { ...table.key, all: table.key.hash });
	const whole = Math.floor(collections.bytes(table, item) / gigabyte);
	return { ItemCollectionMetrics: { ItemCollectionKey, SizeEstimateRangeGB: [whole, whole + 1] } };
}
