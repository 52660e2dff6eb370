import type { ItemChange } from "../items/writeItems.ts";
import { keyPart } from "../tables/table.ts";
import type { ViewType } from "../tables/tableDefinition.ts";
import { itemSize } from "../values/valueSize.ts";
import type { StreamRecord } from "./streamRecord.ts";

/** What the stream's view type lets be seen of a change; SizeBytes counts just that. */
export function recordOfChange(
	viewType: ViewType,
	{ table, before, after, expired = false }: ItemChange,
	at: number,
): StreamRecord {
	const present = after ?? before;
	if (present === undefined) throw new Error("A change from nothing to nothing is no change.");
	const keys = keyPart(present, table.key);
	const newImage = viewType === "NEW_IMAGE" || viewType === "NEW_AND_OLD_IMAGES" ? after : undefined;
	const oldImage = viewType === "OLD_IMAGE" || viewType === "NEW_AND_OLD_IMAGES" ? before : undefined;
	const size = [keys, newImage, oldImage].reduce((sum, item) => sum + (item === undefined ? 0 : itemSize(item)), 0);
	const event = before === undefined ? "INSERT" : after === undefined ? "REMOVE" : "MODIFY";
	return { event, at, size, keys, ...(newImage && { newImage }), ...(oldImage && { oldImage }), expired };
}
