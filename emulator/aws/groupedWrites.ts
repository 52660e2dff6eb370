import type { RecordChange } from "./records.ts";

type Write = {
	readonly batch: readonly RecordChange[];
	readonly done: () => void;
	readonly failed: (error: unknown) => void;
};

/**
 * Writes batches, one after another; those that come while one is being written go together into the next. Every hop to the
 * database's thread costs as much as writing dozens of records, and each batch is still written whole or not at all. Nobody
 * waits longer for it: the database itself takes one write at a time.
 */
export function groupedWrites(
	writeBatch: (changes: RecordChange[]) => Promise<void>,
): (batch: readonly RecordChange[]) => Promise<void> {
	let waiting: Write[] = [];
	let writing = false;

	async function writeAll(): Promise<void> {
		writing = true;
		while (waiting.length > 0) {
			const group = takeGroup();
			try {
				await writeBatch(group.flatMap(({ batch }) => batch));
				for (const { done } of group) done();
			} catch (error) {
				for (const { failed } of group) failed(error);
			}
		}
		writing = false;
	}

	function takeGroup(): readonly Write[] {
		let changes = 0;
		const end = waiting.findIndex(({ batch }) => (changes += batch.length) > groupedChanges);
		// One that is larger by itself goes alone.
		const group = waiting.slice(0, end === -1 ? waiting.length : Math.max(end, 1));
		waiting = waiting.slice(group.length);
		return group;
	}

	return (batch) =>
		new Promise((done, failed) => {
			waiting.push({ batch, done, failed });
			if (!writing) void writeAll();
		});
}

/** So that the first of a group does not wait long for the last. */
const groupedChanges = 1000;
