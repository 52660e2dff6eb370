import type { Span } from "../../language/vtl/nodes.ts";

/** Reads the brackets of the text that a template prints, leaving out those in JSON's strings. */
export type Brackets = {
	read(span: Span): void;
	state(): BracketState;
	/** Goes on from another state, as each branch of an #if does. */
	restore(state: BracketState, from: number): void;
	/** Where the level changes, in the order of the text. */
	changes(): readonly { readonly from: number; readonly level: number }[];
	/** How many brackets close at the beginning of a line. */
	closersAt(offset: number): number;
};

export type BracketState = { readonly level: number; readonly quoted: boolean };

export function createBrackets(text: string): Brackets {
	const changes: { readonly from: number; readonly level: number }[] = [];
	const closers = new Set<number>();
	let level = 0;
	let quoted = false;
	return {
		read: ({ start, end }) => {
			for (let at = start; at < end; at++) {
				const c = text[at];
				// No string of JSON goes over the end of a line.
				if (c === "\n") quoted = false;
				else if (c === '"') quoted = !quoted;
				else if (quoted) {
					if (c === "\\") at++;
				} else if (c === "{" || c === "[") changes.push({ from: at + 1, level: ++level });
				else if (c === "}" || c === "]") {
					level = Math.max(0, level - 1);
					changes.push({ from: at + 1, level });
					closers.add(at);
				}
			}
		},
		state: () => ({ level, quoted }),
		restore: (state, from) => {
			if (level !== state.level) changes.push({ from, level: state.level });
			({ level, quoted } = state);
		},
		changes: () => changes,
		closersAt: (offset) => {
			let count = 0;
			while (closers.has(offset + count)) count++;
			return count;
		},
	};
}
