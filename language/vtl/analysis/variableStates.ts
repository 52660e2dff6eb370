import { type Definition, joinReaching, type Reaching, unsetVariable } from "./definition.ts";

/** What the variables hold while the flow is followed through the text, and what they held at each place of it. */
export type VariableStates = {
	get(name: string): Reaching;
	assign(name: string, reaching: Reaching, offset: number): void;
	/** Begins a branch, which `leave` ends and takes back; it answers what the branch changed. */
	enter(): void;
	leave(offset: number): ReadonlyMap<string, Reaching>;
	/** Whether the variable was assigned since `enter` was called at this depth. */
	changedSince(depth: number, name: string): boolean;
	depth(): number;
	at(name: string, offset: number): Reaching;
	/** All names that ever held something. */
	names(): Iterable<string>;
};

const nothingChanged: ReadonlyMap<string, Reaching> = new Map();

export const bindingNames = ["input", "util", "context", "stageVariables"] as const;

export function createVariableStates(): VariableStates {
	const states = new Map<string, Reaching>();
	const history = new Map<string, { readonly offset: number; readonly reaching: Reaching }[]>();
	/** What the variables held before each open branch; most branches set nothing. */
	const branches: (Map<string, Reaching> | undefined)[] = [];
	for (const name of bindingNames) write(name, { kind: "binding", name, unset: "never" }, 0);

	function write(name: string, reaching: Reaching, offset: number): void {
		states.set(name, reaching);
		const past = history.get(name);
		if (past === undefined) history.set(name, [{ offset, reaching }]);
		else past.push({ offset, reaching });
	}

	const get = (name: string): Reaching => states.get(name) ?? unsetVariable;
	return {
		get,
		assign: (name, reaching, offset) => {
			if (branches.length > 0) {
				const branch = branches.at(-1) ?? new Map<string, Reaching>();
				if (!branch.has(name)) branch.set(name, get(name));
				branches[branches.length - 1] = branch;
			}
			write(name, reaching, offset);
		},
		enter: () => {
			branches.push(undefined);
		},
		leave: (offset) => {
			const branch = branches.pop();
			if (branch === undefined) return nothingChanged;
			const changed = new Map<string, Reaching>();
			for (const [name, before] of branch) {
				changed.set(name, get(name));
				write(name, before, offset);
			}
			return changed;
		},
		changedSince: (depth, name) => branches.slice(depth).some((branch) => branch?.has(name) === true),
		depth: () => branches.length,
		at: (name, offset) => lastBefore(history.get(name) ?? [], offset)?.reaching ?? unsetVariable,
		names: () => history.keys(),
	};
}

/** What the branches make of the variables together; `open` when none of them need be taken. */
export function mergeBranches(
	states: VariableStates,
	branches: readonly ReadonlyMap<string, Reaching>[],
	open: boolean,
	offset: number,
): void {
	if (branches.every((branch) => branch.size === 0)) return;
	const names = new Set(branches.flatMap((branch) => [...branch.keys()]));
	for (const name of names) {
		const before = states.get(name);
		const parts = branches.map((branch) => branch.get(name) ?? before);
		if (open) parts.push(before);
		const [first = before, ...others] = parts;
		states.assign(name, others.reduce(joinReaching, first), offset);
	}
}

export function reachingDefinition(definition: Definition): Reaching {
	return { kind: "definition", definition, unset: "never" };
}

/** The last entry that begins at or before the offset; entries come in order. */
function lastBefore<T extends { readonly offset: number }>(entries: readonly T[], offset: number): T | undefined {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((entries[middle]?.offset ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return entries[low - 1];
}
