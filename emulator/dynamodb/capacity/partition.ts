import { capacityFacts, type Direction } from "./capacityFacts.ts";
import { type MinuteWindow, minuteWindow } from "./minuteWindow.ts";
import { type TokenBucket, tokenBucket } from "./tokenBucket.ts";

/** A part of a table's or an index's ring, on a machine of its own, which gives no more than a machine can. */
export type Partition = {
	/** The first place that belongs to it: a record's key without its space. Empty for the beginning of the ring. */
	readonly from: Buffer;
	/** The first four bytes of `from`. */
	readonly hash: number;
	readonly read: Gauge;
	readonly write: Gauge;
};

/** What one partition gives in one direction. Amounts are in thousandths of a unit. */
export type Gauge = {
	readonly bucket: TokenBucket;
	readonly recent: MinuteWindow;
	total: number;
	/** Requests that it had, or would have had, to turn away. */
	refused: number;
	/** Since when it has been over its limit, and when it last was. */
	overSince: number;
	overAt: number;
	/** How many requests have been too much for it since then, and where some of them went. */
	overCount: number;
	readonly over: Buffer[];
	/** The key of the last of them, and whether each was behind the one before. */
	overLast: Buffer | undefined;
	overGrows: boolean;
};

export function newPartition(from: Buffer, now: number): Partition {
	return {
		from,
		hash: from.length >= 4 ? from.readUInt32BE(0) : 0,
		read: gauge("read", now),
		write: gauge("write", now),
	};
}

/** A second's capacity and no burst: developer guide, "Burst capacity can't alleviate partition-level throttling" (re:Post, 2023). */
function gauge(direction: Direction, now: number): Gauge {
	return {
		bucket: tokenBucket(capacityFacts.partition[direction], 1, now),
		recent: minuteWindow(),
		total: 0,
		refused: 0,
		overSince: Number.NEGATIVE_INFINITY,
		overAt: Number.NEGATIVE_INFINITY,
		overCount: 0,
		over: [],
		overLast: undefined,
		overGrows: true,
	};
}
