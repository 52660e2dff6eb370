import type { Node as YamlNode } from "yaml";
import type { Span } from "../../language/vtl/nodes.ts";
import { entriesOf, type HostEntry, itemsOf, rootOf, spanOf, textOf, under } from "../embedded/hostDocument.ts";
import { functionFacts, proxyEvents } from "./functionFacts.ts";
import { jsonOf } from "./jsonOf.ts";
import type { Declared, FunctionFacts, ModelFacts, Parameters, StageVariable } from "./knowledge.ts";
import { functionIn, integrationType, type MethodSketch } from "./methodSketch.ts";
import { modelFacts } from "./modelFacts.ts";
import type { Definition, DocumentReading } from "./openApiFacts.ts";
import { referredTo } from "./referredTo.ts";
import { resourcePaths } from "./resourcePaths.ts";

/** A document that is included: its path as written, and where that stands. */
export type Included = { readonly path: string; readonly at: Span };

export type CloudFormationFacts = {
	readonly methods: readonly MethodSketch[];
	readonly models: readonly ModelFacts[];
	readonly modelIds: ReadonlyMap<string, string>;
	readonly stageVariables: readonly StageVariable[];
	readonly functions: readonly FunctionFacts[];
	/** OpenAPI definitions that stand in the template. */
	readonly definitions: readonly Definition[];
	readonly includes: readonly Included[];
};

/** What a SAM or CloudFormation template declares of APIs. */
export function cloudFormationFacts(reading: DocumentReading): CloudFormationFacts {
	const { host } = reading;
	const resources = entriesOf(host, under(host, rootOf(host), "Resources")).map(
		(entry): Resource => ({
			entry,
			type: textOf(host, under(host, entry.value, "Type")) ?? "",
			properties: under(host, entry.value, "Properties"),
		}),
	);
	const of = (...types: readonly string[]) => resources.filter(({ type }) => types.includes(type));
	const pathOf = resourcePaths(host, of("AWS::ApiGateway::Resource"));
	const apis = of("AWS::Serverless::Api", "AWS::ApiGateway::RestApi");
	const globals = under(host, rootOf(host), "Globals", "Api", "Variables");
	const models = of("AWS::ApiGateway::Model").map((it) => ({ id: it.entry.key, facts: modelOf(reading, it) }));
	return {
		methods: [
			...of("AWS::ApiGateway::Method").map((it) => methodOf(reading, it, pathOf)),
			...of("AWS::Serverless::Function").flatMap((it) => proxyEvents(reading, it)),
		],
		models: models.map(({ facts }) => facts),
		modelIds: new Map(models.map(({ id, facts }) => [id, facts.name])),
		stageVariables: [
			globals,
			...of("AWS::ApiGateway::Stage", "AWS::Serverless::Api").map((it) => under(host, it.properties, "Variables")),
			...of("AWS::ApiGateway::Deployment").map((it) => under(host, it.properties, "StageDescription", "Variables")),
		].flatMap((variables) => variablesIn(reading, variables)),
		functions: of("AWS::Serverless::Function", "AWS::Lambda::Function").map((it) => functionFacts(reading, it)),
		definitions: apis.flatMap(({ entry, properties }) =>
			["Body", "DefinitionBody"].map((key) => ({
				api: entry.key,
				node: under(host, properties, key),
				keys: ["Resources", entry.key, "Properties", key],
			})),
		),
		includes: apis.flatMap(({ properties }) => includedBy(reading, properties)),
	};
}

export type Resource = {
	readonly entry: HostEntry;
	readonly type: string;
	readonly properties: YamlNode | undefined;
};

