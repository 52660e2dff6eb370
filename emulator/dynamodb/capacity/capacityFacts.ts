/**
 * What AWS says of capacity. Sources: developer guide, "Partition key design" and "DynamoDB burst and adaptive capacity"
 * (burst, partitions), "On-demand capacity mode" (initial throughput, twice the previous peak within 30 minutes), "Quotas in
 * Amazon DynamoDB"; all read in November 2026.
 */
export const capacityFacts = {
	/** So many seconds of unused capacity are kept for a burst. */
	burstSeconds: 300,
	partition: { read: 3000, write: 1000 },
	partitionBytes: 10 * 1024 ** 3,
	onDemandInitial: { read: 12_000, write: 4_000 },
	/** A new peak of an on-demand table is provided for, twice over, when it is this old. */
	peakSettlesMs: 30 * 60 * 1000,
	/** Quotas of an account when nobody has asked for others. */
	perTable: 40_000,
	perAccount: 80_000,
	/** AWS gives no number for how soon it splits a hot partition: "sustained" traffic, "minutes". */
	splitAfterMs: 5 * 60 * 1000,
	/** A partition that has not been over its limit for so long is no longer hot. */
	coolsAfterMs: 60 * 1000,
} as const;

export type Direction = "read" | "write";
