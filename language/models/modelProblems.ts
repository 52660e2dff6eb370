import { jsonList } from "../samples/jsonList.ts";
import { jsonObject } from "../samples/jsonObject.ts";
import type { JsonValue } from "../vtl/bindings/environment.ts";
import { type Model, modelNameOf, partOf, referredTo } from "./schema.ts";
import { isTypeName } from "./schemaTypes.ts";

/** What API Gateway refuses in a model or does otherwise than JSON Schema; `pointer` is a place in the schema. */
export type ModelProblem = {
	readonly pointer: string;
	/** `error`: it cannot be used as it is. `warning`: it means something else than it says. `hint`: it means nothing. */
	readonly severity: "error" | "warning" | "hint";
	readonly message: string;
};

/** Everything about a model that is not as API Gateway takes it. */
export function modelProblems(name: string | undefined, model: Model): readonly ModelProblem[] {
	const problems: ModelProblem[] = [];
	if (name !== undefined && !/^[A-Za-z0-9]+$/.test(name)) {
		problems.push({
			pointer: "",
			severity: "error",
			message: `A model's name has only letters and digits; "${name}" has others.`,
		});
	}
	visit(model, "", problems, 0);
	return problems;
}

const problemsMax = 500;
const depthMax = 100;

function visit(model: Model, pointer: string, problems: ModelProblem[], depth: number): void {
	const { schema } = model;
	if (depth > depthMax || problems.length > problemsMax) return;
	for (const [keyword, value] of Object.entries(schema)) {
		const at = `${pointer}/${escaped(keyword)}`;
		for (const found of keywordProblems(keyword, value, model)) problems.push({ ...found, pointer: at });
		for (const [key, part] of partsOf(keyword, value)) {
			visit(partOf(model, part), key === undefined ? at : `${at}/${escaped(key)}`, problems, depth + 1);
		}
	}
}

/** The schemas under a keyword; a property called `default` is not the keyword. */
function partsOf(keyword: string, value: JsonValue): readonly (readonly [string | undefined, JsonValue])[] {
	switch (keyword) {
		case "properties":
		case "patternProperties":
		case "definitions":
			return Object.entries(jsonObject(value) ?? {});
		case "allOf":
		case "anyOf":
		case "oneOf":
			return (jsonList(value) ?? []).map((item, i) => [String(i), item]);
		case "items":
			return jsonList(value)?.map((item, i) => [String(i), item] as const) ?? [[undefined, value]];
		case "additionalProperties":
		case "additionalItems":
		case "not":
			return jsonObject(value) === undefined ? [] : [[undefined, value]];
		default:
			return [];
	}
}

type Found = Omit<ModelProblem, "pointer">;

function keywordProblems(keyword: string, value: JsonValue, model: Model): readonly Found[] {
	const message = ignored.get(keyword);
	if (message !== undefined) return [{ severity: harmless.has(keyword) ? "hint" : "warning", message }];
	if (later.has(keyword)) {
		return [
			{ severity: "warning", message: `${keyword} is not in JSON Schema draft 4: API Gateway does not look at it.` },
		];
	}
	switch (keyword) {
		case "$schema":
			if (typeof value === "string" && /^https?:\/\/json-schema\.org\/draft-04\/schema#?$/.test(value)) return [];
			return [
				{
					severity: "error",
					message: 'API Gateway takes JSON Schema draft 4: "http://json-schema.org/draft-04/schema#".',
				},
			];
		case "type": {
			const strange = (jsonList(value) ?? [value]).find((it) => !isTypeName(it));
			if (strange === undefined) return [];
			return [{ severity: "error", message: `${JSON.stringify(strange)} is no type of JSON Schema draft 4.` }];
		}
		case "format":
			if (value !== "int32" && value !== "int64" && value !== "decimal") return [];
			return [{ severity: "warning", message: `API Gateway does not support the format ${value}.` }];
		case "required":
			if (jsonList(value)?.every((it) => typeof it === "string") !== true)
				return [{ severity: "error", message: "In draft 4, required is a list of names beside the properties." }];
			if (jsonList(value)?.length === 0) return [{ severity: "error", message: "In draft 4, required is not empty." }];
			return [];
		case "exclusiveMaximum":
			if (typeof value === "boolean") return [];
			return [{ severity: "error", message: "In draft 4, exclusiveMaximum is true or false beside maximum." }];
		case "$ref":
			return referenceProblems(value, model);
		default:
			return [];
	}
}

function referenceProblems(value: JsonValue, model: Model): readonly Found[] {
	// CloudFormation puts the API's id in with a function, which is the core's to resolve.
	if (typeof value !== "string") return [];
	if (value.startsWith("#")) {
		if (referredTo(model, value) !== undefined) return [];
		return [{ severity: "error", message: `${value} leads nowhere in this model.` }];
	}
	const name = modelNameOf(value);
	if (name === undefined) {
		return [
			{
				severity: "error",
				message: "A model refers to another by https://apigateway.amazonaws.com/restapis/API-ID/models/NAME.",
			},
		];
	}
	if (model.find === undefined || model.find(name) !== undefined) return [];
	return [{ severity: "error", message: `The API has no model ${name}.` }];
}

/** Amazon API Gateway, "Important notes" on REST APIs and models. */
const ignored: ReadonlyMap<string, string> = new Map([
	["discriminator", "API Gateway does not support discriminator."],
	["example", "API Gateway does not support example."],
	["readOnly", "API Gateway does not support readOnly: the property may be in a request."],
	["default", "API Gateway does not support default: a value that is missing stays missing."],
	["exclusiveMinimum", "API Gateway does not support exclusiveMinimum: the minimum itself is allowed."],
	["minItems", "API Gateway does not look at minItems when it validates a request."],
	["maxItems", "API Gateway does not look at maxItems when it validates a request."],
	["nullable", 'nullable is OpenAPI 3\'s and not JSON Schema\'s: write "type": ["…", "null"].'],
]);

/** What people write for documentation and for others who read the schema. */
const harmless = new Set(["example", "default", "minItems", "maxItems"]);

const later = new Set([
	"$defs",
	"$id",
	"$anchor",
	"const",
	"contains",
	"dependentRequired",
	"dependentSchemas",
	"else",
	"examples",
	"if",
	"propertyNames",
	"then",
	"unevaluatedItems",
	"unevaluatedProperties",
	"writeOnly",
]);

function escaped(key: string): string {
	return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
