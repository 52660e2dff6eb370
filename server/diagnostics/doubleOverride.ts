import type { SetStatement, Statement } from "../../language/vtl/nodes.ts";
import { overridesIn } from "./overrides.ts";
import type { Finding, Rule } from "./rule.ts";

/** A parameter that is overridden twice, which API Gateway answers with a 5XX. */
export const doubleOverride: Rule = {
	code: "double-override",
	severity: "warning",
	check: (view) => {
		const overrides = overridesIn(view);
		if (overrides.length < 2) return [];
		const branches = branchesOf(view.tree.nodes);
		const before = new Map<string, SetStatement[]>();
		return overrides.flatMap(({ statement, name }): Finding[] => {
			const others = before.get(name) ?? [];
			if (others.length < othersMax) before.set(name, [...others, statement]);
			const first = others.find((other) => !exclude(branches.get(other), branches.get(statement)));
			if (first === undefined) return [];
			const line = view.text.slice(0, first.start).split("\n").length;
			const message = `$context.${name} is overridden in line ${line} already: overriding a parameter twice makes API Gateway answer 5XX.`;
			return [{ start: statement.target.start, end: statement.target.end, message }];
		});
	},
};

/** With so many of the same parameter, one more is not looked at closely. */
const othersMax = 20;
/** Branches nested deeper than this are not told apart. */
const depthMax = 50;

/** The branch that a statement stands in, and the one around that. */
type Branch = {
	readonly of: Statement;
	readonly index: number;
	readonly outer: Branch | undefined;
	readonly depth: number;
};

function branchesOf(nodes: readonly Statement[]): ReadonlyMap<Statement, Branch> {
	const found = new Map<Statement, Branch>();
	const open: { readonly nodes: readonly Statement[]; readonly inside: Branch | undefined }[] = [
		{ nodes, inside: undefined },
	];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const { inside } = next;
		for (const node of next.nodes) {
			if (node.kind === "set" && inside !== undefined) found.set(node, inside);
			if (node.kind === "directive") open.push({ nodes: node.body ?? [], inside });
			if (node.kind !== "if") continue;
			const depth = (inside?.depth ?? 0) + 1;
			for (const [index, { body }] of node.branches.entries())
				open.push({ nodes: body, inside: depth > depthMax ? inside : { of: node, index, outer: inside, depth } });
		}
	}
	return found;
}

/** They stand in different branches of the same #if, of which one is taken. */
function exclude(a: Branch | undefined, b: Branch | undefined): boolean {
	const ofA = new Map<Statement, number>();
	for (let branch = a; branch !== undefined; branch = branch.outer) ofA.set(branch.of, branch.index);
	for (let branch = b; branch !== undefined; branch = branch.outer) {
		const index = ofA.get(branch.of);
		if (index !== undefined && index !== branch.index) return true;
	}
	return false;
}
