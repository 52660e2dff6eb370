import { directiveRole } from "../../language/vtl/analysis/directiveRole.ts";
import { bodyStart, keywordsOf } from "../../language/vtl/analysis/keywords.ts";
import type { Directive, IfStatement, Span, Statement, Template } from "../../language/vtl/nodes.ts";
import { createBrackets } from "./brackets.ts";

/** How a line should begin. `free`: what stands before it never prints, as before a #set. */
export type LineIndent = {
	readonly start: number;
	readonly textStart: number;
	readonly level: number;
	readonly free: boolean;
};

/** How deep each line stands in the brackets of the text and in the blocks of directives. */
export function indentation({ text, nodes }: Template): readonly LineIndent[] {
	const brackets = createBrackets(text);
	const fixed: Span[] = [];
	/** Where a #set with the blanks that it swallows begins, by where its word does. */
	const sets = new Map<number, number>();
	/** How deep the words stand that close a block or begin another branch of it. */
	const closers = new Map<number, number>();
	const blocks: { readonly from: number; readonly level: number }[] = [];
	let blockLevel = 0;
	statements(nodes);
	return lines();

	function statements(list: readonly Statement[]): void {
		for (const node of list) statement(node);
	}

	function statement(node: Statement): void {
		if (node.kind === "text") return brackets.read(node);
		if (node.kind === "if") return condition(node);
		if (node.kind === "directive" && node.body !== undefined && directiveRole(node) === "foreach") return block(node);
		const [word] = keywordsOf(text, node);
		if (node.kind === "set" && word !== undefined) sets.set(word.start, node.start);
		// A comment, a string or an argument over several lines stays; so does a #define, which prints elsewhere.
		const start = firstText(text, node);
		fixed.push({ start, end: start + text.slice(start, node.end).trimEnd().length });
	}

	function condition(node: IfStatement): void {
		const before = brackets.state();
		const words = keywordsOf(text, node);
		let after: ReturnType<typeof brackets.state> | undefined;
		for (const [i, branch] of node.branches.entries()) {
			brackets.restore(before, branch.start);
			const head = words[i];
			if (head !== undefined) fixed.push({ start: head.start, end: branch.condition?.end ?? head.end });
			if (i > 0 && head !== undefined) closers.set(head.start, before.level + blockLevel);
			enter(bodyStart(branch));
			statements(branch.body);
			// The word that ends the branch stands as deep as the one that began it.
			leave(words[i + 1]?.end ?? branch.end);
			after ??= brackets.state();
		}
		const end = words[node.branches.length];
		if (end !== undefined) closers.set(end.start, before.level + blockLevel);
		brackets.restore(after ?? before, end?.end ?? node.end);
	}

	function block(node: Directive): void {
		const [head, end] = keywordsOf(text, node);
		if (head !== undefined) fixed.push({ start: head.start, end: node.arguments.at(-1)?.end ?? head.end });
		if (end !== undefined) closers.set(end.start, brackets.state().level + blockLevel);
		enter(bodyStart(node));
		statements(node.body ?? []);
		leave(end?.end ?? node.end);
	}

	function enter(from: number): void {
		blockLevel++;
		blocks.push({ from, level: blockLevel });
	}

	function leave(from: number): void {
		blockLevel--;
		blocks.push({ from, level: blockLevel });
	}

	function lines(): readonly LineIndent[] {
		const found: LineIndent[] = [];
		const bracketLevel = follow(brackets.changes());
		const level = follow(blocks.toSorted((a, b) => a.from - b.from));
		let next = 0;
		const spans = fixed.toSorted((a, b) => a.start - b.start);
		for (let start = 0; start < text.length; start = nextLine(text, start)) {
			const textStart = firstText(text, { start, end: text.length });
			const depth = bracketLevel(start) + level(start);
			while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
			const span = spans[next];
			if (span !== undefined && span.start < start) continue;
			if (textStart === text.length || text[textStart] === "\n" || text[textStart] === "\r") continue;
			const indent = closers.get(textStart) ?? Math.max(0, depth - brackets.closersAt(textStart));
			found.push({ start, textStart, level: indent, free: (sets.get(textStart) ?? textStart + 1) <= start });
		}
		return found;
	}
}

/** The level at offsets asked for in ascending order. */
function follow(changes: readonly { readonly from: number; readonly level: number }[]): (offset: number) => number {
	let next = 0;
	let level = 0;
	return (offset) => {
		for (let change = changes[next]; change !== undefined && change.from <= offset; change = changes[next]) {
			({ level } = change);
			next++;
		}
		return level;
	};
}

function firstText(text: string, { start, end }: Span): number {
	let at = start;
	while (at < end && (text[at] === " " || text[at] === "\t")) at++;
	return at;
}

function nextLine(text: string, start: number): number {
	const end = text.indexOf("\n", start);
	return end === -1 ? text.length : end + 1;
}
