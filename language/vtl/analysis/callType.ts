import type { Expression } from "../nodes.ts";
import { joinTypes, partsOf } from "./joinTypes.ts";
import { literalText } from "./literalText.ts";
import { memberOf, propertyType } from "./memberType.ts";
import { methodsOfType, type TypeMethod } from "./methods/methodsOfType.ts";
import { typeOfPath } from "./pathType.ts";
import { returnType } from "./returnType.ts";
import { nothing, plain, type Type, unknown } from "./types.ts";
import type { World } from "./world.ts";

export type Call = {
	readonly name: string;
	readonly arguments: readonly Expression[];
	/** The types of the arguments. */
	readonly types: readonly Type[];
};

/** What `$x.name(…)` gives. `nothing` where a value of the type has no such method. */
export function callType(self: Type, call: Call, world: World): Type {
	return joinTypes(partsOf(self).map((part) => callOnOne(part, call, world)));
}

/** Of the methods with the name and the number of parameters, the first that takes the arguments. */
export function chooseMethod(
	methods: readonly TypeMethod[],
	name: string,
	types: readonly Type[],
): TypeMethod | undefined {
	const fitting = methods.filter(({ name: other, parameters }) => {
		if (other !== name) return false;
		const rest = parameters.at(-1)?.type.endsWith("...") === true;
		return parameters.length === types.length || (rest && types.length >= parameters.length - 1);
	});
	return (
		fitting.find(({ parameters }) => parameters.every(({ type }, i) => takes(type, types[i] ?? unknown, true))) ??
		fitting.find(({ parameters }) => parameters.every(({ type }, i) => takes(type, types[i] ?? unknown, false))) ??
		fitting[0]
	);
}

function callOnOne(self: Type, call: Call, world: World): Type {
	if (self.kind === "unknown") return unknown;
	const special = specialCall(self, call, world);
	if (special !== undefined) return special;
	const method = chooseMethod(methodsOfType(self), call.name, call.types);
	return method === undefined ? nothing : returnType(method.returns, self);
}

/** What depends on the text of an argument. */
function specialCall(self: Type, { name, arguments: parameters, types }: Call, world: World): Type | undefined {
	const text = literalText(parameters[0]);
	if (self.kind === "Bound" && self.name === "$input") {
		if (name === "path" && parameters.length === 1) return text === undefined ? unknown : typeOfPath(world.body, text);
		if (name === "params" && parameters.length === 0) return world.parameters;
		return undefined;
	}
	if (self.kind === "Bound") return name === "parseJson" ? parsedType(parameters[0], world) : undefined;
	if (self.kind !== "Map" || text === undefined) return undefined;
	if (name === "get") return memberOf(self, text) === undefined ? self.value : propertyType(self, text);
	if (name === "getOrDefault") return joinTypes([propertyType(self, text), types[1] ?? unknown]);
	return undefined;
}

/** `$util.parseJson($input.json('$.a'))` is what `$input.path('$.a')` is, and of the body all of it. */
function parsedType(argument: Expression | undefined, world: World): Type {
	if (argument?.kind !== "reference" || argument.name !== "input") return unknown;
	const [segment, ...others] = argument.path;
	if (segment === undefined || others.length > 0 || segment.kind === "index") return unknown;
	if (segment.kind === "property") return segment.name === "body" ? world.body : unknown;
	const path = literalText(segment.arguments[0]);
	return segment.name === "json" && path !== undefined ? typeOfPath(world.body, path) : unknown;
}

/** `sure`: without counting on a conversion or on what is not known. */
function takes(parameter: string, type: Type, sure: boolean): boolean {
	const kinds = new Set(partsOf(type).map((part) => part.kind));
	if (kinds.has("unknown")) return !sure;
	switch (parameter) {
		case "int":
		case "long":
		case "double":
		case "float":
			return kinds.has("Integer") || kinds.has("Long") || kinds.has("Number") || kinds.has("Double");
		case "String":
		case "CharSequence":
			return kinds.has("String");
		case "char":
			return kinds.has("Character");
		case "boolean":
			return kinds.has("Boolean");
		case "Collection":
			return kinds.has("List") || kinds.has("Set");
		case "Object":
			return true;
		default:
			return !sure || kinds.has(plainKind(parameter));
	}
}

function plainKind(parameter: string): Type["kind"] {
	const { kind } = parameter === "Map" ? { kind: "Map" as const } : plain("Block");
	return kind === "Map" ? kind : parameter === "BigInteger" || parameter === "BigDecimal" ? parameter : kind;
}
