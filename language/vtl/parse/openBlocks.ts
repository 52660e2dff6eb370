import type { Branch, Expression, Statement } from "../nodes.ts";
import type { DirectiveHead } from "./directiveHead.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import type { Token } from "./tokens.ts";

/** Blocks nested deeper than this are refused. */
const blocksMax = 1000;

export type OpenIf = {
	readonly kind: "if";
	readonly start: number;
	/** The branches that are finished; the rest is the one being read. */
	readonly branches: Branch[];
	condition: Expression | undefined;
	branchStart: number;
	hasElse: boolean;
	body: Statement[];
};
export type OpenDirective = { readonly kind: "directive"; readonly head: DirectiveHead; readonly body: Statement[] };
export type OpenBlock = OpenIf | OpenDirective;

/** The statements read so far. Open blocks stand on a stack of their own, so that depth costs no call stack. */
export type OpenBlocks = {
	/** The statements that stand in no block. */
	readonly top: readonly Statement[];
	innermost(): OpenBlock | undefined;
	/** How many directives are open whose name is one of those. */
	enclosing(isOne: (name: string) => boolean): number;
	/** Opens a block, which the token begins. */
	open(block: OpenBlock, token: Token): void;
	/** Takes the innermost block off the stack. */
	pop(): OpenBlock | undefined;
	/** Puts a statement into the innermost block. */
	add(node: Statement): void;
	/** The last statement there. */
	last(): Statement | undefined;
};

export function createOpenBlocks(top: Statement[]): OpenBlocks {
	const stack: OpenBlock[] = [];
	// Asking an array for its place -1 is slow, and mostly no block is open.
	const innermost = (): OpenBlock | undefined => (stack.length === 0 ? undefined : stack[stack.length - 1]);
	const body = (): Statement[] => innermost()?.body ?? top;

	return {
		top,
		innermost,
		enclosing: (isOne) => stack.filter((it) => it.kind === "directive" && isOne(it.head.name)).length,
		open: (block, token) => {
			if (stack.length >= blocksMax) throw new SyntaxFailure(token, "Blocks are nested too deeply.");
			stack.push(block);
		},
		pop: () => stack.pop(),
		add: (node) => {
			const nodes = body();
			const previous = node.kind === "text" && nodes.length > 0 ? nodes[nodes.length - 1] : undefined;
			if (node.kind !== "text" || previous?.kind !== "text") {
				nodes.push(node);
				return;
			}
			const { start, output } = previous;
			nodes[nodes.length - 1] = { kind: "text", start, end: node.end, output: output + node.output };
		},
		last: () => body().at(-1),
	};
}
