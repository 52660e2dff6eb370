import { spaceStart } from "../tables/table.ts";

/** Sequence numbers are 64 bits in a stream's keys. */
export const largestSequence = 2n ** 64n - 1n;

/** Where the record of this number stands in the stream's space. */
export function sequenceKey(space: number, sequence: bigint): Buffer {
	const key = Buffer.concat([spaceStart(space).subarray(0, 5), Buffer.alloc(8)]);
	key.writeBigUInt64BE(sequence < 0n ? 0n : sequence, 5);
	return key;
}
