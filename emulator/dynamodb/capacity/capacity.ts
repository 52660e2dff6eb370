import type { EventLog } from "../../../protocol/events.ts";
import type { TablePartitions, Throttling } from "../../../protocol/partitions.ts";
import type { AwsError } from "../../aws/awsError.ts";
import type { Clock } from "../../aws/clock.ts";
import type { Table } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { type Demand, lacking, noteRefusal, take } from "./admission.ts";
import type { Charge } from "./charge.ts";
import { describePartitions } from "./describePartitions.ts";
import { keepGrowth } from "./keepGrowth.ts";
import { demandOf, keptEvents, type TableMeter, tableMeters } from "./tableMeters.ts";
import { type Lack, reasonOf, throttledError } from "./throttledError.ts";

/**
 * Accounts for every unit that requests use, by table, index, partition and key, and knows what AWS would have throttled.
 * Where throttling is on, that is turned away; where it is off, it only shows.
 */
export type Capacity = {
	/** Pays for a part of a request, all or nothing; answers why it has to be turned away, if it has to. */
	charge(charges: readonly Charge[]): AwsError | undefined;
	/** The same for parts that stand or fall together: why each of them is turned away, or undefined when none is. */
	chargeTogether(parts: readonly (readonly Charge[])[]): readonly (AwsError | undefined)[] | undefined;
	readonly throttling: Throttling;
	throttle(setting: Throttling): void;
	/** Whether this table's requests are throttled. */
	throttles(table: Table): boolean;
	/** Undefined when there is no table of this name. */
	describe(tableName: string): TablePartitions | undefined;
};

type Needs = { readonly clock: Clock; readonly events: EventLog; readonly tables: Tables };

export function openCapacity({ clock, events, tables }: Needs, initial: Throttling): Capacity {
	const meters = tableMeters(tables, keepGrowth({ events, tables }));
	let throttling = initial;
	const isOn = (table: Table) => throttling.tables[table.name] ?? throttling.enabled;

	/** Most requests use one thing, of which there is enough. */
	function charge(charges: readonly Charge[]): AwsError | undefined {
		const [only] = charges;
		if (only === undefined) return undefined;
		if (charges.length > 1) return chargeTogether([charges])?.[0];
		const now = clock.now();
		const demand = demandOf(meters.of(only.table, now), only);
		const type = lacking(demand, now);
		const refused = type !== undefined && isOn(only.table);
		const error = type && note([only], [demand], [type], refused, now);
		if (!refused) take(demand, type === undefined, now);
		return error;
	}

	function chargeTogether(parts: readonly (readonly Charge[])[]) {
		const now = clock.now();
		const demands = parts.map((charges) => charges.map((one) => demandOf(meters.of(one.table, now), one)));
		const lacks = demands.map((part) => part.map((demand) => lacking(demand, now)));
		const isLacking = lacks.some((part) => part.some((type) => type !== undefined));
		const refused = isLacking && parts.some((part, i) => part.some(({ table }, j) => lacks[i]?.[j] && isOn(table)));
		const errors = isLacking ? parts.map((part, i) => note(part, demands[i] ?? [], lacks[i] ?? [], refused, now)) : [];
		if (refused) return errors;
		// What AWS would not have served does not empty its buckets here either.
		for (const part of demands) for (const demand of part) take(demand, !isLacking, now);
		return undefined;
	}

	/** Writes down what is lacking for one part of a request, and says it as AWS does. */
	function note(
		part: readonly Charge[],
		demands: readonly Demand[],
		lacks: readonly ReturnType<typeof lacking>[],
		refused: boolean,
		now: number,
	): AwsError | undefined {
		const found: Lack[] = [];
		for (const [i, demand] of demands.entries()) {
			const type = lacks[i];
			if (type === undefined) continue;
			noteRefusal(demand, type, now);
			found.push({ meter: demand.meter, direction: demand.direction, type });
		}
		const table = part[0]?.table;
		if (table === undefined || found.length === 0) return undefined;
		remember(meters.of(table, now), table, found, refused, now);
		return refused ? throttledError(found) : undefined;
	}

	function remember(meter: TableMeter, table: Table, lacks: readonly Lack[], refused: boolean, now: number): void {
		meter.events[meter.eventCount++ % keptEvents] = { at: now, refused, lacks };
		if (!refused || now - meter.saidAt < saidEveryMs) return;
		meter.saidAt = now;
		const text = `Table ${table.name} throttles requests (${lacks.map((lack) => reasonOf(lack).reason).join(", ")}), as AWS would.`;
		events.publish({ type: "log", part: "dynamodb", level: "warn", text });
	}

	return {
		charge,
		chargeTogether,
		get throttling() {
			return throttling;
		},
		throttles: isOn,
		throttle(setting) {
			throttling = setting;
		},
		describe(tableName) {
			const table = tables.all().find(({ name }) => name === tableName);
			const now = clock.now();
			return table && describePartitions(meters.of(table, now), table, isOn(table), now);
		},
	};
}

const saidEveryMs = 60_000;
