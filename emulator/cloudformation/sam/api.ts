import { names } from "../names.ts";
import { child, childText, type Draft, type Node, scalar } from "../node.ts";
import type { Resource } from "../template.ts";
import { usagePlanResources } from "./apiAuth.ts";
import { corsMethods } from "./apiCors.ts";
import { modelResources } from "./apiModels.ts";
import { requestOfRoute, validatorResources } from "./apiRequest.ts";
import { alphanumeric, getAtt, made, ref } from "./made.ts";
import { checkProperties, pick } from "./properties.ts";
import { tagList } from "./simpleTable.ts";
import type { ApiRoute, Report, Transformed } from "./transformed.ts";

/** `AWS::Serverless::Api` with the methods that events gave it: API, resources, methods, deployment, stage. */
export function restApiResources(resource: Resource, routes: readonly ApiRoute[], report: Report): Transformed {
	const { logicalId, properties } = resource;
	checkProperties(properties, { owner: resource.type, known, missing }, report);
	const restApi = made(resource, logicalId, "AWS::ApiGateway::RestApi", {
		Name: ref("AWS::StackName"),
		...Object.fromEntries(Object.entries(pick(properties, ofApi)).filter(([, value]) => value !== undefined)),
		BinaryMediaTypes: mediaTypes(child(properties, "BinaryMediaTypes")),
		EndpointConfiguration: endpoint(child(properties, "EndpointConfiguration")),
		Tags: tagList(child(properties, "Tags")),
	});
	const definition = properties.entries.get("DefinitionBody") ?? properties.entries.get("DefinitionUri");
	if (definition !== undefined) {
		const message = `${logicalId} is defined by OpenAPI, which is not emulated yet: the methods of its definition are missing here.`;
		report({ severity: "error", code: "openapi-later", message, at: definition.keyAt });
		// AWS refuses to deploy an API without methods.
		if (routes.length === 0) return { resources: [restApi] };
	}
	const all = [...routes, ...corsMethods(resource, routes, report)];
	const deploymentId = `${logicalId}Deployment`;
	const stageName = childText(properties, "StageName");
	const stageId = `${logicalId}${alphanumeric(stageName ?? "")}Stage`;
	// SAM's deployments make a second stage named "Stage", unless the API says which OpenAPI it is.
	const hasSecondStage = child(properties, "OpenApiVersion") === undefined;
	return {
		resources: [
			restApi,
			...validatorResources(resource, all),
			...modelResources(resource),
			...gatewayResponseResources(resource, report),
			...pathResources(resource, all),
			...all.map((route) => methodResource(resource, route, report)),
			made(resource, deploymentId, "AWS::ApiGateway::Deployment", {
				RestApiId: ref(logicalId),
				StageName: hasSecondStage ? "Stage" : undefined,
			}),
			made(resource, stageId, "AWS::ApiGateway::Stage", {
				...pick(properties, ofStage),
				RestApiId: ref(logicalId),
				DeploymentId: ref(deploymentId),
				Tags: tagList(child(properties, "Tags")),
			}),
			...usagePlanResources(resource, stageId, report),
		],
		aliases: { [`${logicalId}.Deployment`]: deploymentId, [`${logicalId}.Stage`]: stageId },
	};
}

const ofApi = names(`
		ApiKeySourceType Description DisableExecuteApiEndpoint FailOnWarnings MinimumCompressionSize Mode
		Name Policy
	`);
const ofStage = names(`
		AccessLogSetting CacheClusterEnabled CacheClusterSize CanarySetting MethodSettings StageName
		TracingEnabled Variables
	`);
const known = [
	...ofApi,
	...ofStage,
	...names(`
		AlwaysDeploy Auth BinaryMediaTypes Cors DefinitionBody DefinitionUri EndpointConfiguration
		GatewayResponses Models OpenApiVersion PropagateTags Tags
	`),
];
const missing = ["Domain", "MergeDefinitions", "SecurityPolicy", "EndpointAccessMode"];

