import { isMap, type Node as YamlNode } from "yaml";
import {
	entriesOf,
	type HostDocument,
	type HostEntry,
	itemsOf,
	rootOf,
	spanOf,
	textOf,
	under,
} from "../embedded/hostDocument.ts";
import { jsonOf } from "./jsonOf.ts";
import type { Declared, FilePlace, ModelFacts, Parameters } from "./knowledge.ts";
import { functionIn, integrationType, type MethodSketch } from "./methodSketch.ts";
import { modelFacts } from "./modelFacts.ts";

export type DocumentReading = { readonly uri: string; readonly host: HostDocument };

/** An OpenAPI definition: a document of its own, or in the template. */
export type Definition = {
	readonly api: string;
	readonly node: YamlNode | undefined;
	/** The keys that lead to it. */
	readonly keys?: readonly string[];
};

export function openApiFacts(
	reading: DocumentReading,
	definition: Definition,
): { readonly methods: readonly MethodSketch[]; readonly models: readonly ModelFacts[] } {
	const { host, uri } = reading;
	const { node } = definition;
	const schemas = [
		...entriesOf(host, under(host, node, "definitions")),
		...entriesOf(host, under(host, node, "components", "schemas")),
	];
	const methods = entriesOf(host, under(host, node, "paths")).flatMap((path) =>
		entriesOf(host, path.value)
			.filter(({ key }) => verbs.has(key.toLowerCase()))
			.map((operation) => methodOf(reading, definition, { path, operation })),
	);
	const models = schemas.map(({ key, keySpan, value }) =>
		modelFacts(reading, { name: key, declared: { uri, ...keySpan }, schema: value, contentType: "application/json" }),
	);
	return { methods, models };
}

const verbs = new Set(["get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method"]);

type Operation = { readonly path: HostEntry; readonly operation: HostEntry };

function methodOf(
	reading: DocumentReading,
	{ api, keys = [], node }: Definition,
	{ path, operation }: Operation,
): MethodSketch {
	const { host, uri } = reading;
	const integration = under(host, operation.value, "x-amazon-apigateway-integration");
	const statuses = entriesOf(host, under(host, integration, "responses")).map(
		({ key, value }) => [key, textOf(host, under(host, value, "statusCode")) ?? key] as const,
	);
	const parameters = [
		...itemsOf(host, under(host, path.value, "parameters")),
		...itemsOf(host, under(host, operation.value, "parameters")),
	].map((parameter) => dereferenced(host, node, parameter));
	return {
		api,
		keys: [...keys, "paths", path.key, operation.key],
		httpMethod: operation.key.startsWith("x-") ? "ANY" : operation.key.toUpperCase(),
		path: path.key,
		declared: { uri, ...operation.keySpan },
		integration: integrationType(textOf(host, under(host, integration, "type"))),
		parameters: parametersOf(reading, parameters),
		requestModels: new Map([
			...bodyParameter(host, parameters),
			...contentModels(host, under(host, operation.value, "requestBody", "content")),
		]),
		responseModels: responseModels(host, operation.value),
		statuses: new Map(statuses),
		function: functionIn(jsonOf(host, under(host, integration, "uri"))),
	};
}

function responseModels(host: HostDocument, operation: YamlNode | undefined): MethodSketch["responseModels"] {
	return new Map(
		entriesOf(host, under(host, operation, "responses")).map(({ key, value }) => {
			const name = refName(host, under(host, value, "schema"));
			const old = name === undefined ? [] : ([["application/json", name]] as const);
			return [key, new Map([...old, ...contentModels(host, under(host, value, "content"))])];
		}),
	);
}

/** OpenAPI 2: the parameter that is the body. */
function bodyParameter(host: HostDocument, parameters: readonly (YamlNode | undefined)[]): readonly [string, string][] {
	const body = parameters.find((parameter) => textOf(host, under(host, parameter, "in")) === "body");
	const name = refName(host, under(host, body, "schema"));
	return name === undefined ? [] : [["application/json", name]];
}

/** OpenAPI 3: by content type. */
function contentModels(host: HostDocument, content: YamlNode | undefined): readonly [string, string][] {
	return entriesOf(host, content).flatMap(({ key, value }): [string, string][] => {
		const name = refName(host, under(host, value, "schema"));
		return name === undefined ? [] : [[key, name]];
	});
}

function refName(host: HostDocument, schema: YamlNode | undefined): string | undefined {
	const ref = textOf(host, under(host, schema, "$ref"));
	return ref?.slice(ref.lastIndexOf("/") + 1);
}

function dereferenced(host: HostDocument, definition: YamlNode | undefined, node: YamlNode): YamlNode | undefined {
	const ref = textOf(host, under(host, node, "$ref"));
	if (ref === undefined || !ref.startsWith("#/")) return node;
	const keys = ref.slice(2).split("/");
	return under(host, definition, ...keys) ?? under(host, rootOf(host), ...keys);
}

function parametersOf({ host, uri }: DocumentReading, parameters: readonly (YamlNode | undefined)[]): Parameters {
	const at = (place: string): readonly Declared[] =>
		parameters.flatMap((parameter) => {
			if (!isMap(parameter) || textOf(host, under(host, parameter, "in")) !== place) return [];
			const node = under(host, parameter, "name");
			const name = textOf(host, node);
			return name === undefined ? [] : [{ name, declared: { uri, ...spanOf(node) } satisfies FilePlace }];
		});
	return { path: at("path"), querystring: at("query"), header: at("header") };
}
