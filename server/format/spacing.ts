import { directiveRole } from "../../language/vtl/analysis/directiveRole.ts";
import { keywordsOf } from "../../language/vtl/analysis/keywords.ts";
import { trimmedSpan } from "../../language/vtl/analysis/trimmedSpan.ts";
import type { Directive, Expression, Statement, Template } from "../../language/vtl/nodes.ts";
import type { Edit } from "../features/results.ts";

/** Blanks inside of directives' parentheses, which never print: `#set($a = 1)`, `#if($a == $b)`. */
export function spacing({ text, nodes }: Template): readonly Edit[] {
	const edits: Edit[] = [];
	statements(nodes);
	return edits;

	function statements(list: readonly Statement[]): void {
		for (const node of list) statement(node);
	}

	function statement(node: Statement): void {
		const [word] = keywordsOf(text, node);
		if (node.kind === "set" && word !== undefined) {
			gap(word.end, node.target.start, /^\s*\(\s*$/, "(");
			const value = trimmedSpan(text, node.value);
			gap(node.target.end, value.start, /^\s*=\s*$/, " = ");
			expression(node.value);
			closing(value.end, node.end);
		} else if (node.kind === "if") {
			for (const { condition, body, start, end } of node.branches) {
				if (condition !== undefined) inParentheses(start, condition, body[0]?.start ?? end);
				statements(body);
			}
		} else if (node.kind === "directive") directive(node);
	}

	function inParentheses(from: number, condition: Expression, to: number): void {
		const inner = trimmedSpan(text, condition);
		const open = text.lastIndexOf("(", inner.start - 1);
		if (open >= from) gap(open, inner.start, /^\(\s*$/, "(");
		expression(condition);
		closing(inner.end, to);
	}

	function directive(node: Directive): void {
		if (directiveRole(node) === "text") return;
		const [first] = node.arguments;
		if (node.name === "foreach" && first !== undefined) {
			gap(node.nameSpan.end, first.start, /^\s*\(\s*$/, "(");
			for (const [i, argument] of node.arguments.entries()) {
				const next = node.arguments[i + 1];
				if (next !== undefined) gap(argument.end, next.start, /^\s+$/, " ");
			}
			closing(node.arguments.at(-1)?.end ?? first.end, node.body?.[0]?.start ?? node.end);
		}
		statements(node.body ?? []);
	}

	/** Operators have a blank on both sides. Chains lean to the left, and may be long. */
	function expression(of: Expression): void {
		let node = of;
		while (node.kind === "binary") {
			const left = trimmedSpan(text, node.left);
			const right = trimmedSpan(text, node.right);
			const operator = text.slice(left.end, right.start).trim();
			if (/^[^\s'"$#()[\]{}]+$/.test(operator)) gap(left.end, right.start, /^/, ` ${operator} `);
			if (node.right.kind === "group") expression(node.right);
			node = node.left;
		}
		if (node.kind === "group") expression(node.inner);
		else if (node.kind === "not") expression(node.operand);
	}

	function closing(from: number, to: number): void {
		const close = text.slice(from, to).indexOf(")");
		if (close !== -1) gap(from, from + close, /^[ \t]*$/, "");
	}

	/** Puts `wanted` between two places, if what is there fits and stands on one line. */
	function gap(start: number, end: number, fits: RegExp, wanted: string): void {
		const there = text.slice(start, end);
		if (start <= end && there !== wanted && fits.test(there) && !there.includes("\n")) {
			edits.push({ start, end, newText: wanted });
		}
	}
}
