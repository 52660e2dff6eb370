import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import type { Mapping, Node } from "./node.ts";

/** What the intrinsic functions of a template may ask for. */
export type Scope = {
	/** The value of a node with its functions carried out; absent when it vanishes (`AWS::NoValue`) or is wrong, which is then reported. */
	readonly resolve: (node: Node) => Node | undefined;
	readonly report: (problem: Problem) => void;
	/** What `Ref` gives for a parameter, a pseudo-parameter or a resource; absent when there is none of that name. */
	readonly reference: (name: string, at: SourceLocation) => Node | undefined;
	/** What `GetAtt` gives; absent when there is no such resource or attribute. */
	readonly attribute: (logicalId: string, name: string, at: SourceLocation) => Node | undefined;
	readonly condition: (name: string, at?: SourceLocation) => boolean | undefined;
	readonly mappings: Mapping | undefined;
	/** What another stack of this emulator exports under a name. */
	readonly exported: (name: string) => string | undefined;
	readonly region: string;
};

/** One intrinsic function: its argument as written, the place of the whole, and what it may ask. */
export type Intrinsic = (argument: Node, at: SourceLocation, scope: Scope) => Node | undefined;

/** Reports an error and gives nothing, as every function does with an argument it cannot use. */
export function refuse(
	scope: Pick<Scope, "report">,
	at: SourceLocation,
	message: string,
	code = "template-function",
): undefined {
	scope.report({ severity: "error", code, message, at });
	return undefined;
}

/** The argument resolved, as a list; anything else is refused with `usage`. */
export function listArgument(
	argument: Node,
	at: SourceLocation,
	scope: Scope,
	usage: string,
): readonly Node[] | undefined {
	const resolved = scope.resolve(argument);
	if (resolved === undefined) return undefined;
	return resolved.kind === "list" ? resolved.items : refuse(scope, at, usage);
}

/** The items as text; lists, maps and null are refused with `usage`. */
export function texts(
	items: readonly Node[],
	at: SourceLocation,
	scope: Scope,
	usage: string,
): readonly string[] | undefined {
	const result: string[] = [];
	for (const item of items) {
		if (item.kind !== "scalar" || item.value === null) return refuse(scope, at, usage);
		result.push(item.text);
	}
	return result;
}
