/** What a rendering may cost. Every loop of the evaluator asks; going over ends the rendering with an error. */
export type Limits = {
	/** Statements, method calls, and units of the work inside them. */
	readonly steps: number;
	/** Characters of the output and of any string on the way to it. */
	readonly characters: number;
	/** Items of a range like `[1..9]`. */
	readonly rangeItems: number;
	/** Strings and blocks rendered inside each other. */
	readonly depth: number;
	/** Iterations of one #foreach; like the reference's own limit it ends the loop without an error. */
	readonly iterations: number;
	/** Ends the rendering when `now` passes `deadlineMs`. */
	readonly now?: () => number;
	readonly deadlineMs?: number;
};

/** API Gateway documents 1,000 iterations; a payload has 10 MB. */
export const defaultLimits: Limits = {
	steps: 5_000_000,
	characters: 20_000_000,
	rangeItems: 1_000_000,
	depth: 100,
	iterations: 1000,
};

export class BudgetExceeded extends Error {}

export type Budget = {
	readonly limits: Limits;
	/** Counts work done. */
	spend(steps: number): void;
	/** Refuses a string that is too long. */
	hold(characters: number): void;
};

export function createBudget(limits: Limits): Budget {
	let spent = 0;
	let nextLook = 0;
	const { now, deadlineMs } = limits;
	return {
		limits,
		spend: (steps) => {
			spent += steps;
			if (spent <= nextLook) return;
			if (spent > limits.steps) throw new BudgetExceeded(`The template takes more than ${limits.steps} steps.`);
			nextLook = spent + 2000;
			if (now !== undefined && deadlineMs !== undefined && now() > deadlineMs) {
				throw new BudgetExceeded("The template takes too long.");
			}
		},
		hold: (characters) => {
			if (characters > limits.characters) {
				throw new BudgetExceeded(`The template makes more than ${limits.characters} characters.`);
			}
		},
	};
}
