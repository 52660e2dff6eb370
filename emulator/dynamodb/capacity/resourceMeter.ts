import type { Billing, IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";
import { capacityFacts, type Direction } from "./capacityFacts.ts";
import { type Flow, newFlow, resizeFlow } from "./flow.ts";
import { type HotKeys, newHotKeys } from "./hotKeys.ts";
import { newRing, type Ring, widen } from "./ring.ts";
import { warmthOf } from "./warmth.ts";

/** Counts what a table itself or one of its global indexes gives: each has a ring and a capacity of its own. */
export type ResourceMeter = {
	readonly kind: "Table" | "Index";
	readonly arn: string;
	readonly ring: Ring;
	readonly hotKeys: HotKeys;
	readonly read: Flow;
	readonly write: Flow;
	billing: Billing["mode"];
	/** Told when it has come to give so many units a second, for good. */
	grew(direction: Direction, units: number): void;
};

export function meterOf(
	definition: TableDefinition,
	index: IndexDefinition | undefined,
	bytes: number,
	grew: ResourceMeter["grew"],
	now: number,
): ResourceMeter {
	return {
		kind: index === undefined ? "Table" : "Index",
		arn: index === undefined ? definition.arn : `${definition.arn}/index/${index.name}`,
		ring: newRing(partitionsFor(definition, index, bytes), now),
		hotKeys: newHotKeys(),
		read: newFlow(definition, index, "read", now),
		write: newFlow(definition, index, "write", now),
		billing: definition.billing.mode,
		grew,
	};
}

/** Goes over to what the table's definition says now. Capacity that has been saved up is kept as far as it fits. */
export function redefine(
	meter: ResourceMeter,
	definition: TableDefinition,
	index: IndexDefinition | undefined,
	now: number,
): void {
	meter.billing = definition.billing.mode;
	resizeFlow(meter.read, definition, index, "read", now);
	resizeFlow(meter.write, definition, index, "write", now);
	widen(meter.ring, partitionsFor(definition, index, 0), now);
}

/** As many partitions as it takes to give what the table is warm for, and to hold what it holds. */
function partitionsFor(definition: TableDefinition, index: IndexDefinition | undefined, bytes: number): number {
	const warm = warmthOf(definition, index);
	const per = (direction: Direction, units: number) => Math.ceil(units / capacityFacts.partition[direction]);
	return Math.max(
		1,
		per("read", warm.ReadUnitsPerSecond),
		per("write", warm.WriteUnitsPerSecond),
		Math.ceil(bytes / capacityFacts.partitionBytes),
	);
}
