import type { Budget } from "../budget.ts";
import { stackOverflow } from "../javaException.ts";
import { isWord } from "./characterClasses.ts";
import type { Anchor, CharacterTest, Flags, Node, Pattern } from "./pattern.ts";

/** Start and end of the match and of each group, -1 where a group took no part. */
export type Match = readonly number[];

export type Matcher = {
	/** The first match that begins at the offset or later. */
	find(from: number): Match | undefined;
	/** The match of the whole text. */
	whole(): Match | undefined;
	/** The match that begins at the start of the text. */
	prefix(): Match | undefined;
};

/** Goes on with the rest of the expression at the offset; true when it all matches. */
type Step = (at: number) => boolean;

/** Nested matching, which is what Java's own stack bounds. */
const depthMax = 1500;

/**
 * A backtracking matcher, as Java's is. Our own, because JavaScript's cannot be stopped: every character looked at counts
 * against the budget, so that no expression can hang the gateway.
 */
export function createMatcher(pattern: Pattern, text: string, budget: Budget): Matcher {
	const groups: number[] = Array.from({ length: (pattern.groupCount + 1) * 2 }, () => -1);
	let end = -1;
	let last = 0;
	let depth = 0;
	let mustReachEnd = false;
	const run = compile(pattern.root, (at) => {
		if (mustReachEnd && at !== text.length) return false;
		end = at;
		return true;
	});

	return {
		find: (from) => {
			mustReachEnd = false;
			if (pattern.plain !== undefined) {
				const at = text.indexOf(pattern.plain, from);
				budget.spend(1);
				return at === -1 ? undefined : [at, at + pattern.plain.length];
			}
			for (let at = from; at <= text.length; at++) {
				const match = attempt(at);
				if (match !== undefined) {
					last = match[1] ?? 0;
					return match;
				}
			}
			return undefined;
		},
		whole: () => {
			if (pattern.plain !== undefined) return text === pattern.plain ? [0, text.length] : undefined;
			mustReachEnd = true;
			return attempt(0);
		},
		prefix: () => {
			if (pattern.plain !== undefined) return text.startsWith(pattern.plain) ? [0, pattern.plain.length] : undefined;
			mustReachEnd = false;
			return attempt(0);
		},
	};

	function attempt(at: number): Match | undefined {
		groups.fill(-1);
		depth = 0;
		if (!run(at)) return undefined;
		groups[0] = at;
		groups[1] = end;
		return [...groups];
	}

	function compile(node: Node, next: Step): Step {
		switch (node.kind) {
			case "set":
				return single(node.test, next);
			case "sequence":
				return node.nodes.reduceRight<Step>((rest, part) => compile(part, rest), next);
			case "choice": {
				const options = node.options.map((option) => compile(option, next));
				return (at) => options.some((option) => option(at));
			}
			case "group":
				return captured(node.index, node.body, next);
			case "atomic":
				return atomic(node.body, next);
			case "look":
				return look(node.body, node.ahead, node.negative, next);
			case "back":
				return back(node.group, node.ignoreCase, next);
			case "repeat":
				return repeat(node, next);
			case "anchor":
				return (at) => stands(node.at, node.flags, at) && next(at);
			case "lineBreak":
				return (at) => {
					if (text.startsWith("\r\n", at) && next(at + 2)) return true;
					const c = text.charCodeAt(at);
					const breaks = (c >= 10 && c <= 13) || c === 0x85 || c === 0x2028 || c === 0x2029;
					return breaks && next(at + 1);
				};
		}
	}

	/** Where the character at the offset ends if it is in the set, else -1. */
	function step(test: CharacterTest, at: number): number {
		if (at >= text.length) return -1;
		const c = text.codePointAt(at) ?? 0;
		return test(c) ? at + (c > 0xffff ? 2 : 1) : -1;
	}

	function single(test: CharacterTest, next: Step): Step {
		return (at) => {
			budget.spend(1);
			const after = step(test, at);
			return after !== -1 && next(after);
		};
	}

	function captured(index: number, body: Node, next: Step): Step {
		const starts: number[] = [];
		const inner = compile(body, (at) => {
			const oldStart = groups[index * 2] ?? -1;
			const oldEnd = groups[index * 2 + 1] ?? -1;
			const start = starts.pop() ?? at;
			groups[index * 2] = start;
			groups[index * 2 + 1] = at;
			if (next(at)) return true;
			groups[index * 2] = oldStart;
			groups[index * 2 + 1] = oldEnd;
			starts.push(start);
			return false;
		});
		return (at) => {
			starts.push(at);
			if (inner(at)) return true;
			starts.pop();
			return false;
		};
	}

	function atomic(body: Node, next: Step): Step {
		let reached = -1;
		const inner = compile(body, (at) => {
			reached = at;
			return true;
		});
		return (at) => {
			const saved = [...groups];
			if (inner(at) && next(reached)) return true;
			restore(saved);
			return false;
		};
	}

	function look(body: Node, ahead: boolean, negative: boolean, next: Step): Step {
		let target = -1;
		const inner = compile(body, (at) => ahead || at === target);
		return (at) => {
			const saved = [...groups];
			let found = false;
			if (ahead) found = inner(at);
			else {
				const outer = target;
				for (let from = at; from >= 0 && !found; from--) {
					target = at;
					found = inner(from);
				}
				target = outer;
			}
			if (negative) restore(saved);
			if (found !== negative && next(at)) return true;
			restore(saved);
			return false;
		};
	}

	function restore(saved: readonly number[]): void {
		for (let i = 0; i < saved.length; i++) groups[i] = saved[i] ?? -1;
	}

	function back(group: () => number, ignoreCase: boolean, next: Step): Step {
		return (at) => {
			const start = groups[group() * 2] ?? -1;
			if (start === -1) return false;
			const wanted = text.slice(start, groups[group() * 2 + 1]);
			const found = text.slice(at, at + wanted.length);
			budget.spend(wanted.length + 1);
			const same = ignoreCase ? found.toLowerCase() === wanted.toLowerCase() : found === wanted;
			return same && next(at + wanted.length);
		};
	}

	function repeat(node: Node & { readonly kind: "repeat" }, next: Step): Step {
		if (node.mode === "possessive") return atomic({ ...node, mode: "greedy" }, next);
		if (node.body.kind === "set") {
			return node.mode === "greedy"
				? greedyCharacters(node.body.test, node.least, node.most, next)
				: lazyCharacters(node.body.test, node.least, node.most, next);
		}
		return loop(node, next);
	}

	function greedyCharacters(test: CharacterTest, least: number, most: number, next: Step): Step {
		return (start) => {
			let at = start;
			let count = 0;
			while (count < most) {
				const after = step(test, at);
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
				at -= isLowSurrogate(at - 1) && at - 2 >= start ? 2 : 1;
				budget.spend(1);
			}
		};
	}

	function isLowSurrogate(at: number): boolean {
		const c = text.charCodeAt(at);
		return c >= 0xdc00 && c <= 0xdfff;
	}

	function lazyCharacters(test: CharacterTest, least: number, most: number, next: Step): Step {
		return (start) => {
			let at = start;
			for (let count = 0; ; count++) {
				budget.spend(1);
				if (count >= least && next(at)) return true;
				if (count >= most) return false;
				const after = step(test, at);
				if (after === -1) return false;
				at = after;
			}
		};
	}

	function loop(node: Node & { readonly kind: "repeat" }, next: Step): Step {
		const { least, most, mode } = node;
		let count = 0;
		let begun = -1;
		const body = compile(node.body, (at) => {
			// An iteration that took nothing would go on for ever.
			if (at === begun && count >= least) return leave(at);
			return iterate(at);
		});

		function leave(at: number): boolean {
			const savedCount = count;
			const savedBegun = begun;
			const result = next(at);
			count = savedCount;
			begun = savedBegun;
			return result;
		}

		function again(at: number): boolean {
			const savedCount = count;
			const savedBegun = begun;
			count++;
			begun = at;
			depth++;
			if (depth > depthMax) throw stackOverflow();
			const result = body(at);
			depth--;
			count = savedCount;
			begun = savedBegun;
			return result;
		}

		function iterate(at: number): boolean {
			budget.spend(1);
			if (count < least) return again(at);
			if (mode === "lazy") return leave(at) || (count < most && again(at));
			return (count < most && again(at)) || leave(at);
		}

		return (at) => {
			const savedCount = count;
			const savedBegun = begun;
			count = 0;
			begun = -1;
			const result = iterate(at);
			count = savedCount;
			begun = savedBegun;
			return result;
		};
	}

	function stands(anchor: Anchor, flags: Flags, at: number): boolean {
		switch (anchor) {
			case "start":
				return at === 0;
			case "end":
				return at === text.length;
			case "last":
				return at === last;
			case "endBeforeBreak":
				return at === text.length || (endsLine(at, flags) && breakLength(at) === text.length - at);
			case "lineStart":
				return at === 0 || (at < text.length && startsLine(at, flags));
			case "lineEnd":
				return at === text.length || endsLine(at, flags);
			default: {
				const word = isWordAt(at - 1) !== isWordAt(at);
				return anchor === "boundary" ? word : !word;
			}
		}
	}

	function isWordAt(at: number): boolean {
		return at >= 0 && at < text.length && isWord(text.charCodeAt(at));
	}

	function breakLength(at: number): number {
		return text.startsWith("\r\n", at) ? 2 : 1;
	}

	function isBreak(at: number, flags: Flags): boolean {
		const c = text.charCodeAt(at);
		return c === 10 || (!flags.unixLines && (c === 13 || c === 0x85 || c === 0x2028 || c === 0x2029));
	}

	function endsLine(at: number, flags: Flags): boolean {
		return isBreak(at, flags) && !(text[at] === "\n" && text[at - 1] === "\r" && !flags.unixLines);
	}

	function startsLine(at: number, flags: Flags): boolean {
		return isBreak(at - 1, flags) && !(text[at - 1] === "\r" && text[at] === "\n");
	}
}
