import { type Member, type Members, nothing, type Type, unknown } from "./types.ts";

/** More than this at once tells nobody anything. */
const unionMax = 4;

/** What a value is that is one of these. */
export function joinTypes(types: readonly Type[]): Type {
	let result: Type = nothing;
	for (const type of types) {
		result = joinTwo(result, type);
		if (result.kind === "unknown") return result;
	}
	return result;
}

function joinTwo(left: Type, right: Type): Type {
	if (left === right || right.kind === "nothing") return left;
	if (left.kind === "nothing") return right;
	if (left.kind === "unknown" || right.kind === "unknown") return unknown;
	const parts = [...partsOf(left)];
	for (const part of partsOf(right)) {
		const at = parts.findIndex((other) => alike(other, part));
		const same = parts[at];
		if (same === undefined) parts.push(part);
		else parts[at] = merged(same, part);
	}
	const [only] = parts;
	if (parts.length === 1 && only !== undefined) return only;
	return parts.length > unionMax ? unknown : { kind: "union", types: parts };
}

/** The alternatives of a type. */
export function partsOf(type: Type): readonly Type[] {
	return type.kind === "union" ? type.types : [type];
}

function alike(left: Type, right: Type): boolean {
	if (left.kind !== right.kind) return false;
	if (left.kind === "List" && right.kind === "List") return left.list === right.list;
	return left.kind !== "Bound" || right.kind !== "Bound" || left.name === right.name;
}

function merged(left: Type, right: Type): Type {
	if (left === right) return left;
	if (left.kind === "Map" && right.kind === "Map") {
		const value = joinTwo(left.value, right.value);
		return { kind: "Map", members: mergedMembers(left.members, right.members), value };
	}
	if (left.kind === "Entry" && right.kind === "Entry") return { ...left, value: joinTwo(left.value, right.value) };
	if ("item" in left && "item" in right) return { ...left, item: joinTwo(left.item, right.item) };
	return left;
}

function mergedMembers(left: Members, right: Members): Members {
	if (left === right || right.names.length === 0) return left;
	if (left.names.length === 0) return right;
	return {
		names: [...new Set([...left.names, ...right.names])],
		complete: left.complete && right.complete,
		get: (name) => {
			const a = left.get(name);
			const b = right.get(name);
			if (a === undefined || b === undefined) return a ?? b;
			return { ...a, type: () => joinTwo(a.type(), b.type()) } satisfies Member;
		},
	};
}
