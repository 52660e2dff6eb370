import { isDeepStrictEqual } from "node:util";
import type { Json } from "../dynamodbLocal/call.ts";

/** What an item may be after a crash: what was last acknowledged, or what was being written. */
export type Expected = { readonly known: Json | undefined; readonly doubtful?: Doubt };
/** A write without an answer. Those of one transaction have the same `together`. */
export type Doubt = { readonly after: Json | undefined; readonly together: string };

/** Each item is written by one client at a time, so that what it may be is always one of two. */
export type Model = {
	get(id: string): Json | undefined;
	begin(writes: ReadonlyMap<string, Json | undefined>, together: (id: string) => string): void;
	acknowledge(ids: Iterable<string>): void;
	/** It was refused, and is not written. */
	refuse(ids: Iterable<string>): void;
	/** Takes what is there as known; tells what must not be. */
	settle(found: ReadonlyMap<string, Json>): readonly string[];
};

export function newModel(): Model {
	const items = new Map<string, Expected>();
	const known = (id: string) => items.get(id)?.known;
	return {
		get: known,
		begin(writes, together) {
			for (const [id, after] of writes)
				items.set(id, { known: known(id), doubtful: { after, together: together(id) } });
		},
		acknowledge(ids) {
			for (const id of ids) items.set(id, { known: items.get(id)?.doubtful?.after });
		},
		refuse(ids) {
			for (const id of ids) items.set(id, { known: known(id) });
		},
		settle(found) {
			const wrong: string[] = [];
			const outcomes = new Map<string, "done" | "not done">();
			for (const [id, { known: before, doubtful }] of items) {
				const now = found.get(id);
				const done = doubtful !== undefined && isDeepStrictEqual(now, doubtful.after);
				const same = isDeepStrictEqual(now, before);
				if (!done && !same) {
					wrong.push(`${id} is ${JSON.stringify(now)}, acknowledged was ${JSON.stringify(before)}`);
				}
				if (doubtful !== undefined && done !== same) {
					const outcome = done ? "done" : "not done";
					const others = outcomes.get(doubtful.together) ?? outcome;
					if (others !== outcome) wrong.push(`${id}: its transaction ${doubtful.together} was applied in part`);
					outcomes.set(doubtful.together, outcome);
				}
				items.set(id, { known: now });
			}
			for (const id of found.keys()) if (!items.has(id)) wrong.push(`${id} was never written`);
			return wrong;
		},
	};
}
