import { jsonList } from "../samples/jsonList.ts";
import { jsonObject } from "../samples/jsonObject.ts";
import type { JsonObject, JsonValue } from "../vtl/bindings/environment.ts";
import { merged } from "./merged.ts";
import { random } from "./random.ts";
import { sampleNumber } from "./sampleNumber.ts";
import { sampleText } from "./sampleText.ts";
import { type Model, partOf } from "./schema.ts";
import { schemaTypes } from "./schemaTypes.ts";

export type SampleOptions = {
	/** The same seed gives the same sample. */
	readonly seed?: number;
	/** Which members that are not required are there; some where absent. */
	readonly optional?: "all" | "none" | "some";
};

/** A value that the model describes, as far as its keywords can be met by making one. */
export function sampleOf(model: Model, { seed = 1, optional = "all" }: SampleOptions = {}): JsonValue {
	return sample({ model, draw: random(seed), optional, depth: 0, name: "" });
}

type Wanted = {
	readonly model: Model;
	readonly draw: () => number;
	readonly optional: "all" | "none" | "some";
	readonly depth: number;
	/** Of the property, for a text that is good to read. */
	readonly name: string;
};

/** Beyond it only what is required is made, and beyond twice of it nothing. */
const depthMax = 6;

function sample(wanted: Wanted): JsonValue {
	const { draw, depth, name } = wanted;
	const model = merged(wanted.model);
	const { schema } = model;
	const choices = jsonList(schema["enum"]);
	if (choices !== undefined && choices.length > 0) {
		const useful = choices.filter((it) => it !== null);
		return oneOf(useful.length > 0 ? useful : choices, draw) ?? null;
	}
	const options = jsonList(schema["oneOf"]) ?? jsonList(schema["anyOf"]);
	if (options !== undefined && options.length > 0) return sample({ ...wanted, model: option(model, options, draw) });
	const types = schemaTypes(schema);
	const type = types.find((it) => it !== "null") ?? types[0];
	if (depth > depthMax * 2) return type === "object" ? {} : type === "array" ? [] : null;
	switch (type) {
		case "object":
			return sampleObject({ ...wanted, model });
		case "array":
			return sampleArray({ ...wanted, model });
		case "string":
			return sampleText(schema, name, draw);
		case "integer":
		case "number":
			return sampleNumber(schema, type === "integer", draw);
		case "boolean":
			return draw() < 0.5;
		case "null":
			return null;
		default:
			return name === "" ? {} : sampleText({}, name, draw);
	}
}

/** One of the alternatives, with what the schema itself says beside them. */
function option(model: Model, options: readonly JsonValue[], draw: () => number): Model {
	const { oneOf: _, anyOf: __, ...own } = model.schema;
	const chosen = oneOf(options, draw) ?? {};
	return partOf(model, Object.keys(own).length === 0 ? chosen : { allOf: [own, chosen] });
}

function sampleObject(wanted: Wanted): JsonObject {
	const { model, draw, optional, depth } = wanted;
	const { schema } = model;
	const properties = jsonObject(schema["properties"]) ?? {};
	const required = new Set((jsonList(schema["required"]) ?? []).filter((it) => typeof it === "string"));
	const members: [string, JsonValue][] = [];
	for (const [name, part] of Object.entries(properties)) {
		const there =
			required.has(name) || (depth < depthMax && (optional === "all" || (optional === "some" && draw() < 0.5)));
		if (there) members.push([name, sample({ ...wanted, model: partOf(model, part), depth: depth + 1, name })]);
	}
	const additional = partOf(model, schema["additionalProperties"]);
	for (const name of required) {
		if (!Object.hasOwn(properties, name))
			members.push([name, sample({ ...wanted, model: additional, depth: depth + 1, name })]);
	}
	const least = numberOf(schema["minProperties"], 0);
	const free = Object.keys(properties).length === 0 && jsonObject(schema["additionalProperties"]) !== undefined;
	const fill = Math.max(least, free && optional !== "none" && depth < depthMax ? 1 : 0);
	for (
		let i = members.length + 1;
		members.length < Math.min(fill, fillMax) && schema["additionalProperties"] !== false;
		i++
	) {
		members.push([`key${i}`, sample({ ...wanted, model: additional, depth: depth + 1, name: `key${i}` })]);
	}
	return Object.fromEntries(members);
}

function sampleArray(wanted: Wanted): readonly JsonValue[] {
	const { model, draw, depth, name } = wanted;
	const { schema } = model;
	const tuple = jsonList(schema["items"]);
	if (tuple !== undefined) {
		return tuple.map((part) => sample({ ...wanted, model: partOf(model, part), depth: depth + 1 }));
	}
	const least = numberOf(schema["minItems"], 0);
	const most = numberOf(schema["maxItems"], Number.POSITIVE_INFINITY);
	const usual = depth >= depthMax ? 0 : 1 + Math.floor(draw() * 2);
	const count = Math.min(Math.max(usual, least), most, fillMax);
	const items: JsonValue[] = [];
	const seen = new Set<string>();
	for (let tries = 0; items.length < count && tries < count * 10; tries++) {
		const item = sample({ ...wanted, model: partOf(model, schema["items"]), depth: depth + 1, name: singular(name) });
		if (schema["uniqueItems"] === true && seen.has(JSON.stringify(item))) continue;
		seen.add(JSON.stringify(item));
		items.push(item);
	}
	return items;
}

const fillMax = 50;

function singular(name: string): string {
	return name.length > 3 && name.endsWith("s") ? name.slice(0, -1) : name === "" ? "item" : name;
}

function oneOf<Item>(items: readonly Item[], draw: () => number): Item | undefined {
	return items[Math.floor(draw() * items.length)];
}

function numberOf(value: JsonValue | undefined, otherwise: number): number {
	return typeof value === "number" ? value : otherwise;
}
