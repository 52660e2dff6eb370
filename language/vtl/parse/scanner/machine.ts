import { states } from "./states.ts";

/** Velocity's lexer as a machine: what it is reading, how many parentheses are open there, and what it goes back to. */
export type Machine = {
	state: number;
	opened: number;
	closed: number;
	inComment: boolean;
	inSet: boolean;
	/** What it goes back to, innermost last; beyond `depth` are places to use again, since every reference goes in and out. */
	readonly stack: Saved[];
	depth: number;
};

type Saved = { state: number; opened: number; closed: number };

export function createMachine(): Machine {
	return { state: states.text, opened: 0, closed: 0, inComment: false, inSet: false, stack: [], depth: 0 };
}

export function push(machine: Machine, to: number): void {
	const { state, opened, closed, stack, depth } = machine;
	const saved = stack[depth];
	if (saved === undefined) stack.push({ state, opened, closed });
	else {
		saved.state = state;
		saved.opened = opened;
		saved.closed = closed;
	}
	machine.depth = depth + 1;
	machine.opened = 0;
	machine.state = to;
}

/** False when there was nothing to go back to; then it is text. */
export function pop(machine: Machine): boolean {
	const saved = machine.depth === 0 ? undefined : machine.stack[machine.depth - 1];
	if (saved === undefined) {
		machine.opened = 0;
		machine.state = states.text;
		return false;
	}
	machine.depth--;
	machine.state = saved.state;
	machine.opened = saved.opened;
	machine.closed = saved.closed;
	return true;
}

export function closeParenthesis(machine: Machine): void {
	if (machine.inComment) return;
	while (machine.opened === 0) if (!pop(machine)) return;
	if (machine.opened === machine.closed + 1) pop(machine);
	else machine.closed++;
}

/** Whether the machine is as `reset` leaves it. */
export function isReset({ state, opened, closed, inComment, inSet, depth }: Machine): boolean {
	return state === states.text && depth === 0 && opened === 0 && closed === 0 && !inComment && !inSet;
}

/** Forgets everything and reads text. */
export function reset(machine: Machine): void {
	machine.state = states.text;
	machine.opened = 0;
	machine.closed = 0;
	machine.inComment = false;
	machine.inSet = false;
	machine.depth = 0;
}
