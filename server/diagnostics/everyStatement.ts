import type { Statement } from "../../language/vtl/nodes.ts";

/** Many rules ask for the same template. */
const known = new WeakMap<readonly Statement[], readonly Statement[]>();

/** All statements of a template in the order of its text, those in blocks too, however deep they are. */
export function everyStatement(nodes: readonly Statement[]): readonly Statement[] {
	const before = known.get(nodes);
	if (before !== undefined) return before;
	const found: Statement[] = [];
	known.set(nodes, found);
	const open: Statement[] = nodes.toReversed();
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		found.push(node);
		if (node.kind === "if") open.push(...node.branches.flatMap(({ body }) => body).toReversed());
		else if (node.kind === "directive" && node.body !== undefined) open.push(...node.body.toReversed());
	}
	return found;
}
