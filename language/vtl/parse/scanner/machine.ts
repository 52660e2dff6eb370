import { states } from "./states.ts";

/** Velocity's lexer as a machine: what it is reading, how many parentheses are open there, and what it goes back to. */
export type Machine = {
	state: number;
	opened: number;
	closed: number;
	inComment: boolean;
	inSet: boolean;
	readonly stack: { readonly state: number; readonly opened: number; readonly closed: number }[];
};

export function createMachine(): Machine {
	return { state: states.text, opened: 0, closed: 0, inComment: false, inSet: false, stack: [] };
}

export function push(machine: Machine, to: number): void {
	const { state, opened, closed } = machine;
	machine.stack.push({ state, opened, closed });
	machine.opened = 0;
	machine.state = to;
}

/** False when there was nothing to go back to; then it is text. */
export function pop(machine: Machine): boolean {
	const saved = machine.stack.pop();
	if (saved === undefined) {
		machine.opened = 0;
		machine.state = states.text;
		return false;
	}
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
export function isFresh({ state, opened, closed, inComment, inSet, stack }: Machine): boolean {
	return state === states.text && stack.length === 0 && opened === 0 && closed === 0 && !inComment && !inSet;
}

/** Forgets everything and reads text. */
export function reset(machine: Machine): void {
	machine.state = states.text;
	machine.opened = 0;
	machine.closed = 0;
	machine.inComment = false;
	machine.inSet = false;
	machine.stack.length = 0;
}
