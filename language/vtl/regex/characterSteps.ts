import { characterEnd, type Matching, type Step } from "./matching.ts";
import type { CharacterTest } from "./pattern.ts";

export function oneCharacterStep({ text, budget }: Matching, test: CharacterTest, next: Step): Step {
	return (at) => {
		budget.spend(1);
		const after = characterEnd(text, test, at);
		return after !== -1 && next(after);
	};
}

/** A repeated character, which needs no step for each repetition. */
export type Characters = { readonly test: CharacterTest; readonly least: number; readonly most: number };

export function greedyCharactersStep({ text, budget }: Matching, characters: Characters, next: Step): Step {
	const { test, least, most } = characters;
	return (start) => {
		let at = start;
		let count = 0;
		while (count < most) {
			const after = characterEnd(text, test, at);
			if (after === -1) break;
			at = after;
			count++;
		}
		budget.spend(count + 1);
		for (;;) {
			if (count < least) return false;
			if (next(at)) return true;
			if (count === 0) return false;
			count--;
			at -= isLowSurrogate(text, at - 1) && at - 2 >= start ? 2 : 1;
			budget.spend(1);
		}
	};
}

export function lazyCharactersStep({ text, budget }: Matching, characters: Characters, next: Step): Step {
	const { test, least, most } = characters;
	return (start) => {
		let at = start;
		for (let count = 0; ; count++) {
			budget.spend(1);
			if (count >= least && next(at)) return true;
			if (count >= most) return false;
			const after = characterEnd(text, test, at);
			if (after === -1) return false;
			at = after;
		}
	};
}

function isLowSurrogate(text: string, at: number): boolean {
	const c = text.charCodeAt(at);
	return c >= 0xdc00 && c <= 0xdfff;
}
