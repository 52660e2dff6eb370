import { transactionConflict } from "../errors.ts";

/**
 * One read-modify-write at a time for each item, in the order in which they came. A transaction takes all its items, and
 * what meets another transaction on an item does not wait: it is refused, as AWS refuses it.
 */
export type ItemLocks = {
	/** Fails with TransactionConflictException when a transaction has the item. */
	write<T>(key: Buffer, work: () => Promise<T>): Promise<T>;
	/** The same for several items at once; `work` is told which of them a transaction has, and must leave those alone. */
	writeAll<T>(keys: readonly Buffer[], work: (busy: readonly boolean[]) => Promise<T>): Promise<T>;
	/** Waits for its turn on all items, behind transactions too: for the emulator's own work, which nobody could try again. */
	waitAll<T>(keys: readonly Buffer[], work: () => Promise<T>): Promise<T>;
	/** Answers which of the keys another transaction has, without having done the work; undefined when it was done. */
	transaction(keys: readonly Buffer[], work: () => Promise<void>): Promise<readonly boolean[] | undefined>;
	inTransaction(key: Buffer): boolean;
};

export function itemLocks(): ItemLocks {
	/** The end of each item's queue: resolved when the last work in it is done. */
	const queues = new Map<string, Promise<void>>();
	const inTransaction = new Set<string>();

	async function queued<T>(id: string, work: () => Promise<T>): Promise<T> {
		const before = queues.get(id);
		const [mine, done] = ending();
		queues.set(id, mine);
		if (before !== undefined) await before;
		try {
			return await work();
		} finally {
			if (queues.get(id) === mine) queues.delete(id);
			done();
		}
	}

	/** For items that nobody has: all are taken at once. */
	async function alone<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
		const [mine, done] = ending();
		for (const id of ids) queues.set(id, mine);
		try {
			return await work();
		} finally {
			for (const id of ids) if (queues.get(id) === mine) queues.delete(id);
			done();
		}
	}

	/** Queues are entered in one order by all, so that no two wait for each other. */
	function queuedForAll<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
		if (!ids.some((id) => queues.has(id))) return alone(ids, work);
		return ids.toSorted().reduceRight<() => Promise<T>>((next, id) => () => queued(id, next), work)();
	}

	return {
		waitAll: (keys, work) =>
			queuedForAll(
				keys.map((key) => key.toString("latin1")),
				work,
			),
		writeAll(keys, work) {
			const ids = keys.map((key) => key.toString("latin1"));
			const busy = ids.map((id) => inTransaction.has(id));
			const free = ids.filter((_, index) => !busy[index]);
			return queuedForAll(free, () => work(busy));
		},
		write(key, work) {
			const id = key.toString("latin1");
			if (inTransaction.has(id)) return Promise.reject(transactionConflict());
			return queued(id, work);
		},
		async transaction(keys, work) {
			const ids = keys.map((key) => key.toString("latin1"));
			const taken = ids.map((id) => inTransaction.has(id));
			if (taken.includes(true)) return taken;
			for (const id of ids) inTransaction.add(id);
			try {
				await queuedForAll(ids, work);
				return undefined;
			} finally {
				for (const id of ids) inTransaction.delete(id);
			}
		},
		inTransaction: (key) => inTransaction.has(key.toString("latin1")),
	};
}

/** A promise, and what fulfils it. */
function ending(): [promise: Promise<void>, end: () => void] {
	let end = () => {};
	const promise = new Promise<void>((resolve) => {
		end = resolve;
	});
	return [promise, end];
}
