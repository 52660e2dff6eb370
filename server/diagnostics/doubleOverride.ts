import type { Span, Statement } from "../../language/vtl/nodes.ts";
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
		const before = new Map<string, Span[]>();
		return overrides.flatMap(({ statement, name }): Finding[] => {
			const others = before.get(name) ?? [];
			before.set(name, [...others, statement]);
			const first = others.find((other) => !exclude(branches, other, statement));
			if (first === undefined) return [];
			const line = view.text.slice(0, first.start).split("\n").length;
			const message = `$context.${name} is overridden in line ${line} already: overriding a parameter twice makes API Gateway answer 5XX.`;
			return [{ start: statement.target.start, end: statement.target.end, message }];
		});
	},
};

/** For each branch of each #if: which #if it is of, and its span. */
type BranchSpan = Span & { readonly of: number };

function branchesOf(nodes: readonly Statement[]): readonly BranchSpan[] {
	const found: BranchSpan[] = [];
	const open = [...nodes];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (node.kind === "directive") open.push(...(node.body ?? []));
		if (node.kind !== "if") continue;
		for (const { start, end, body } of node.branches) {
			found.push({ start, end, of: node.start });
			open.push(...body);
		}
	}
	return found;
}

/** They stand in different branches of the same #if, of which one is taken. */
function exclude(branches: readonly BranchSpan[], a: Span, b: Span): boolean {
	const around = (span: Span) => branches.filter(({ start, end }) => start <= span.start && span.end <= end);
	const ofA = new Map(around(a).map((branch) => [branch.of, branch]));
	return around(b).some((branch) => {
		const other = ofA.get(branch.of);
		return other !== undefined && other !== branch;
	});
}
