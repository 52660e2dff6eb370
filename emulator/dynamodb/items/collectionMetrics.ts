import type { ItemCollectionMetrics } from "../model.generated.ts";
import { keyPart, type Table } from "../tables/table.ts";
import type { Item } from "../values/value.ts";

/** What ReturnItemCollectionMetrics asks for; only tables with a local index have item collections with a limit. */
export function collectionMetrics(
	mode: "SIZE" | "NONE" | undefined,
	table: Table,
	item: Item,
): { ItemCollectionMetrics?: ItemCollectionMetrics } {
	if (mode !== "SIZE" || !table.indexes.some(({ definition }) => definition.kind === "local")) return {};
	const ItemCollectionKey = keyPart(item, { ...table.key, all: table.key.hash });
	return { ItemCollectionMetrics: { ItemCollectionKey, SizeEstimateRangeGB: [0, 1] } };
}
