import type { Branch, Directive, IfStatement, Span, Statement, Template } from "../nodes.ts";
import { statementAt } from "./nodesAt.ts";

/** The words of a statement itself, such as `#if`, `#else` and `#end`: not those in its blocks. */
export function keywordsOf(text: string, node: Statement): readonly Span[] {
	switch (node.kind) {
		case "set":
			return found(text, node.start, node.target.start, /#\{?set\}?/);
		case "if":
			return ifKeywords(text, node);
		case "directive":
			if (node.body === undefined) return [node.nameSpan];
			return [node.nameSpan, ...endKeyword(text, bodyEnd(node), node.end)];
		default:
			return [];
	}
}

/** The words of the innermost block one of whose words stands at the offset. */
export function blockKeywords({ text, nodes }: Template, offset: number): readonly Span[] {
	for (let open: readonly Statement[] = nodes; ; ) {
		// Where two statements touch, the offset may be at the end of one or at the beginning of the other.
		const candidates = [statementAt(open, offset), statementAt(open, offset + 1)];
		for (const node of candidates) {
			const words = node === undefined ? [] : keywordsOf(text, node);
			if (words.some(({ start, end }) => start <= offset && offset <= end)) return words;
		}
		const block = candidates.map((node) => node && blockAt(node, offset)).find((it) => it !== undefined);
		if (block === undefined) return [];
		open = block;
	}
}

/** Where the head of a block ends and its body begins. */
export function bodyStart(node: Directive | Branch): number {
	return node.body?.[0]?.start ?? ("kind" in node ? bodyEnd(node) : node.end);
}

/** Where the body of a block ends and its #end begins, as far as the tree tells. */
function bodyEnd({ body, arguments: parameters, nameSpan }: Directive): number {
	return body?.at(-1)?.end ?? parameters.at(-1)?.end ?? nameSpan.end;
}

function blockAt(node: Statement, offset: number): readonly Statement[] | undefined {
	const inside = ({ start, end }: Span) => start <= offset && offset <= end;
	if (node.kind === "if") return node.branches.find((branch) => inside(branch) && branch.body.some(inside))?.body;
	return node.kind === "directive" && node.body?.some(inside) === true ? node.body : undefined;
}

function ifKeywords(text: string, { branches, end }: IfStatement): readonly Span[] {
	const words: Span[] = [];
	for (const branch of branches) {
		const headEnd = branch.condition?.start ?? bodyStart(branch);
		words.push(...found(text, branch.start, headEnd, /#\{?(?:if|elseif|else)\}?/));
	}
	return [...words, ...endKeyword(text, branches.at(-1)?.end ?? end, end)];
}

/** None where the block is open at the end of the text. */
function endKeyword(text: string, from: number, to: number): readonly Span[] {
	return found(text, from, to, /#(?:end|\{end\})/);
}

function found(text: string, from: number, to: number, pattern: RegExp): readonly Span[] {
	const match = pattern.exec(text.slice(from, to));
	if (match === null) return [];
	return [{ start: from + match.index, end: from + match.index + match[0].length }];
}
