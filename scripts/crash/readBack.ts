import { isDeepStrictEqual } from "node:util";
import { type Json, send } from "../dynamodbLocal/call.ts";
import { tableName } from "./load.ts";

/** All items of the table or of its index, by id. */
export async function allItems(endpoint: string, IndexName?: string): Promise<Map<string, Json>> {
	const items = new Map<string, Json>();
	let ExclusiveStartKey: unknown;
	do {
		const page = await asked(endpoint, "Scan", { TableName: tableName, IndexName, ExclusiveStartKey });
		for (const item of listOf(page["Items"])) items.set(textOf(item["id"]), item);
		ExclusiveStartKey = page["LastEvaluatedKey"];
	} while (ExclusiveStartKey !== undefined);
	return items;
}

/** Follows a table's stream over crashes: what its records make of nothing must be the table. */
export type Replay = {
	/** Reads on from where it stopped; tells what is wrong with the records' order and images. */
	readOn(endpoint: string): Promise<readonly string[]>;
	readonly items: ReadonlyMap<string, Json>;
	readonly records: () => number;
};

export function newReplay(StreamArn: string): Replay {
	const items = new Map<string, Json>();
	const lastRead = new Map<string, string>();
	let count = 0;

	function apply({ eventName, dynamodb }: Json): string | undefined {
		const { Keys, NewImage, OldImage }: Json = Object(dynamodb);
		const id = textOf(Object(Keys)["id"]);
		const before = items.get(id);
		if (NewImage === undefined) items.delete(id);
		else items.set(id, Object(NewImage));
		const event = before === undefined ? "INSERT" : NewImage === undefined ? "REMOVE" : "MODIFY";
		if (eventName !== event) return `${id}: a record says ${String(eventName)} where ${event} happened`;
		return isDeepStrictEqual(before, OldImage) ? undefined : `${id}: a record's old image is not what was there`;
	}

	async function readShard(endpoint: string, ShardId: string, wrong: string[]): Promise<void> {
		const SequenceNumber = lastRead.get(ShardId);
		const where =
			SequenceNumber === undefined
				? { ShardIteratorType: "TRIM_HORIZON" }
				: { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber };
		let { ShardIterator } = await asked(endpoint, "GetShardIterator", { StreamArn, ShardId, ...where });
		while (ShardIterator !== undefined && ShardIterator !== null) {
			const { Records, NextShardIterator } = await asked(endpoint, "GetRecords", { ShardIterator });
			const records = listOf(Records);
			for (const record of records) {
				const found = apply(record);
				if (found !== undefined) wrong.push(found);
				lastRead.set(ShardId, String(Object(record["dynamodb"])["SequenceNumber"]));
				count++;
			}
			ShardIterator = records.length === 0 ? undefined : NextShardIterator;
		}
	}

	return {
		items,
		records: () => count,
		async readOn(endpoint) {
			const wrong: string[] = [];
			const { StreamDescription } = await asked(endpoint, "DescribeStream", { StreamArn });
			for (const { ShardId } of listOf(Object(StreamDescription)["Shards"]))
				await readShard(endpoint, String(ShardId), wrong);
			return wrong;
		},
	};
}

export async function asked(endpoint: string, operation: string, request: Json): Promise<Json> {
	const answer = await send(endpoint, { operation, request });
	if ("result" in answer) return answer.result;
	throw new Error(`${operation} was refused: ${answer.error} ${answer.message}`);
}

function listOf(it: unknown): readonly Json[] {
	return Array.isArray(it) ? it : [];
}

function textOf(value: unknown): string {
	return String(Object(value)["S"]);
}
