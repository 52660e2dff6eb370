import { names } from "../names.ts";
import { child, childText, type Draft, type Node, scalar } from "../node.ts";
import type { Resource } from "../template.ts";
import { usagePlanResources } from "./apiAuth.ts";
import { authorizerPermissions, authorizerResources } from "./apiAuthorizers.ts";
import { corsMethods } from "./apiCors.ts";
import { apiDefinition } from "./apiDefinition.ts";
import { gatewayResponseResources } from "./apiGatewayResponses.ts";
import { modelResources } from "./apiModels.ts";
import { methodResource, pathResources } from "./apiPaths.ts";
import { validatorResources } from "./apiRequest.ts";
import { alphanumeric, made, ref } from "./made.ts";
import { checkProperties, pick } from "./properties.ts";
import { tagList } from "./simpleTable.ts";
import type { ApiRoute, Report, Transformed } from "./transformed.ts";

/** `AWS::Serverless::Api` with the methods that events gave it: API, resources, methods, deployment, stage. */
export function restApiResources(resource: Resource, routes: readonly ApiRoute[], report: Report): Transformed {
	const { logicalId, properties } = resource;
	checkProperties(properties, { owner: resource.type, known, missing }, report);
	const definition = apiDefinition(resource, report);
	const restApi = made(resource, logicalId, "AWS::ApiGateway::RestApi", {
		Name: ref("AWS::StackName"),
		...Object.fromEntries(Object.entries(pick(properties, ofApi)).filter(([, value]) => value !== undefined)),
		Body: definition === "refused" ? undefined : definition,
		BinaryMediaTypes: mediaTypes(child(properties, "BinaryMediaTypes")),
		EndpointConfiguration: endpoint(child(properties, "EndpointConfiguration")),
		Tags: tagList(child(properties, "Tags")),
	});
	if (definition === "refused") return { resources: [restApi] };
	// An API with a definition has its methods there: events add the right to call the function, and no methods.
	const isDefined = definition !== undefined;
	const all = isDefined ? [] : [...routes, ...corsMethods(resource, routes, report)];
	const deploymentId = `${logicalId}Deployment`;
	const stageName = childText(properties, "StageName");
	const stageId = `${logicalId}${alphanumeric(stageName ?? "")}Stage`;
	// SAM's deployments make a second stage named "Stage", unless the API says which OpenAPI it is.
	const hasSecondStage = child(properties, "OpenApiVersion") === undefined;
	return {
		resources: [
			restApi,
			...validatorResources(resource, all),
			...(isDefined ? [] : modelResources(resource)),
			...(isDefined ? authorizerPermissions(resource) : authorizerResources(resource, report)),
			...(isDefined ? [] : gatewayResponseResources(resource, report)),
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
