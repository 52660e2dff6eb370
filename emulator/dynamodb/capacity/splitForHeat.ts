import { afterPrefix } from "../keys/keyBytes.ts";
import { capacityFacts } from "./capacityFacts.ts";
import type { Gauge } from "./partition.ts";
import { cut, placeOffset, type Ring } from "./ring.ts";

/** How far one partition key's items may be cut apart: not where local indexes hold them together. */
export type Cutting = {
	/** How long the part of this place is that names its partition key, which is as far as a cut may go. */
	partitionLength(place: Buffer): number;
	/** Whether the items of one partition key may come to lie on two partitions. */
	readonly bySortKey: boolean;
};

const keptPlaces = 64;

/**
 * Notes that a partition was over its limit, and splits it when that has gone on for some minutes: between the keys that were
 * too much for it, so that each half has half of them. A single item cannot be split; it gets a partition to itself.
 */
export function noteHeat(ring: Ring, index: number, gauge: Gauge, key: Buffer, now: number, cutting: Cutting): void {
	if (now - gauge.overAt > capacityFacts.coolsAfterMs) {
		beginHeat(gauge, now);
	}
	gauge.overAt = now;
	if (gauge.overLast !== undefined && gauge.overLast.compare(key) >= 0) gauge.overGrows = false;
	gauge.overLast = key;
	keepSome(gauge, key);
	if (now - gauge.overSince < capacityFacts.splitAfterMs) return;
	const place = placeToCut(ring, index, gauge, cutting);
	const { over } = gauge;
	if (place !== undefined)
		cut(ring, index, place, over.filter((it) => it.compare(place) >= 0).length / over.length, now);
	else beginHeat(gauge, now);
}

function beginHeat(gauge: Gauge, now: number): void {
	gauge.overSince = now;
	gauge.overCount = 0;
	gauge.over.length = 0;
	gauge.overLast = undefined;
	gauge.overGrows = true;
}

/** A fair sample of any number of keys, without chance: what takes a number's place is told by the number itself. */
function keepSome(gauge: Gauge, key: Buffer): void {
	const count = ++gauge.overCount;
	const at = count <= keptPlaces ? count - 1 : (Math.imul(count, 0x9e3779b1) >>> 0) % count;
	if (at < keptPlaces) gauge.over[at] = Buffer.from(key.subarray(placeOffset));
}

function placeToCut(ring: Ring, index: number, { over, overGrows }: Gauge, cutting: Cutting): Buffer | undefined {
	const partition = ring[index];
	if (partition === undefined) return undefined;
	const begin = (place: Buffer) => place.subarray(0, cutting.partitionLength(place));
	// Keys that come in order leave the part behind them cold: AWS does not cut there.
	const bySortKey = cutting.bySortKey && !overGrows;
	const cuts = over.map((place) => (bySortKey ? place : begin(place))).toSorted(Buffer.compare);
	const inside = (place: Buffer) => {
		const next = ring[index + 1];
		return place.compare(partition.from) > 0 && (next === undefined || place.compare(next.from) < 0);
	};
	const middle = cuts[cuts.length >>> 1];
	if (middle === undefined) return undefined;
	if (inside(middle) && !middle.equals(cuts[0] ?? middle)) return middle;
	// The lower half and more is one key: it keeps what is up to its end, and the others go.
	const above = cuts.find((place) => place.compare(middle) > 0);
	if (above !== undefined && inside(above)) return above;
	// All of it is one key: a partition of its own for it.
	if (inside(middle)) return middle;
	const end = afterPrefix(middle);
	return end !== undefined && inside(end) ? end : undefined;
}
