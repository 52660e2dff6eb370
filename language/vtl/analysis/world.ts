import { contextMembers } from "../bindings/contextMembers.ts";
import { inputMembers } from "../bindings/inputMembers.ts";
import { type MapType, type Member, mapOf, plain, type Type, unknown } from "./types.ts";

/** What a template begins with, as types. Make it once for a view: an analysis is remembered by it. */
export type World = {
	/** The body that `$input` reads. */
	readonly body: Type;
	/** `$input.params()`: the maps `path`, `querystring` and `header`. */
	readonly parameters: MapType;
	readonly context: MapType;
	readonly stageVariables: MapType;
};

/** What a variable is before the template sets any; unknown for all others. */
export function typeOfBinding(world: World, name: string): Type {
	if (name === "input" || name === "util") return { kind: "Bound", name: `$${name}` };
	if (name === "context") return world.context;
	return name === "stageVariables" ? world.stageVariables : unknown;
}

export type Parameters = {
	readonly path: readonly string[];
	readonly querystring: readonly string[];
	readonly header: readonly string[];
};

export function createWorld(
	body: Type = unknown,
	parameters: Parameters = { path: [], querystring: [], header: [] },
	stageVariables: readonly Member[] = [],
): World {
	const { page } = inputMembers[0] ?? { page: "" };
	const place = (name: keyof Parameters, documentation: string): Member => {
		const type = mapOf(parameters[name].map(text), plain("String"));
		return { name, type: () => type, documentation, page };
	};
	return {
		body,
		parameters: mapOf([
			place("path", "The path parameters."),
			place("querystring", "The query string parameters."),
			place("header", "The headers."),
		]),
		context: contextType,
		stageVariables: mapOf(stageVariables, plain("String")),
	};
}

function text(name: string): Member {
	return { name, type: () => plain("String") };
}

type Tree = { readonly children: Map<string, Tree>; member: (typeof contextMembers)[number] | undefined };

/** `$context` as the table of its members describes it. */
const contextType = treeType(contextTree());

function contextTree(): Tree {
	const root: Tree = { children: new Map(), member: undefined };
	for (const member of contextMembers) {
		if (member.object !== "$context") continue;
		let tree = root;
		for (const name of member.name.split(".")) {
			const child = tree.children.get(name) ?? { children: new Map(), member: undefined };
			tree.children.set(name, child);
			tree = child;
		}
		tree.member = member;
	}
	return root;
}

function treeType({ children }: Tree): MapType {
	const any = children.get("*");
	const members = [...children]
		.filter(([name]) => name !== "*")
		.map(([name, child]): Member => {
			const { member } = child;
			const type = member === undefined ? treeType(child) : plain(kindOf(member.type));
			return {
				name,
				type: () => type,
				...(member === undefined ? {} : { documentation: member.documentation, page: member.page }),
			};
		});
	if (any === undefined) return mapOf(members, unknown, true);
	const known = mapOf(members, plain("String"));
	const described = any.member === undefined ? {} : { documentation: any.member.documentation, page: any.member.page };
	const get = (name: string) => known.members.get(name) ?? { ...text(name), ...described };
	return { ...known, members: { ...known.members, get } };
}

function kindOf(type: (typeof contextMembers)[number]["type"]): "String" | "Integer" | "Long" | "Boolean" {
	return type === "Map" ? "String" : type;
}
