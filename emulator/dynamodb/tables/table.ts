import { keyBytes } from "../keys/keyBytes.ts";
import { keyHash } from "../keys/keyHash.ts";
import type { KeySchemaElement } from "../model.generated.ts";
import { type Item, newItem } from "../values/value.ts";
import type { IndexDefinition, KeyAttribute, TableDefinition } from "./tableDefinition.ts";

/** A table ready for use: its definition, and what operations need of it worked out once. */
export type Table = {
	readonly definition: TableDefinition;
	readonly name: string;
	readonly key: Key;
	readonly indexes: readonly Index[];
	readonly statistics: Statistics;
};

/** Which attributes make a key. A table has one hash and at most one range attribute, a global index up to four of each. */
export type Key = {
	readonly space: number;
	readonly hash: readonly KeyAttribute[];
	readonly range: readonly KeyAttribute[];
	readonly all: readonly KeyAttribute[];
};

export type Index = {
	readonly definition: IndexDefinition;
	readonly name: string;
	readonly key: Key;
	/** The attributes that it holds; undefined for all. */
	readonly attributes: ReadonlySet<string> | undefined;
};

/**
 * How many items and bytes the table and its indexes hold, by space. Kept up to date in memory and stored at the end of a
 * run; after a run that had no proper end they are not known until somebody asks, and are then counted.
 */
export type Statistics = { readonly held: Map<number, Held>; known: boolean; counting?: Promise<void> };
export type Held = { readonly count: number; readonly bytes: number };

export function tableOf(definition: TableDefinition, statistics: Statistics): Table {
	const key = keyOf(definition, definition.keySchema, definition.space);
	return {
		definition,
		name: definition.name,
		key,
		indexes: definition.indexes.map((index) => indexOf(definition, key, index)),
		statistics,
	};
}

/** A table is DELETING until it is gone; the other states end when their time is up. */
export function statusOf({ definition }: Table, now: number): TableStatus {
	const { status, until } = definition.pending;
	return status === "DELETING" || until > now ? status : "ACTIVE";
}

export type TableStatus = "ACTIVE" | "CREATING" | "UPDATING" | "DELETING";

export function indexStatusOf(
	table: Table,
	{ backfilling, deletingUntil, changingUntil }: IndexDefinition,
	now: number,
) {
	if (deletingUntil !== undefined) return "DELETING";
	if (backfilling || statusOf(table, now) === "CREATING") return "CREATING";
	return changingUntil !== undefined && changingUntil > now ? "UPDATING" : "ACTIVE";
}

/**
 * Where an item stands in a space: the space, the hash of its partition key, then its key's values. The hash scatters
 * partitions as AWS does, so that a scan has no order of keys and can be cut into segments.
 */
export function recordKey(key: Key, item: Item): Buffer {
	return Buffer.concat([partitionPrefix(key, item), ...key.range.map(({ name }) => attributeBytes(item, name))]);
}

/** What the keys of all items with the same partition key begin with. */
export function partitionPrefix(key: Key, item: Item): Buffer {
	const parts = key.hash.map(({ name }) => attributeBytes(item, name));
	const partition = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
	const prefix = Buffer.allocUnsafe(9 + partition.length);
	prefix[0] = records;
	prefix.writeUInt32BE(key.space, 1);
	prefix.writeUInt32BE(keyHash(partition), 5);
	partition.copy(prefix, 9);
	return prefix;
}

/** An index entry's key: the index's own, then the item's key, since many items may share the former. Undefined where the item is not in the index. */
export function indexRecordKey(table: Table, index: Index, item: Item): Buffer | undefined {
	if (!index.key.all.every(({ name, type }) => item[name] !== undefined && type in (item[name] ?? {})))
		return undefined;
	const base = table.key.all.map(({ name }) => attributeBytes(item, name));
	return Buffer.concat([recordKey(index.key, item), ...base]);
}

/** The smallest key of a space, or of a place on its ring of partitions. */
export function spaceStart(space: number, hash = 0): Buffer {
	const start = Buffer.allocUnsafe(9);
	start[0] = records;
	start.writeUInt32BE(space, 1);
	start.writeUInt32BE(hash, 5);
	return start;
}

/** What an index holds of an item. */
export function projected(index: Index, item: Item): Item {
	const { attributes } = index;
	if (attributes === undefined) return item;
	const result = newItem();
	for (const name of Object.keys(item)) {
		const value = item[name];
		if (value !== undefined && attributes.has(name)) result[name] = value;
	}
	return result;
}

/** The key's attributes of an item, as they stand in answers. */
export function keyPart(item: Item, ...keys: readonly Key[]): Item {
	const part = newItem();
	for (const { all } of keys) {
		for (const { name } of all) {
			const value = item[name];
			if (value !== undefined) part[name] = value;
		}
	}
	return part;
}

/** The first byte of all records that are DynamoDB's, in a store that other services share. */
const records = 0x64;

function attributeBytes(item: Item, name: string): Buffer {
	const value = item[name];
	if (value === undefined) throw new Error(`An item without its key attribute ${name} came past the checks.`);
	return keyBytes(value);
}

function keyOf(definition: TableDefinition, schema: readonly KeySchemaElement[], space: number): Key {
	const attribute = ({ AttributeName: name }: KeySchemaElement): KeyAttribute => {
		const defined = definition.attributes.find((it) => it.AttributeName === name);
		if (defined === undefined)
			throw new Error(`Table ${definition.name} has no definition of its key attribute ${name}.`);
		return { name, type: defined.AttributeType };
	};
	return {
		space,
		hash: schema.filter(({ KeyType }) => KeyType === "HASH").map(attribute),
		range: schema.filter(({ KeyType }) => KeyType === "RANGE").map(attribute),
		all: schema.map(attribute),
	};
}

function indexOf(definition: TableDefinition, tableKey: Key, index: IndexDefinition): Index {
	const key = keyOf(definition, index.keySchema, index.space);
	const { ProjectionType, NonKeyAttributes = [] } = index.projection;
	const attributes =
		ProjectionType === "ALL"
			? undefined
			: new Set([...tableKey.all, ...key.all].map(({ name }) => name).concat(NonKeyAttributes));
	return { definition: index, name: index.name, key, attributes };
}
