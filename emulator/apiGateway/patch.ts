import type { AwsError } from "../aws/awsError.ts";
import { badRequest } from "./errors.ts";
import type { PatchOperation } from "./model.generated.ts";

/** A path that may be patched, and how: `*` stands for one segment. Values come as text, whatever the member's type. */
export type PatchRule = {
	readonly path: string;
	readonly ops: readonly PatchOp[];
	readonly as?: "text" | "boolean" | "number";
	/** The member is a list, and the last segment one of its values. */
	readonly list?: true;
	/** What AWS says when an entry is to be replaced or removed that is not there. */
	readonly missing?: () => AwsError;
	/** What AWS says to an empty or missing value. */
	readonly empty?: () => AwsError;
};
export type PatchOp = "add" | "remove" | "replace";

/** How a kind of resource refuses a patch: AWS has not one way. `rule` is there when only the operation is wrong. */
export type Refusal = (operation: PatchOperation, rule: PatchRule | undefined, rules: readonly PatchRule[]) => AwsError;

/** The definition with its patches applied, in their order. The definition itself stays as it is. */
export function patch<T extends object>(
	definition: T,
	operations: readonly PatchOperation[] | undefined,
	rules: readonly PatchRule[],
	refuse: Refusal,
): T {
	let result = definition as Tree; // any definition is a plain JSON object
	for (const operation of operations ?? []) {
		const segments = segmentsOf(operation.path);
		const rule = rules.find((it) => matches(it, segments));
		if (rule === undefined || !isOp(operation.op) || !rule.ops.includes(operation.op))
			throw refuse(operation, rule, rules);
		result = apply(result, segments, rule, operation.op, operation.value);
	}
	return result as T; // the rules name members of T, and give each its type
}

type Tree = { readonly [key: string]: unknown };

const isOp = (op: string | undefined): op is PatchOp => op === "add" || op === "remove" || op === "replace";

/** JSON pointer: `~1` is a slash, `~0` a tilde. */
export function segmentsOf(path: string | undefined): string[] {
	return (path ?? "")
		.replace(/^\//, "")
		.split("/")
		.map((it) => it.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function matches({ path }: PatchRule, segments: readonly string[]): boolean {
	const pattern = path.slice(1).split("/");
	return pattern.length === segments.length && pattern.every((it, index) => it === "*" || it === segments[index]);
}

function apply(tree: Tree, segments: readonly string[], rule: PatchRule, op: PatchOp, value: string | undefined): Tree {
	const [name = "", ...rest] = segments;
	if (rest.length > (rule.list ? 1 : 0)) {
		const child = tree[name];
		const branch = apply(isTree(child) ? child : {}, rest, rule, op, value);
		// AWS forgets a map whose last entry is removed.
		return Object.keys(branch).length === 0 ? without(tree, name) : { ...tree, [name]: branch };
	}
	if (rule.list) return withList(tree, name, rest[0] ?? "", op, value);
	if (op !== "add" && rule.missing && tree[name] === undefined) throw rule.missing();
	if (op === "remove") return without(tree, name);
	if (rule.empty && !value) throw rule.empty();
	return { ...tree, [name]: converted(value, rule) };
}

function withList(tree: Tree, name: string, entry: string, op: PatchOp, value: string | undefined): Tree {
	const own = tree[name];
	const list = Array.isArray(own) ? own.filter((it) => it !== entry) : [];
	// Recorded: test_update_rest_api_operation_add_remove. What replaces an entry goes to the end.
	if (op !== "remove") list.push(op === "add" ? entry : (value ?? ""));
	return list.length === 0 ? without(tree, name) : { ...tree, [name]: list };
}

function without(tree: Tree, name: string): Tree {
	const { [name]: _, ...rest } = tree;
	return rest;
}

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** What is not "true" is false, whatever it is (recorded: test_update_method_validation, wrong-value-type). */
function converted(value: string | undefined, { as = "text", path }: PatchRule): unknown {
	if (as === "boolean") return value?.toLowerCase() === "true";
	if (as === "text") return value ?? "";
	const number = Number(value);
	if (value === undefined || value.trim() === "" || !Number.isFinite(number)) {
		throw badRequest(`Invalid value specified for ${path}: ${value ?? null}`); // unverified text
	}
	return number;
}

/** As UpdateRestApi, UpdateMethod and UpdateMethodResponse refuse. */
export const refusePathOrOperation: Refusal = ({ path }, rule) =>
	rule === undefined
		? badRequest(`Invalid patch path ${path ?? null}`)
		: badRequest(`Invalid patch operation specified. Must be one of: [${rule.ops.join(", ")}]`);

/** As UpdateGatewayResponse refuses: an operation that does not fit makes the path wrong. */
export const refusePath: Refusal = ({ path }) => badRequest(`Invalid patch path ${path ?? null}`);

/** As UpdateResource, UpdateModel and UpdateDocumentationPart refuse: two blanks and all. */
export const refuseWithList: Refusal = ({ op, path }, _, rules) => {
	const prefix = `Invalid patch path  '${path ?? null}' specified for op '${op ?? null}'.`;
	const paths = rules.filter((it) => isOp(op) && it.ops.includes(op)).map((it) => it.path);
	return paths.length === 0
		? badRequest(`${prefix} Please choose supported operations`)
		: badRequest(`${prefix} Must be one of: [${paths.join(", ")}]`);
};

/** Members that are replaced only. */
export const replaceable = (as: NonNullable<PatchRule["as"]>, ...paths: string[]): PatchRule[] =>
	paths.map((path) => ({ path, ops: ["replace"], as }));

/** Entries of a map that come and go. */
export const entries = (path: string, rest: Partial<PatchRule> = {}): PatchRule => ({
	path,
	ops: ["add", "replace", "remove"],
	...rest,
});
