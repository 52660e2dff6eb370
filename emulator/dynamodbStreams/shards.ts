import type { StreamOfTable, StreamSource } from "./dynamodbStreams.ts";

/** A stretch of a stream's sequence numbers. A shard takes changes for four hours; then its child goes on. */
export type StreamShard = {
	readonly id: string;
	readonly parentId: string | undefined;
	readonly start: bigint;
	/** The last number that can be in it; undefined while it is open. */
	readonly end: bigint | undefined;
};

/** Developer guide, "Working with streams": shards close by themselves about every four hours. */
const shardMs = 4 * 60 * 60 * 1000;

/** The shards that are not wholly forgotten, parents first. */
export function shardsOf(
	source: Pick<StreamSource, "horizon" | "next" | "sequenceAt">,
	stream: StreamOfTable,
): readonly StreamShard[] {
	const startOf = (place: number) =>
		place === 0 ? BigInt(stream.start) : source.sequenceAt(stream.createdAt + place * shardMs);
	const streamEnd = stream.end === undefined ? undefined : BigInt(stream.end);
	const newest = streamEnd ?? source.next(stream.arn);
	const horizon = source.horizon(stream.arn);
	const shards: StreamShard[] = [];
	for (let place = placeOf(source, stream, horizon); place === 0 || startOf(place) <= newest; place++) {
		const start = startOf(place);
		const childStart = startOf(place + 1);
		const closed = childStart <= newest;
		const end = closed ? childStart - 1n : streamEnd;
		shards.push({
			id: shardId(stream, place),
			parentId: place === 0 ? undefined : shardId(stream, place - 1),
			start,
			end,
		});
	}
	return shards;
}

/** Which shard the number is in, counted from the stream's first. */
function placeOf(source: Pick<StreamSource, "sequenceAt">, { createdAt }: StreamOfTable, sequence: bigint): number {
	const first = source.sequenceAt(createdAt);
	const each = source.sequenceAt(createdAt + shardMs) - first;
	return sequence <= first ? 0 : Number((sequence - first) / each);
}

/** Time, and digits that differ between streams: the form of AWS's ids. */
function shardId(stream: StreamOfTable, place: number): string {
	if (place === 0) return stream.shardId;
	const time = String(stream.createdAt + place * shardMs).padStart(20, "0");
	const digits = (Number.parseInt(stream.shardId.slice(-8), 16) + place * 0x9e37_79b9) >>> 0;
	return `shardId-${time}-${digits.toString(16).padStart(8, "0")}`;
}
