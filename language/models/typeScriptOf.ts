import { jsonList } from "../samples/jsonList.ts";
import { jsonObject } from "../samples/jsonObject.ts";
import type { JsonValue } from "../vtl/bindings/environment.ts";
import { type Model, partOf, referredTo } from "./schema.ts";
import { schemaTypes, type TypeName } from "./schemaTypes.ts";

/** The TypeScript type of what a model describes, with a type of its own for each schema that it refers to by name. */
export function typeScriptOf(name: string, model: Model): string {
	const writing: Writing = { declared: new Map(), names: new Map() };
	declare(writing, typeName(name), model);
	return `${[...writing.declared.values()].join("\n\n")}\n`;
}

type Writing = {
	/** By the name of the type; empty while it is being written, so that a type can contain itself. */
	readonly declared: Map<string, string>;
	/** What a schema that is referred to is called. */
	readonly names: Map<object, string>;
};

function declare(writing: Writing, name: string, model: Model): void {
	writing.declared.set(name, "");
	writing.names.set(model.schema, name);
	writing.declared.set(name, `${comment(model, "")}export type ${name} = ${written(writing, model, "", 0)};`);
}

/** Deeper types are left open. */
const depthMax = 40;

function written(writing: Writing, model: Model, indent: string, depth: number): string {
	const { schema } = model;
	if (depth > depthMax) return "unknown";
	const ref = schema["$ref"];
	if (typeof ref === "string") return referred(writing, model, ref);
	const values = jsonList(schema["enum"]);
	if (values !== undefined && values.length > 0) return values.map((it) => literal(it)).join(" | ");
	const parts: string[] = [];
	for (const [keyword, joint] of [
		["allOf", " & "],
		["oneOf", " | "],
		["anyOf", " | "],
	] as const) {
		const list = jsonList(schema[keyword]);
		if (list === undefined || list.length === 0) continue;
		const members = list.map((it) => grouped(written(writing, partOf(model, it), indent, depth + 1)));
		parts.push(members.length === 1 ? (members[0] ?? "unknown") : `(${members.join(joint)})`);
	}
	const types = schemaTypes(schema);
	if (types.length > 0) {
		const own = [...new Set(types.map((type) => ofType(writing, model, type, indent, depth)))].join(" | ");
		if (parts.length === 0 || own !== "{ readonly [name: string]: unknown }") parts.unshift(own);
	}
	if (parts.length === 0) return "unknown";
	return parts.length === 1 ? ungrouped(parts[0] ?? "") : parts.map(grouped).join(" & ");
}

function referred(writing: Writing, model: Model, ref: string): string {
	const target = referredTo(model, ref);
	if (target === undefined) return "unknown";
	const known = writing.names.get(target.schema);
	if (known !== undefined) return known;
	const wished = typeName(/([^/#]+)$/.exec(ref)?.[1] ?? "Referred");
	let name = wished;
	for (let i = 2; writing.declared.has(name); i++) name = `${wished}${i}`;
	declare(writing, name, target);
	return name;
}

function ofType(writing: Writing, model: Model, type: TypeName, indent: string, depth: number): string {
	switch (type) {
		case "object":
			return objectType(writing, model, indent, depth);
		case "array": {
			const { items } = model.schema;
			const tuple = jsonList(items);
			const of = (part: JsonValue | undefined) => written(writing, partOf(model, part), indent, depth + 1);
			if (tuple !== undefined) return `readonly [${tuple.map(of).join(", ")}]`;
			return `readonly ${grouped(of(items))}[]`;
		}
		case "integer":
		case "number":
			return "number";
		case "string":
		case "boolean":
		case "null":
			return type;
	}
}

function objectType(writing: Writing, model: Model, indent: string, depth: number): string {
	const { schema } = model;
	const required = new Set(jsonList(schema["required"]));
	const properties = Object.entries(jsonObject(schema["properties"]) ?? {});
	const inner = `${indent}\t`;
	const lines = properties.map(([name, part]) => {
		const member = partOf(model, part);
		const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
		const type = written(writing, member, inner, depth + 1);
		return `${comment(member, inner)}${inner}readonly ${key}${required.has(name) ? "" : "?"}: ${type};`;
	});
	for (const name of required) {
		if (typeof name === "string" && !properties.some(([other]) => other === name))
			lines.push(`${inner}readonly ${JSON.stringify(name)}: unknown;`);
	}
	const more = schema["additionalProperties"];
	if (lines.length === 0) {
		if (more === false) return "{ readonly [name: string]: never }";
		return `{ readonly [name: string]: ${written(writing, partOf(model, more), indent, depth + 1)} }`;
	}
	return `{\n${lines.join("\n")}\n${indent}}`;
}

function comment({ schema }: Model, indent: string): string {
	const { description } = schema;
	if (typeof description !== "string" || description === "") return "";
	return `${indent}/** ${description.replaceAll("*/", "*\\/").replaceAll(/\s+/g, " ")} */\n`;
}

function literal(value: JsonValue): string {
	return typeof value === "object" && value !== null ? "unknown" : JSON.stringify(value);
}

/** In parentheses where a joint inside would otherwise reach further. */
function grouped(type: string): string {
	return / [|&] |^readonly /.test(type) && !/^\(.*\)$/s.test(type) && !type.startsWith("{") ? `(${type})` : type;
}

function ungrouped(type: string): string {
	return /^\([^()]*\)$/s.test(type) ? type.slice(1, -1) : type;
}

function typeName(name: string): string {
	const words = name.split(/[^A-Za-z0-9_$]+/).filter((it) => it !== "");
	const joined = words.map((it) => it.charAt(0).toUpperCase() + it.slice(1)).join("");
	return /^[A-Za-z_$]/.test(joined) ? joined : `Model${joined}`;
}
