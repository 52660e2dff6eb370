import { sampleOf } from "../../language/models/sampleOf.ts";
import { contextMembers } from "../../language/vtl/bindings/contextMembers.ts";
import type { JsonObject, JsonValue, MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import { isObject } from "./jsonOf.ts";
import type { Declared, Place } from "./knowledge.ts";

/** Calls to try a template with, made from the model of its input: with all that the model describes, and with what it requires. */
export function sampleCalls(place: Place): readonly MappingEnvironment[] {
	const before = known.get(place);
	if (before !== undefined) return before;
	const { input } = place;
	const bodies =
		input === undefined
			? []
			: (["all", "none"] as const).map((optional) => sampleOf({ schema: input.schema }, { optional }));
	const calls = bodies.map((body) => callWith(place, body));
	known.set(place, calls);
	return calls;
}

const known = new WeakMap<Place, readonly MappingEnvironment[]>();

function callWith({ parameters, stageVariables, methods }: Place, body: JsonValue): MappingEnvironment {
	const [method] = methods;
	const own: JsonObject = method === undefined ? {} : { httpMethod: method.httpMethod, resourcePath: method.path };
	return {
		input: {
			body: JSON.stringify(body),
			headers: valuesOf(parameters.header),
			path: valuesOf(parameters.path),
			query: valuesOf(parameters.querystring),
		},
		context: { ...sampleContext, ...own },
		stageVariables: Object.fromEntries(stageVariables.map(({ name, value }) => [name, value])),
	};
}

function valuesOf(declared: readonly Declared[]): Readonly<Record<string, string>> {
	return Object.fromEntries(declared.map(({ name }) => [name, name]));
}

/** What a text is, its name says well enough. */
const sampleValues: Readonly<Record<(typeof contextMembers)[number]["type"], JsonValue | undefined>> = {
	String: undefined,
	Integer: 1,
	Long: 1_428_582_896_000,
	Boolean: false,
	Map: {},
};

/** A value for each member that `$context` may have. */
const sampleContext: JsonObject = contextMembers.reduce<JsonObject>(
	(context, { object, name, type }) =>
		object === "$context" && !name.includes("*") && !name.includes("Override")
			? withMember(context, name.split("."), sampleValues[type])
			: context,
	{},
);

function withMember(
	object: JsonObject,
	[name = "", ...inside]: readonly string[],
	sample: JsonValue | undefined,
): JsonObject {
	const inner = object[name];
	const value = inside.length === 0 ? (sample ?? name) : withMember(isObject(inner) ? inner : {}, inside, sample);
	return { ...object, [name]: value };
}
