/**
 * Ordered records: items, indexes, stream records, queue messages. Keys and values are bytes; keys order as unsigned bytes.
 * A batch is written whole or not at all, and is on disk (safe from `kill -9`) when its promise resolves.
 */
export type RecordStore = {
	/** At once: a record is read in a few microseconds, the way to the database's thread and back takes seven times as long. */
	get(key: Buffer): Buffer | undefined;
	/** Values in the order of `keys`. */
	getMany(keys: readonly Buffer[]): (Buffer | undefined)[];
	/** At most `limit` entries of the range, in order or in reverse. */
	range(range: KeyRange): Promise<RecordEntry[]>;
	write(batch: readonly RecordChange[]): Promise<void>;
	/** Removes a whole range, in bounded batches. Not atomic: mark what owns the range as gone first. */
	clear(range: Pick<KeyRange, "gte" | "lt">): Promise<void>;
	close(): Promise<void>;
};

export type KeyRange = {
	readonly gte?: Buffer;
	readonly gt?: Buffer;
	readonly lte?: Buffer;
	readonly lt?: Buffer;
	readonly reverse?: boolean;
	readonly limit: number;
};
export type RecordEntry = readonly [key: Buffer, value: Buffer];
export type RecordChange =
	| { readonly type: "put"; readonly key: Buffer; readonly value: Buffer }
	| { readonly type: "del"; readonly key: Buffer };
