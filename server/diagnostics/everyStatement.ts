import type { Statement } from "../../language/vtl/nodes.ts";

/** All statements of a template in the order of its text, those in blocks too, however deep they are. */
export function everyStatement(nodes: readonly Statement[]): readonly Statement[] {
	const found: Statement[] = [];
	const open: Statement[] = nodes.toReversed();
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		found.push(node);
		if (node.kind === "if") open.push(...node.branches.flatMap(({ body }) => body).toReversed());
		else if (node.kind === "directive" && node.body !== undefined) open.push(...node.body.toReversed());
	}
	return found;
}
