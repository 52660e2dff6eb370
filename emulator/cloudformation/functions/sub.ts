import type { SourceLocation } from "../../../protocol/problem.ts";
import { type Node, scalar } from "../node.ts";
import { type Intrinsic, refuse, type Scope } from "../scope.ts";

/** `Fn::Sub`: `${Name}`, `${Resource.Attribute}` and `${!Literal}` within a text, with names of its own in the second form. */
export const sub: Intrinsic = (argument, at, scope) => {
	const [template, names] = argument.kind === "list" ? argument.items : [argument, undefined];
	if (template?.kind !== "scalar" || (names !== undefined && names.kind !== "map")) {
		return refuse(scope, at, "Fn::Sub needs a text, or a list of a text and a map of the names it uses.");
	}
	const own = new Map<string, Node | undefined>();
	for (const [name, entry] of names?.entries ?? []) own.set(name, scope.resolve(entry.value));

	let result = "";
	let end = 0;
	for (const match of template.text.matchAll(placeholder)) {
		result += template.text.slice(end, match.index);
		end = match.index + match[0].length;
		const value = substitute(match[1] ?? "", own, at, scope);
		if (value === undefined) return undefined;
		result += value;
	}
	return scalar(result + template.text.slice(end), template.at);
};

const placeholder = /\$\{([^${}]+)\}/g;

/** The names that a Sub text takes from the template, as `Name` or `Resource.Attribute`. */
export function namesInSub(text: string): readonly string[] {
	return [...text.matchAll(placeholder)]
		.map((match) => (match[1] ?? "").trim())
		.filter((name) => !name.startsWith("!"));
}

function substitute(
	written: string,
	own: ReadonlyMap<string, Node | undefined>,
	at: SourceLocation,
	scope: Scope,
): string | undefined {
	if (written.startsWith("!")) return `\${${written.slice(1)}}`;
	const name = written.trim();
	const found = own.has(name) ? own.get(name) : lookUp(name, at, scope);
	if (found === undefined) return undefined;
	if (found.kind === "scalar" && found.value !== null) return found.text;
	return refuse(scope, at, `Fn::Sub cannot put ${name} into a text: it is not a single value.`);
}

function lookUp(name: string, at: SourceLocation, scope: Scope): Node | undefined {
	const dot = name.indexOf(".");
	if (dot > 0) return scope.attribute(name.slice(0, dot), name.slice(dot + 1), at);
	const found = scope.reference(name, at);
	if (found !== undefined) return found;
	return refuse(
		scope,
		at,
		`Fn::Sub uses \${${name}}, but there is no parameter or resource of that name.`,
		"unresolved-reference",
	);
}
