import type { Capacity, ConsumedCapacity } from "../model.generated.ts";

/** Capacity units that a request used, of the table itself and of each index. */
export type Units = {
	table: number;
	readonly local: Map<string, number>;
	readonly global: Map<string, number>;
};

export function noUnits(): Units {
	return { table: 0, local: new Map(), global: new Map() };
}

/**
 * Adds what one part of a request used to the whole. A transaction's part counts twice for the table itself, but not for indexes
 * (measured on DynamoDB: rusoto/rusoto#1919, 2021; nubo-db/dynoxide#188, 2026).
 */
export function gatherUnits(total: Units, part: Units, times = 1): void {
	total.table += part.table * times;
	for (const [name, more] of part.local) addUnits(total.local, name, more);
	for (const [name, more] of part.global) addUnits(total.global, name, more);
}

/** Units by table, as the operations on many items answer them. */
export function consumedByTable(
	mode: CapacityMode,
	tables: ReadonlyMap<string, Units>,
	kind?: TransactionKind,
): { ConsumedCapacity?: readonly ConsumedCapacity[] } {
	const described = [...tables].flatMap(([name, units]) => describeUnits(mode, name, units, kind) ?? []);
	return described.length === 0 ? {} : { ConsumedCapacity: described };
}

/** One unit for each kilobyte begun. */
export function writeUnits(bytes: number): number {
	return Math.max(1, Math.ceil(bytes / 1024));
}

/** One unit for each four kilobytes begun; half of it when an older state may be read. */
export function readUnits(bytes: number, consistent: boolean): number {
	return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}

export function addUnits(units: Map<string, number>, name: string, more: number): void {
	if (more > 0) units.set(name, (units.get(name) ?? 0) + more);
}

export type CapacityMode = "INDEXES" | "TOTAL" | "NONE" | undefined;

/** What a request's ReturnConsumedCapacity makes of its units: nothing, the sum, or each index apart. Idle indexes do not appear. */
export function consumedCapacity(
	mode: CapacityMode,
	tableName: string,
	units: Units,
): { ConsumedCapacity?: ConsumedCapacity } {
	const described = describeUnits(mode, tableName, units);
	return described === undefined ? {} : { ConsumedCapacity: described };
}

/** Only a transaction's answer says of its units whether they were read or written. */
export type TransactionKind = "ReadCapacityUnits" | "WriteCapacityUnits";

function describeUnits(
	mode: CapacityMode,
	tableName: string,
	units: Units,
	kind?: TransactionKind,
): ConsumedCapacity | undefined {
	if (mode === undefined || mode === "NONE") return undefined;
	const total = sum(units.local) + sum(units.global) + units.table;
	if (mode === "TOTAL") return { TableName: tableName, ...amount(total, kind) };
	return {
		TableName: tableName,
		...amount(total, kind),
		Table: amount(units.table, kind),
		...(units.local.size > 0 && { LocalSecondaryIndexes: amounts(units.local, kind) }),
		...(units.global.size > 0 && { GlobalSecondaryIndexes: amounts(units.global, kind) }),
	};
}

function sum(units: ReadonlyMap<string, number>): number {
	let total = 0;
	for (const more of units.values()) total += more;
	return total;
}

function amount(units: number, kind: TransactionKind | undefined): Capacity {
	return kind === undefined ? { CapacityUnits: units } : { CapacityUnits: units, [kind]: units };
}

function amounts(units: ReadonlyMap<string, number>, kind: TransactionKind | undefined): Record<string, Capacity> {
	return Object.fromEntries([...units].map(([name, more]) => [name, amount(more, kind)]));
}
