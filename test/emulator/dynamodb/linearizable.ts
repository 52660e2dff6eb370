/** One operation on a register as a client saw it; times are of one clock, an operation without an end may have happened or not. */
export type Seen = {
	readonly kind: "write" | "read" | "add" | "swap";
	/** What was written, read (or answered by an add), or added. */
	readonly value: number;
	/** What a swap wanted to find; its `value` is written only then. */
	readonly expected?: number;
	/** Whether a swap found it. */
	readonly done?: boolean;
	readonly from: number;
	readonly to: number;
};

/**
 * Whether a register that starts at 0 can have behaved so, with each operation at one moment between its beginning and its
 * end (Wing and Gong's search, remembering where it has been). At most 30 operations: they are the bits of a number.
 */
export function isLinearizable(history: readonly Seen[]): boolean {
	const visited = new Set<string>();

	function search(state: number, left: number): boolean {
		if (left === 0) return true;
		const place = `${state}:${left}`;
		if (visited.has(place)) return false;
		visited.add(place);
		const pending = [...history.entries()].filter(([index]) => (left & (1 << index)) !== 0);
		const firstEnd = Math.min(...pending.map(([, { to }]) => to));
		return pending.some(([index, operation]) => {
			// What began after another's end comes after it.
			if (operation.from > firstEnd) return false;
			const next = after(state, operation);
			return next !== undefined && search(next, left & ~(1 << index));
		});
	}
	return search(0, 2 ** history.length - 1);
}

/** The register after an operation; undefined when the answer that was seen is impossible. */
function after(state: number, { kind, value, expected, done }: Seen): number | undefined {
	switch (kind) {
		case "write":
			return value;
		case "read":
			return state === value ? state : undefined;
		case "add":
			// Adds one, and answers the sum.
			return state + 1 === value ? value : undefined;
		case "swap":
			if ((state === expected) !== done) return undefined;
			return done ? value : state;
	}
}
