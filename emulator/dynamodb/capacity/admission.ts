import type { Direction } from "./capacityFacts.ts";
import { exhausted, type LimitType } from "./flow.ts";
import { heatKey, noteRefusedKey } from "./hotKeys.ts";
import { addToWindow } from "./minuteWindow.ts";
import { followPeak } from "./onDemandPeak.ts";
import type { ResourceMeter } from "./resourceMeter.ts";
import { endHash, hashOf, partitionIndex, ringSize } from "./ring.ts";
import { type Cutting, noteHeat } from "./splitForHeat.ts";
import { tokensIn } from "./tokenBucket.ts";

/** What is asked of one resource. */
export type Demand = {
	readonly meter: ResourceMeter;
	readonly direction: Direction;
	/** In thousandths of a unit. */
	readonly amount: number;
	readonly key: Buffer;
	readonly to: Buffer | undefined;
	readonly cutting: Cutting;
};

/**
 * Why a request has to be turned away, if it has to. It may pass while anything is left of each capacity that it needs, and
 * may take more than is left: what a read costs is known only when it has been read. The next ones wait until that is paid.
 */
export function lacking({ meter, direction, key, to }: Demand, now: number): LimitType | undefined {
	const limit = exhausted(meter[direction], now);
	if (limit !== undefined) return limit;
	const last = to === undefined ? undefined : partitionIndex(meter.ring, to);
	for (let i = partitionIndex(meter.ring, key); ; i++) {
		const gauge = meter.ring[i]?.[direction];
		if (gauge !== undefined && tokensIn(gauge.bucket, now) <= 0) return "KeyRangeThroughputExceeded";
		if (last === undefined || i >= last) return undefined;
	}
}

/** Takes what a request used; `paid` when it comes out of the capacity, and not on top of it. */
export function take({ meter, direction, amount, key, to }: Demand, paid: boolean, now: number): void {
	const flow = meter[direction];
	if (paid) for (const { bucket } of flow.limits) bucket.tokens -= amount;
	flow.total += amount;
	const ended = addToWindow(flow.recent, amount, now);
	if (ended !== undefined) followPeak(meter, direction, ended, now);
	const first = partitionIndex(meter.ring, key);
	const last = to === undefined ? first : Math.max(first, partitionIndex(meter.ring, to));
	let left = amount;
	for (let i = first; i <= last; i++) {
		const gauge = meter.ring[i]?.[direction];
		if (gauge === undefined) continue;
		const part = i === last ? left : Math.min(left, shareOf(meter, i, key, to ?? key, amount));
		left -= part;
		if (paid) gauge.bucket.tokens -= part;
		gauge.total += part;
		addToWindow(gauge.recent, part, now);
	}
	// A scan is no sign of a hot key.
	if (to === undefined || hashOf(to) === hashOf(key)) heatKey(meter.hotKeys, key, direction, amount, now);
}

/** Notes that a request was turned away, or would have been. */
export function noteRefusal({ meter, direction, key, cutting }: Demand, type: LimitType, now: number): void {
	const { refused } = meter[direction];
	refused.set(type, { count: (refused.get(type)?.count ?? 0) + 1, at: now });
	noteRefusedKey(meter.hotKeys, key);
	if (type !== "KeyRangeThroughputExceeded") return;
	const index = partitionIndex(meter.ring, key);
	const gauge = meter.ring[index]?.[direction];
	if (gauge === undefined) return;
	gauge.refused++;
	noteHeat(meter.ring, index, gauge, key, now, cutting);
}

/** A scan's part on one partition: as much of it as the partition has of the ring between its first and its last record. */
function shareOf({ ring }: ResourceMeter, index: number, from: Buffer, to: Buffer, amount: number): number {
	const start = hashOf(from);
	const end = Math.min(hashOf(to) + 1, ringSize);
	const width = Math.min(endHash(ring, index), end) - Math.max(ring[index]?.hash ?? 0, start);
	return Math.floor((amount * Math.max(width, 0)) / (end - start));
}
