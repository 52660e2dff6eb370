import type { EventLog } from "../../../protocol/events.ts";
import type { IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";
import type { Tables } from "../tables/tables.ts";
import type { Direction } from "./capacityFacts.ts";
import type { Grew } from "./tableMeters.ts";
import { type Warmth, warmthOf } from "./warmth.ts";

/** Writes down what an on-demand table has grown to, as its warm throughput: AWS shows it there, and never takes it back. */
export function keepGrowth({ events, tables }: { readonly events: EventLog; readonly tables: Tables }): Grew {
	return (grown, index, direction, units) => {
		const kept = tables.change(async () => {
			const { definition } = tables.current(grown);
			// It may have been deleted meanwhile.
			if (tables.find(definition.name)?.definition !== definition) return;
			await tables.put(
				index === undefined
					? { ...definition, warmThroughput: warmer(warmthOf(definition), direction, units) }
					: {
							...definition,
							indexes: definition.indexes.map((it) => warmIndex(definition, it, index.name, direction, units)),
						},
			);
		});
		kept.catch((error: unknown) => {
			const text = `What table ${grown.name} has grown to could not be written down: ${String(error)}`;
			events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		});
	};
}

function warmIndex(
	definition: TableDefinition,
	index: IndexDefinition,
	name: string,
	direction: Direction,
	units: number,
): IndexDefinition {
	if (index.name !== name) return index;
	return { ...index, warmThroughput: warmer(warmthOf(definition, index), direction, units) };
}

function warmer(warm: Warmth, direction: Direction, units: number): Warmth {
	const member = direction === "read" ? "ReadUnitsPerSecond" : "WriteUnitsPerSecond";
	return { ...warm, [member]: Math.max(warm[member], units) };
}
