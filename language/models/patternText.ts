import { createBudget, defaultLimits } from "../vtl/evaluate/budget.ts";
import { compilePattern } from "../vtl/regex/compilePattern.ts";
import { createMatcher } from "../vtl/regex/matchPattern.ts";
import type { CharacterTest, Node, Pattern } from "../vtl/regex/pattern.ts";
import { JavaException } from "../vtl/values/javaException.ts";

/** A text in which the pattern is found, of a length within the bounds; undefined where none was made. */
export function patternText(
	source: string,
	{ least, most }: { readonly least: number; readonly most: number },
	draw: () => number,
): string | undefined {
	const budget = createBudget({ ...defaultLimits, steps: stepsMax });
	try {
		const pattern = compilePattern(source);
		for (let attempt = 0; attempt < attemptsMax; attempt++) {
			let text = write(pattern, draw, attempt);
			// What stands outside of the pattern is free, unless it is anchored; the check below tells.
			if (text.length < least) text = text.padEnd(least, "x");
			if (text.length <= most && createMatcher(pattern, text, budget).find(0) !== undefined) return text;
		}
	} catch (error) {
		// A pattern that Java does not read, or that takes too long, has no sample.
		if (!(error instanceof Error)) throw error;
		if (!(error instanceof JavaException) && error.constructor === TypeError) throw error;
	}
	return undefined;
}

const attemptsMax = 60;
const stepsMax = 200_000;

function write(pattern: Pattern, draw: () => number, attempt: number): string {
	if (pattern.plain !== undefined) return pattern.plain;
	const groups = new Map<number, string>();
	const text = (node: Node): string => {
		switch (node.kind) {
			case "set":
				return character(node.test, draw);
			case "sequence":
				return node.nodes.map(text).join("");
			case "choice": {
				const option = node.options[Math.floor(draw() * node.options.length)];
				return option === undefined ? "" : text(option);
			}
			case "group": {
				const made = text(node.body);
				groups.set(node.index, made);
				return made;
			}
			case "atomic":
				return text(node.body);
			case "back":
				return groups.get(node.group) ?? "";
			case "repeat": {
				// Later attempts write more, for patterns that want a longer text.
				const more = Math.floor(draw() * (3 + attempt));
				const count = Math.min(node.most, node.least + more, node.least + repeatsMax);
				return Array.from({ length: count }, () => text(node.body)).join("");
			}
			case "lineBreak":
				return "\n";
			case "look":
			case "anchor":
				return "";
		}
	};
	return text(pattern.root);
}

const repeatsMax = 40;

/** Letters and digits first, so that a sample is good to read. */
const plainCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const candidates = codesOf(`${plainCharacters}-_.:@/ +,;!?#$%&'()*<=>[]^\`{|}~"\\`);

function codesOf(text: string): readonly number[] {
	return text.split("").map((c) => c.charCodeAt(0));
}

function character(test: CharacterTest, draw: () => number): string {
	const plain = candidates.slice(0, plainCharacters.length).filter(test);
	const fitting = plain.length > 0 ? plain : candidates.filter(test);
	const chosen = fitting[Math.floor(draw() * fitting.length)];
	if (chosen !== undefined) return String.fromCodePoint(chosen);
	for (let code = 0; code < 0x3000; code++) if (test(code)) return String.fromCodePoint(code);
	return "";
}
