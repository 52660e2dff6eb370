import { type Json, send } from "./call.ts";

/** What a table's stream says of each item, in order: the records of different items have no order that both must share. */
export async function streamOf(endpoint: string, StreamArn: string): Promise<ReadonlyMap<string, readonly Json[]>> {
	const { StreamDescription } = await asked(endpoint, "DescribeStream", { StreamArn });
	const found = new Map<string, Json[]>();
	for (const { ShardId } of listOf(Object(StreamDescription)["Shards"])) {
		const request = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
		let { ShardIterator } = await asked(endpoint, "GetShardIterator", request);
		// A shard that is open never ends: an empty answer is its end for us.
		while (ShardIterator !== undefined && ShardIterator !== null) {
			const { Records, NextShardIterator } = await asked(endpoint, "GetRecords", { ShardIterator });
			const records = listOf(Records);
			for (const { eventName, dynamodb } of records) {
				const { Keys, NewImage, OldImage, SizeBytes, StreamViewType }: Json = Object(dynamodb);
				const key = JSON.stringify(Object.entries(Object(Keys)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
				const known = found.get(key) ?? [];
				known.push({ eventName, Keys, NewImage, OldImage, SizeBytes, StreamViewType });
				found.set(key, known);
			}
			ShardIterator = records.length === 0 ? undefined : NextShardIterator;
		}
	}
	return found;
}

async function asked(endpoint: string, operation: string, request: Json): Promise<Json> {
	const answer = await send(endpoint, { operation, request });
	if ("result" in answer) return answer.result;
	throw new Error(`${operation} was refused by ${endpoint}: ${answer.error} ${answer.message}`);
}

function listOf(it: unknown): readonly Json[] {
	return Array.isArray(it) ? it : [];
}
