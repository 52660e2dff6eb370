import { mkdirSync } from "node:fs";
import { copyFile, open, readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import Datastore from "nedb-promises";
import type { DocumentStore, Documents } from "./documents.ts";

/**
 * Documents in NeDB, a file a collection under `dir`. A value is stored as JSON text, because NeDB refuses keys with a
 * dot or a leading dollar sign and drops `__proto__`, all of which users' definitions may have.
 */
export function diskDocuments(dir: string): DocumentStore {
	mkdirSync(dir, { recursive: true });
	return {
		async collection<T extends object>(name: string) {
			const file = join(dir, `${name}.db`);
			await cutTornTail(file);
			// A threshold of 0 makes NeDB refuse a damaged file; by default it would erase up to a tenth of the lines without a word.
			const db = Datastore.create({ filename: file, corruptAlertThreshold: 0 });
			await db.load();
			const rows = await db.find<Row>({});
			const values = new Map<string, T>();
			let order = 0;
			for (const row of rows.toSorted((a, b) => a.order - b.order)) {
				values.set(row._id, JSON.parse(row.json) as T); // written by `put` below, from a T
				order = Math.max(order, row.order + 1);
			}
			const orders = new Map(rows.map((row) => [row._id, row.order]));
			return documents(values, {
				async put(id, value) {
					const place = orders.get(id) ?? order++;
					orders.set(id, place);
					await db.update({ _id: id }, { _id: id, order: place, json: JSON.stringify(value) }, { upsert: true });
				},
				async delete(id) {
					orders.delete(id);
					await db.remove({ _id: id }, {});
				},
			});
		},
		async close() {
			// NeDB appends at once and keeps no file open: what was acknowledged is in the file.
		},
	};
}

/** The same without files, for `--memory` and for tests. */
export function memoryDocuments(): DocumentStore {
	const collections = new Map<string, Documents<never>>();
	return {
		async collection<T extends object>(name: string) {
			let collection = collections.get(name) as Documents<T> | undefined; // a name is opened with one type
			if (collection === undefined) {
				collection = documents<T>(new Map(), { put: async () => {}, delete: async () => {} });
				collections.set(name, collection as Documents<never>);
			}
			return collection;
		},
		async close() {},
	};
}

type Row = { readonly _id: string; readonly order: number; readonly json: string };
type Log<T> = { put(id: string, value: T): Promise<void>; delete(id: string): Promise<void> };

/** Memory follows the log: a value that could not be written is not shown as if it had been. */
function documents<T extends object>(values: Map<string, T>, log: Log<T>): Documents<T> {
	let listed: readonly T[] | undefined;
	return {
		get: (id) => values.get(id),
		all: () => (listed ??= [...values.values()]),
		async put(id, value) {
			await log.put(id, value);
			values.set(id, value);
			listed = undefined;
		},
		async delete(id) {
			await log.delete(id);
			values.delete(id);
			listed = undefined;
		},
	};
}

/**
 * A kill in the middle of an append leaves a last line without its end, which NeDB would refuse as damage. That line was
 * never acknowledged: it is cut off, and a copy of the file is kept beside it.
 */
async function cutTornTail(file: string): Promise<void> {
	const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return undefined;
		throw error;
	});
	if (content === undefined || content.length === 0 || content.at(-1) === 0x0a) return;
	await copyFile(file, `${file}.torn`);
	await truncate(file, content.lastIndexOf(0x0a) + 1);
	const handle = await open(file, "r+");
	await handle.sync();
	await handle.close();
}
