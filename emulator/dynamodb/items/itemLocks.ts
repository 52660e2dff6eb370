import { transactionConflict } from "../errors.ts";

/**
 * One read-modify-write at a time for each item, in the order in which they came. A transaction takes all its items, and
 * what meets another transaction on an item does not wait: it is refused, as AWS refuses it.
 */
export type ItemLocks = {
	/** Fails with TransactionConflictException when a transaction has the item. */
	write<T>(key: Buffer, work: () => Promise<T>): Promise<T>;
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
		let done = () => {};
		const mine = new Promise<void>((resolve) => {
			done = resolve;
		});
		queues.set(id, mine);
		if (before !== undefined) await before;
		try {
			return await work();
		} finally {
			if (queues.get(id) === mine) queues.delete(id);
			done();
		}
	}

	return {
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
				// Queued in one order for all, so that no two transactions wait for each other.
				const inOrder = ids.toSorted();
				await inOrder.reduceRight<() => Promise<void>>((next, id) => () => queued(id, next), work)();
				return undefined;
			} finally {
				for (const id of ids) inTransaction.delete(id);
			}
		},
		inTransaction: (key) => inTransaction.has(key.toString("latin1")),
	};
}
