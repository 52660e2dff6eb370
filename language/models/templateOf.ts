import { jsonList } from "../samples/jsonList.ts";
import { jsonObject } from "../samples/jsonObject.ts";
import { merged } from "./merged.ts";
import { type Model, partOf } from "./schema.ts";
import { schemaTypes, type TypeName } from "./schemaTypes.ts";

/**
 * A mapping template that makes of a body what the model describes: each property by name, with quotes and escapes where
 * JSON wants them, and without a comma too many where optional ones are missing. What a schema leaves open goes through
 * as the JSON it is.
 */
export function templateOf(model: Model): string {
	const writing: Writing = { variables: 0 };
	const body = written(writing, { model, reference: "$root", path: "$", indent: "", depth: 0, inLoop: false });
	const uses = body.includes("$root");
	return `${uses ? "#set($root = $input.path('$'))\n" : ""}${body}\n`;
}

type Writing = {
	/** Variables made so far, for names that differ. */
	variables: number;
};

type Part = {
	readonly model: Model;
	/** The reference that has the value in the template. */
	readonly reference: string;
	/** The value as a JSONPath, with the variables of loops in it. */
	readonly path: string;
	readonly indent: string;
	readonly depth: number;
	readonly inLoop: boolean;
};

/** Deeper, and where a model contains itself, the JSON goes through as it is. */
const depthMax = 8;

function written(writing: Writing, part: Part): string {
	const model = merged(part.model);
	const { schema } = model;
	const [type, ...others] = schemaTypes(schema).filter((it) => it !== "null");
	if (type === undefined && schemaTypes(schema).length > 0) return "null";
	const open = type === undefined || others.length > 0 || "oneOf" in schema || "anyOf" in schema;
	const made = open || part.depth > depthMax ? whole(part) : typed(writing, { ...part, model }, type);
	return allowsNull(model) ? `#if(${isNull(part.reference)})null#else${made}#end` : made;
}

/** For API Gateway nothing equals an empty text; but only a text has a length. */
function isNull(reference: string): string {
	return `${reference} == "" && ${reference}.length() != 0`;
}

function typed(writing: Writing, part: Part, type: TypeName): string {
	const { reference } = part;
	switch (type) {
		case "string":
			return `"$util.escapeJavaScript(${reference}).replaceAll("\\\\'", "'")"`;
		case "integer":
		case "number":
		case "boolean":
			return reference;
		case "array":
			return array(writing, part);
		case "object":
			return object(writing, part);
		case "null":
			return "null";
	}
}

/** The value as the JSON it is. */
function whole({ path, inLoop }: Part): string {
	return inLoop || path.includes("'") ? `$input.json("${path}")` : `$input.json('${path}')`;
}

function array(writing: Writing, part: Part): string {
	const { model, reference, path, indent, depth } = part;
	const items = jsonObject(model.schema["items"]);
	// A null among the items hides the loop's variable: such a list goes through as it is.
	if (items === undefined || allowsNull(partOf(model, items))) return whole(part);
	const number = ++writing.variables;
	const inner = written(writing, {
		model: partOf(model, items),
		reference: `$item${number}`,
		path: `${path}[$i${number}]`,
		indent: `${indent}  `,
		depth: depth + 1,
		inLoop: true,
	});
	const index = inner.includes(`$i${number}]`) ? `#set($i${number} = $foreach.index)` : "";
	return `[#foreach($item${number} in ${reference})${index}\n${indent}  ${inner}#if($foreach.hasNext),#end#end\n${indent}]`;
}

function allowsNull(model: Model, depth = 0): boolean {
	const { schema } = merged(model);
	if (schemaTypes(schema).includes("null")) return true;
	const options = [...(jsonList(schema["oneOf"]) ?? []), ...(jsonList(schema["anyOf"]) ?? [])];
	return depth < depthMax && options.some((it) => allowsNull(partOf(model, it), depth + 1));
}

function object(writing: Writing, part: Part): string {
	const { model, reference, indent } = part;
	const { schema } = model;
	const properties = jsonObject(schema["properties"]) ?? {};
	const required = (jsonList(schema["required"]) ?? []).filter((it) => typeof it === "string");
	const names = [...new Set([...Object.keys(properties), ...required])];
	const least = schema["minProperties"];
	const open = names.length === 0 || (typeof least === "number" && least > names.length);
	if (open || names.some((name) => !isPlainName(name))) return whole(part);

	const one = (name: string) => {
		const value = written(writing, {
			model: partOf(model, properties[name]),
			reference: memberReference(reference, name),
			path: `${part.path}${/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name}']`}`,
			indent: `${indent}  `,
			depth: part.depth + 1,
			inLoop: part.inLoop,
		});
		return `${indent}  ${JSON.stringify(name)}: ${value}`;
	};
	const there = names.filter((name) => required.includes(name)).map(one);
	const optional = names.filter((name) => !required.includes(name));
	if (optional.length === 0) return `{\n${there.join(",\n")}\n${indent}}`;
	if (there.length > 0) {
		const maybe = optional.map((name) => `#if(${reference}.containsKey('${name}')),\n${one(name)}\n#end\n`);
		return `{\n${there.join(",\n")}\n${maybe.join("")}${indent}}`;
	}
	// Nothing is sure to be there: a variable says whether a comma is due.
	const comma = `$comma${++writing.variables}`;
	const maybe = optional.map(
		(name) => `#if(${reference}.containsKey('${name}'))${comma}\n${one(name)}\n#set(${comma} = ",")#end\n`,
	);
	return `#set(${comma} = ""){\n${maybe.join("")}${indent}}`;
}

/** Names that can stand in a template's text, string and JSONPath alike. */
function isPlainName(name: string): boolean {
	return name !== "" && !/["'\\$#[\]\p{Cc}]/u.test(name);
}

/** `$x.name`, or `get` where Velocity would read something else: another sign, or a getter of Java's map. */
function memberReference(reference: string, name: string): string {
	return /^[A-Za-z]\w*$/.test(name) && !taken.has(name) ? `${reference}.${name}` : `${reference}.get('${name}')`;
}

/** What Java's maps answer to by themselves, and the operators that are words. */
const taken = new Set([
	"class",
	"empty",
	"Class",
	"Empty",
	"and",
	"or",
	"not",
	"eq",
	"ne",
	"gt",
	"ge",
	"lt",
	"le",
	"in",
]);
