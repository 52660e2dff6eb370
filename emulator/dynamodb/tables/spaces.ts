import type { EventLog } from "../../../protocol/events.ts";
import type { Documents } from "../../aws/documents.ts";
import type { RecordStore } from "../../aws/records.ts";
import { spaceStart } from "./table.ts";

/**
 * Numbers for places in the record store. A number is given once: what a deleted table leaves behind can be cleared at
 * leisure, also after a crash, without ever touching what came later.
 */
export type Spaces = {
	allocate(count: number): Promise<readonly number[]>;
	/** Remembers that nobody needs these any more, and clears them in the background. */
	discard(spaces: readonly number[]): Promise<void>;
	/** Ends the clearing; what is left is cleared by the next run. */
	close(): Promise<void>;
};

export type SpaceDocument = { readonly next: number } | { readonly discarded: number };

export function openSpaces(records: RecordStore, documents: Documents<SpaceDocument>, events: EventLog): Spaces {
	let closed = false;
	let next = 1;
	let clearing: Promise<void> = Promise.resolve();

	const clearLater = (space: number) => {
		clearing = clearing
			.then(() => clear(space))
			.catch((error: unknown) => {
				if (closed) return;
				const text = `What a deleted table held could not be cleared yet; the next start tries again. ${String(error)}`;
				events.publish({ type: "log", part: "dynamodb", level: "warn", text });
			});
	};

	async function clear(space: number): Promise<void> {
		const range = { gte: spaceStart(space), lt: spaceStart(space + 1), limit: clearedAtOnce };
		for (;;) {
			if (closed) return;
			const some = await records.range(range);
			if (some.length === 0) return documents.delete(`discarded-${space}`);
			await records.write(some.map(([key]) => ({ type: "del", key })));
		}
	}

	for (const document of documents.all()) {
		if ("next" in document) next = document.next;
		else clearLater(document.discarded);
	}

	return {
		async allocate(count) {
			const spaces = Array.from({ length: count }, (_, i) => next + i);
			next += count;
			await documents.put("next", { next });
			return spaces;
		},
		async discard(spaces) {
			for (const space of spaces) {
				await documents.put(`discarded-${space}`, { discarded: space });
				clearLater(space);
			}
		},
		async close() {
			closed = true;
			await clearing;
		},
	};
}

const clearedAtOnce = 2000;