function methodOf(
	reading: DocumentReading,
	{ entry, properties }: Resource,
	pathOf: (id: string) => string,
): MethodSketch {
	const { host, uri } = reading;
	const integration = under(host, properties, "Integration");
	const responses = itemsOf(host, under(host, properties, "MethodResponses"));
	const statusOf = (node: YamlNode) => textOf(host, under(host, node, "StatusCode")) ?? "";
	const resource = referredTo(host, under(host, properties, "ResourceId"));
	return {
		api: referredTo(host, under(host, properties, "RestApiId")) ?? "",
		keys: ["Resources", entry.key, "Properties"],
		httpMethod: textOf(host, under(host, properties, "HttpMethod"))?.toUpperCase() ?? "ANY",
		path: resource === undefined ? "/" : pathOf(resource),
		declared: { uri, ...entry.keySpan },
		integration: integrationType(textOf(host, under(host, integration, "Type"))),
		parameters: parametersOf(reading, under(host, properties, "RequestParameters")),
		requestModels: modelsIn(reading, under(host, properties, "RequestModels")),
		responseModels: new Map(
			responses.map((node) => [statusOf(node), modelsIn(reading, under(host, node, "ResponseModels"))]),
		),
		statuses: new Map(
			itemsOf(host, under(host, integration, "IntegrationResponses")).map((node, i) => [`${i}`, statusOf(node)]),
		),
		function: functionIn(jsonOf(host, under(host, integration, "Uri"))),
	};
}

function modelsIn({ host }: DocumentReading, node: YamlNode | undefined): ReadonlyMap<string, string> {
	return new Map(
		entriesOf(host, node).flatMap(({ key, value }) => {
			const name = referredTo(host, value);
			return name === undefined ? [] : [[key, name] as const];
		}),
	);
}

/** `method.request.header.X: true` */
function parametersOf({ host, uri }: DocumentReading, node: YamlNode | undefined): Parameters {
	const at = (place: string): readonly Declared[] =>
		entriesOf(host, node).flatMap(({ key, keySpan }) => {
			const prefix = [`method.request.${place}.`, `method.request.multivalue${place}.`].find((it) =>
				key.startsWith(it),
			);
			if (prefix === undefined) return [];
			const name = key.slice(prefix.length);
			const start = keySpan.start + host.text.slice(keySpan.start, keySpan.end).indexOf(key) + prefix.length;
			return [{ name, declared: { uri, start, end: start + name.length } }];
		});
	return { path: at("path"), querystring: at("querystring"), header: at("header") };
}

function modelOf(reading: DocumentReading, { entry, properties }: Resource): ModelFacts {
	const { host, uri } = reading;
	const nameNode = under(host, properties, "Name");
	const name = textOf(host, nameNode);
	return modelFacts(reading, {
		name: name ?? entry.key,
		declared: { uri, ...(name === undefined ? entry.keySpan : spanOf(nameNode)) },
		schema: under(host, properties, "Schema"),
		contentType: textOf(host, under(host, properties, "ContentType")) ?? "application/json",
	});
}

function variablesIn({ host, uri }: DocumentReading, node: YamlNode | undefined): readonly StageVariable[] {
	return entriesOf(host, node).map(({ key, keySpan, value }) => ({
		name: key,
		declared: { uri, ...keySpan },
		value: textOf(host, value) ?? host.text.slice(spanOf(value).start, spanOf(value).end).trim().slice(0, 200),
	}));
}

/** `DefinitionUri`, `BodyS3Location` and an AWS::Include in place of the definition. */
function includedBy({ host }: DocumentReading, properties: YamlNode | undefined): readonly Included[] {
	const bodies = ["Body", "DefinitionBody"].map((key) => under(host, properties, key));
	const transforms = bodies.map((body) => (body?.tag === "!Transform" ? body : under(host, body, "Fn::Transform")));
	return [
		under(host, properties, "DefinitionUri"),
		under(host, properties, "BodyS3Location"),
		...transforms.map((transform) => under(host, transform, "Parameters", "Location")),
	].flatMap((node): readonly Included[] => {
		const path = textOf(host, node);
		return path === undefined ? [] : [{ path, at: spanOf(node) }];
	});
}
