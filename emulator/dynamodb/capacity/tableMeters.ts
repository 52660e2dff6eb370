import type { Index, Key, Table } from "../tables/table.ts";
import type { TableDefinition } from "../tables/tableDefinition.ts";
import type { Tables } from "../tables/tables.ts";
import type { Demand } from "./admission.ts";
import type { Direction } from "./capacityFacts.ts";
import type { Charge } from "./charge.ts";
import { partitionLength } from "./keyPlaces.ts";
import { meterOf, type ResourceMeter, redefine } from "./resourceMeter.ts";
import type { Cutting } from "./splitForHeat.ts";
import type { Lack } from "./throttledError.ts";

/** The meters of one table: its own, and one for each global index, by the index's space. */
export type TableMeter = {
	definition: TableDefinition;
	readonly own: Metered;
	readonly indexes: Map<number, Metered>;
	/** The newest requests that were, or would have been, throttled: the next takes the place of the oldest. */
	readonly events: { readonly at: number; readonly refused: boolean; readonly lacks: readonly Lack[] }[];
	eventCount: number;
	/** When the log last said so. */
	saidAt: number;
};

export type Metered = { readonly meter: ResourceMeter; readonly key: Key; readonly cutting: Cutting };

/** Told when a table or one of its indexes has come to give more than it was made for. */
export type Grew = (table: Table, index: Index | undefined, direction: Direction, units: number) => void;

type TableMeters = { of(table: Table, now: number): TableMeter };

/** Made when a table is first used; forgotten some time after it is gone. */
export function tableMeters(tables: Tables, grew: Grew): TableMeters {
	const meters = new Map<string, TableMeter>();
	return {
		of(table, now) {
			const known = meters.get(table.definition.id);
			if (known?.definition === table.definition) return known;
			const current = tables.current(table);
			if (known !== undefined) {
				if (known.definition !== current.definition) follow(known, current, grew, now);
				return known;
			}
			if (meters.size > tables.all().length + spareMeters) forgetGone(meters, tables);
			const made: TableMeter = {
				definition: current.definition,
				own: metered(current, undefined, grew, now),
				indexes: new Map(),
				events: [],
				eventCount: 0,
				saidAt: Number.NEGATIVE_INFINITY,
			};
			follow(made, current, grew, now);
			meters.set(table.definition.id, made);
			return made;
		},
	};
}

export function demandOf(meter: TableMeter, { index, direction, units, key, to }: Charge): Demand {
	const of = (index && meter.indexes.get(index.key.space)) ?? meter.own;
	return { meter: of.meter, cutting: of.cutting, direction, amount: units * 1000, key, to };
}

export const keptEvents = 100;
const spareMeters = 100;

function metered(table: Table, index: Index | undefined, grew: Grew, now: number): Metered {
	const key = index?.key ?? table.key;
	const bytes = table.statistics.held.get(key.space)?.bytes ?? 0;
	const types = key.hash.map(({ type }) => type);
	const isBound = index === undefined && table.indexes.some(({ definition }) => definition.kind === "local");
	return {
		meter: meterOf(table.definition, index?.definition, bytes, (...growth) => grew(table, index, ...growth), now),
		key,
		cutting: {
			partitionLength: (place) => partitionLength(types, place),
			bySortKey: key.range.length > 0 && !isBound,
		},
	};
}

/** The table has been changed: its capacity may be another, indexes may have come and gone. */
function follow(meter: TableMeter, table: Table, grew: Grew, now: number): void {
	meter.definition = table.definition;
	redefine(meter.own.meter, table.definition, undefined, now);
	const global = table.indexes.filter(({ definition }) => definition.kind === "global");
	const spaces = new Set(global.map(({ key }) => key.space));
	for (const space of meter.indexes.keys()) if (!spaces.has(space)) meter.indexes.delete(space);
	for (const index of global) {
		const known = meter.indexes.get(index.key.space);
		if (known === undefined) meter.indexes.set(index.key.space, metered(table, index, grew, now));
		else redefine(known.meter, table.definition, index.definition, now);
	}
}

function forgetGone(meters: Map<string, TableMeter>, tables: Tables): void {
	const ids = new Set(tables.all().map(({ definition }) => definition.id));
	for (const id of meters.keys()) if (!ids.has(id)) meters.delete(id);
}
