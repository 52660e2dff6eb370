/**
 * Where on the ring of partitions a partition key stands, in 32 bits: FNV-1a with the mixing of MurmurHash3 at its end.
 * AWS's own hash is not public; any even one shows the same behaviour, and this one is the same on every machine.
 */
export function keyHash(partitionKey: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (const byte of partitionKey) hash = Math.imul(hash ^ byte, 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
