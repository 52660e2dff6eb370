import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import type { Node } from "./node.ts";
import { resolve } from "./resolve.ts";
import { refuse, type Scope } from "./scope.ts";

/**
 * The conditions of a template, each worked out once, when it is first asked for. One that is wrong has been reported and
 * counts as unknown; one that leads back to itself is wrong.
 */
export function conditions(
	written: ReadonlyMap<string, Node>,
	scope: Omit<Scope, "resolve" | "condition">,
	report: (problem: Problem) => void,
): (name: string, at?: SourceLocation) => boolean | undefined {
	const known = new Map<string, boolean | undefined>();
	const condition = (name: string, at?: SourceLocation): boolean | undefined => {
		if (known.has(name)) return known.get(name);
		const node = written.get(name);
		if (node === undefined) {
			if (at !== undefined)
				refuse({ report }, at, `There is no condition ${name} in Conditions.`, "unresolved-reference");
			return undefined;
		}
		known.set(name, undefined);
		const value = resolve(node, { ...scope, condition });
		const text = value?.kind === "scalar" ? value.text : "";
		if (text === "true" || text === "false") known.set(name, text === "true");
		else if (value !== undefined) {
			const message = `The condition ${name} is neither true nor false: make it of Fn::Equals, Fn::And, Fn::Or or Fn::Not.`;
			refuse({ report }, node.at, message);
		}
		return known.get(name);
	};
	return condition;
}
