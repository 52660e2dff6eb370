import type { AwsError } from "../../aws/awsError.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import type { Dynamodb } from "../dynamodb.ts";
import type { Table } from "../tables/table.ts";
import { decodeItem } from "../values/decodeItem.ts";
import type { Item } from "../values/value.ts";
import type { Units } from "./capacity.ts";
import { appendToStream, draftChange, newDraft, takeBack, writeDraft } from "./draftWrites.ts";

/** An item before and after; undefined where there is none. The key is the item's record key. */
export type ItemChange = {
	readonly table: Table;
	readonly key: Buffer;
	readonly before: Item | undefined;
	readonly after: Item | undefined;
	/** Whether time to live took the item away, rather than a request. */
	readonly expired?: boolean;
};

export function readItemAt(records: RecordStore, key: Buffer): Item | undefined {
	const record = records.get(key);
	return record === undefined ? undefined : decodeItem(record);
}

/**
 * Writes changes of items, with all that follows from them in indexes and streams, as one batch: all of it or nothing is
 * there after a crash. The caller holds the items' locks. Answers each change's capacity units; fails when there is no capacity
 * for one of them.
 */
export async function writeItems(
	dynamodb: Pick<Dynamodb, WriteNeeds>,
	changes: readonly ItemChange[],
	{ extra = [], times = 1, refusal = firstOf }: WriteTerms = {},
): Promise<readonly Units[]> {
	const outgrown = dynamodb.collections.check(changes);
	if (outgrown !== undefined) throw refusal(outgrown);
	const draft = newDraft(dynamodb, extra);
	const parts = changes.map((change) => draftChange(dynamodb, draft, change, times));
	const refused = dynamodb.capacity.chargeTogether(parts.map(({ charges }) => charges));
	if (refused !== undefined) {
		for (const part of parts) takeBack(part);
		throw refusal(refused);
	}
	for (const part of parts) appendToStream(dynamodb, draft, part);
	await writeDraft(dynamodb, draft);
	return parts.map(({ units }) => units);
}

export type WriteTerms = {
	/** Further records that belong to the same batch. */
	readonly extra?: readonly RecordChange[];
	/** How often the table's own units are charged: twice in a transaction. */
	readonly times?: 1 | 2;
	/** The error for changes that stand or fall together, of the errors of those for which capacity is lacking. */
	readonly refusal?: (errors: readonly (AwsError | undefined)[]) => AwsError | undefined;
};

/** The same for changes that do not depend on each other: those for which there is no capacity are left out, with the error in their place. */
export async function writeEach(
	dynamodb: Pick<Dynamodb, WriteNeeds>,
	changes: readonly ItemChange[],
): Promise<readonly (Units | AwsError)[]> {
	const outgrown = dynamodb.collections.check(changes);
	if (outgrown !== undefined) throw firstOf(outgrown);
	const draft = newDraft(dynamodb, []);
	const results = changes.map((change) => {
		const marks = [draft.batch.length, draft.late.length] as const;
		const part = draftChange(dynamodb, draft, change, 1);
		const refused = dynamodb.capacity.charge(part.charges);
		if (refused === undefined) {
			appendToStream(dynamodb, draft, part);
			return part.units;
		}
		takeBack(part);
		[draft.batch.length, draft.late.length] = marks;
		return refused;
	});
	await writeDraft(dynamodb, draft);
	return results;
}

/** What writing items takes. */
export type WriteNeeds = "records" | "streams" | "tables" | "indexLag" | "capacity" | "history" | "collections";

const firstOf = (errors: readonly (AwsError | undefined)[]) => errors.find((error) => error !== undefined);
