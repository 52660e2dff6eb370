import { newPartition, type Partition } from "./partition.ts";

/**
 * The partitions of a table or an index, in the order of their places: the hash of the partition key first, then the key
 * itself, as records are ordered in the store. They leave no gap, and no two overlap.
 */
export type Ring = Partition[];

/** A record's key begins with a byte for the service and four for the space; the place on the ring is the rest. */
export const placeOffset = 5;

export function newRing(partitions: number, now: number): Ring {
	return Array.from({ length: partitions }, (_, i) =>
		newPartition(i === 0 ? Buffer.alloc(0) : hashPlace(i / partitions), now),
	);
}

/** Which partition has the record with this key. */
export function partitionIndex(ring: Ring, key: Buffer): number {
	let low = 0;
	let high = ring.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		const partition = ring[middle];
		if (partition !== undefined && isBefore(key, partition)) high = middle - 1;
		else low = middle;
	}
	return low;
}

function isBefore(key: Buffer, { from, hash }: Partition): boolean {
	const own = hashOf(key);
	if (own !== hash) return own < hash;
	return key.compare(from, 0, from.length, placeOffset) < 0;
}

export function hashOf(key: Buffer): number {
	return key.readUInt32BE(placeOffset);
}

/** Where the partition with this index ends, as a hash: that of the next one's beginning. */
export function endHash(ring: Ring, index: number): number {
	return ring[index + 1]?.hash ?? ringSize;
}

/** Cuts the widest partitions in halves until there are so many. */
export function widen(ring: Ring, partitions: number, now: number): void {
	while (ring.length < Math.min(partitions, maxPartitions)) {
		let widest = 0;
		for (let i = 1; i < ring.length; i++) if (width(ring, i) > width(ring, widest)) widest = i;
		if (width(ring, widest) < 2) return;
		const middle = (ring[widest]?.hash ?? 0) + width(ring, widest) / 2;
		cut(ring, widest, hashPlace(middle / ringSize), 0.5, now);
	}
}

/** Begins a new partition at this place, inside the one with this index, and gives it this share of what that one has counted. */
export function cut(ring: Ring, index: number, place: Buffer, share: number, now: number): void {
	const old = ring[index];
	if (old === undefined || ring.length >= maxPartitions) return;
	const left = newPartition(old.from, now);
	const right = newPartition(place, now);
	for (const direction of ["read", "write"] as const) {
		for (const count of ["total", "refused"] as const) {
			right[direction][count] = Math.floor(old[direction][count] * share);
			left[direction][count] = old[direction][count] - right[direction][count];
		}
	}
	ring.splice(index, 1, left, right);
}

export const ringSize = 2 ** 32;

/** As many as an account's quotas let a table have, twice over. */
const maxPartitions = 80;

function width(ring: Ring, index: number): number {
	return endHash(ring, index) - (ring[index]?.hash ?? 0);
}

function hashPlace(part: number): Buffer {
	const place = Buffer.alloc(4);
	place.writeUInt32BE(Math.ceil(part * ringSize));
	return place;
}