/** One resource for each step of each path: `/orders`, then `/orders/{id}`. */
function pathResources(resource: Resource, routes: readonly ApiRoute[]): readonly Resource[] {
	const steps = new Map<string, Resource>();
	for (const { path, at } of routes) {
		const segments = path.split("/").filter((segment) => segment !== "");
		for (let i = 1; i <= segments.length; i++) {
			const id = pathId(resource, segments.slice(0, i));
			if (steps.has(id)) continue;
			const properties = {
				RestApiId: ref(resource.logicalId),
				ParentId: parentId(resource, segments.slice(0, i - 1)),
				PathPart: segments[i - 1],
			};
			steps.set(id, made(resource, id, "AWS::ApiGateway::Resource", properties, at));
		}
	}
	return [...steps.values()];
}

function pathId({ logicalId }: Resource, segments: readonly string[]): string {
	return `${logicalId} /${segments.join("/")}`;
}

function parentId(resource: Resource, segments: readonly string[]): Draft {
	return segments.length === 0 ? getAtt(resource.logicalId, "RootResourceId") : ref(pathId(resource, segments));
}

function methodResource(resource: Resource, route: ApiRoute, report: Report): Resource {
	const segments = route.path.split("/").filter((segment) => segment !== "");
	const method = made(
		resource,
		`${resource.logicalId} ${route.method} ${route.path}`,
		"AWS::ApiGateway::Method",
		{
			RestApiId: ref(resource.logicalId),
			ResourceId: parentId(resource, segments),
			HttpMethod: route.method,
			...requestOfRoute(resource, route, report),
			Integration: route.integration,
			MethodResponses: route.methodResponses,
		},
		route.at,
	);
	return { ...method, condition: route.condition };
}

function gatewayResponseResources(resource: Resource, report: Report): readonly Resource[] {
	const responses = child(resource.properties, "GatewayResponses");
	return [...(responses?.kind === "map" ? responses.entries : [])].map(([type, { value, keyAt }]) => {
		if (value.kind === "map") {
			const ofResponse = ["ResponseParameters", "ResponseTemplates", "StatusCode"];
			checkProperties(value, { owner: `The gateway response ${type}`, known: ofResponse, missing: [] }, report);
		}
		const properties = {
			RestApiId: ref(resource.logicalId),
			ResponseType: type,
			StatusCode: child(value, "StatusCode"),
			ResponseParameters: responseParameters(child(value, "ResponseParameters")),
			ResponseTemplates: child(value, "ResponseTemplates"),
		};
		return made(
			resource,
			`${resource.logicalId} response ${type}`,
			"AWS::ApiGateway::GatewayResponse",
			properties,
			keyAt,
		);
	});
}

/** SAM groups them: `Headers: { X: … }` is `gatewayresponse.header.X`. */
function responseParameters(groups: Node | undefined): Draft {
	const prefixes: Readonly<Record<string, string>> = { Headers: "header", Paths: "path", QueryStrings: "querystring" };
	const result: Record<string, Node> = {};
	for (const [group, { value }] of groups?.kind === "map" ? groups.entries : []) {
		for (const [name, entry] of value.kind === "map" ? value.entries : []) {
			result[`gatewayresponse.${prefixes[group] ?? group}.${name}`] = entry.value;
		}
	}
	return groups === undefined ? undefined : result;
}

/** In SAM a media type's slash may be written `~1`. */
function mediaTypes(types: Node | undefined): Draft {
	if (types?.kind !== "list") return types;
	return types.items.map((item) => (item.kind === "scalar" ? scalar(item.text.replaceAll("~1", "/"), item.at) : item));
}

/** `REGIONAL`, or `{ Type, VPCEndpointIds }`. */
function endpoint(configuration: Node | undefined): Draft {
	if (configuration === undefined) return undefined;
	if (configuration.kind !== "map" || child(configuration, "Ref") !== undefined) return { Types: [configuration] };
	return {
		Types: [child(configuration, "Type")],
		VpcEndpointIds: child(configuration, "VPCEndpointIds"),
		IpAddressType: child(configuration, "IpAddressType"),
	};
}
