import type { Billing, IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";
import { capacityFacts } from "./capacityFacts.ts";

export type Warmth = { readonly ReadUnitsPerSecond: number; readonly WriteUnitsPerSecond: number };

/**
 * What a table or an index can give at once: what was asked for, what was ever provisioned, and on demand no less than what
 * every such table begins with. It never decreases. (Measured on AWS, October 2026: ack-api-quirks DDB-TABLE-061, -134.)
 */
export function warmthOf(
	{ billing, warmThroughput }: Pick<TableDefinition, "billing" | "warmThroughput">,
	index?: Pick<IndexDefinition, "throughput" | "warmThroughput">,
): Warmth {
	const asked = index === undefined ? warmThroughput : index.warmThroughput;
	const initial = initialWarmth(billing, index);
	return {
		ReadUnitsPerSecond: Math.max(asked?.ReadUnitsPerSecond ?? 0, initial.ReadUnitsPerSecond),
		WriteUnitsPerSecond: Math.max(asked?.WriteUnitsPerSecond ?? 0, initial.WriteUnitsPerSecond),
	};
}

function initialWarmth(billing: Billing, index: Pick<IndexDefinition, "throughput"> | undefined): Warmth {
	const { read, write } = capacityFacts.onDemandInitial;
	if (billing.mode === "PAY_PER_REQUEST") return { ReadUnitsPerSecond: read, WriteUnitsPerSecond: write };
	const throughput = index === undefined ? billing.throughput : index.throughput;
	return {
		ReadUnitsPerSecond: throughput?.ReadCapacityUnits ?? 0,
		WriteUnitsPerSecond: throughput?.WriteCapacityUnits ?? 0,
	};
}
