import type { SourceLocation } from "../../../protocol/problem.ts";
import { names } from "../names.ts";
import { child, childText, type Mapping, type Node } from "../node.ts";
import type { Resource, Template } from "../template.ts";
import { alphanumeric, made, ref } from "./made.ts";
import { checkProperties } from "./properties.ts";
import type { ApiRoute, EventTarget } from "./transformed.ts";
import { implicitApi, type Report } from "./transformed.ts";

/** The methods and permissions that the Api events of a function ask for; events of other types are warned of. */
export function eventRoutes(
	resource: Resource,
	template: Template,
	target: EventTarget,
	report: Report,
): { readonly resources: readonly Resource[]; readonly routes: readonly ApiRoute[] } {
	const events = child(resource.properties, "Events");
	const resources: Resource[] = [];
	const routes: ApiRoute[] = [];
	for (const [name, { value: event, keyAt: at }] of events?.kind === "map" ? events.entries : []) {
		const type = childText(event, "Type");
		if (type !== "Api" && !otherEvents.includes(type ?? "")) {
			const message = `The event ${name} of ${resource.logicalId} has the type ${type ?? "(none)"}, which SAM does not have: for a path of an API it is Api.`;
			report({ severity: "error", code: "event-type", message, at: child(event, "Type")?.at ?? at });
			continue;
		}
		if (type !== "Api") {
			const message = `The event ${name} of ${resource.logicalId} has the type ${type ?? "(none)"}, which is not emulated yet: it does not call the function here.`;
			report({ severity: "warning", code: "missing-event", message, at });
			continue;
		}
		const properties = child(event, "Properties");
		const route = properties?.kind === "map" ? readRoute(properties, at, resource, target, report) : undefined;
		if (route === undefined) {
			const message = `The Api event ${name} of ${resource.logicalId} needs a Path, such as /orders, and a Method, such as get.`;
			report({ severity: "error", code: "event", message, at });
			continue;
		}
		if (route.api === undefined) {
			const message = `RestApiId of the event ${name} must be a Ref to an API of this template.`;
			report({ severity: "error", code: "event", message, at });
			continue;
		}
		const { api, path, method } = route;
		const apiType = template.resources.get(api)?.type;
		if (apiType === undefined && api !== implicitApi) {
			const message = `The event ${name} of ${resource.logicalId} belongs to ${api}, but there is no resource of that name.`;
			report({ severity: "error", code: "unresolved-reference", message, at });
			continue;
		}
		// To an API that is not SAM's, SAM adds only the permission: its methods are where it is defined.
		if (apiType !== "AWS::ApiGateway::RestApi") routes.push({ ...route, api });
		resources.push(permission(resource, name, at, { api, path, method }, target, stageOf(template, api)));
	}
	return { resources, routes };
}

/** SAM's other types of events. */
const otherEvents = names(`
	AlexaSkill CloudWatchEvent CloudWatchLogs Cognito DocumentDB DynamoDB EventBridgeRule HttpApi IoTRule Kinesis MQ MSK
	S3 SNS SQS Schedule ScheduleV2 SelfManagedKafka
`);

function readRoute(
	properties: Mapping,
	at: SourceLocation,
	resource: Resource,
	target: EventTarget,
	report: Report,
): (Omit<ApiRoute, "api"> & { readonly api: string | undefined }) | undefined {
	checkProperties(
		properties,
		{
			owner: "An Api event",
			known: ["Auth", "Method", "Path", "RequestModel", "RequestParameters", "RestApiId", "TimeoutInMillis"],
			missing: ["ResponseTransferMode"],
		},
		report,
	);
	const path = childText(properties, "Path");
	const method = childText(properties, "Method");
	if (path === undefined || method === undefined) return undefined;
	return {
		api: apiOf(child(properties, "RestApiId")),
		path: path.startsWith("/") ? path : `/${path}`,
		method: method === "*" ? "ANY" : method.toUpperCase(),
		at,
		integration: {
			Type: "AWS_PROXY",
			IntegrationHttpMethod: "POST",
			Uri: {
				"Fn::Sub": `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/${target.arn}/invocations`,
			},
			TimeoutInMillis: child(properties, "TimeoutInMillis"),
		},
		auth: child(properties, "Auth"),
		requestModel: child(properties, "RequestModel"),
		requestParameters: child(properties, "RequestParameters"),
		condition: resource.condition,
	};
}

function apiOf(restApiId: Node | undefined): string | undefined {
	if (restApiId === undefined) return implicitApi;
	if (restApiId.kind === "scalar") return restApiId.text;
	return childText(restApiId, "Ref");
}

function stageOf(template: Template, api: string): string {
	if (api === implicitApi) return "Prod";
	return childText(template.resources.get(api)?.properties, "StageName") ?? "Stage";
}

function permission(
	resource: Resource,
	event: string,
	at: SourceLocation,
	route: { readonly api: string; readonly path: string; readonly method: string },
	target: EventTarget,
	stage: string,
): Resource {
	const method = route.method === "ANY" ? "*" : route.method;
	const path = route.path.replace(/\{[^}]*\}/g, "*");
	const arn = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}/${method}${path}`;
	return made(
		resource,
		`${resource.logicalId}${event}Permission${alphanumeric(stage)}`,
		"AWS::Lambda::Permission",
		{
			Action: "lambda:InvokeFunction",
			FunctionName: target.name,
			Principal: "apigateway.amazonaws.com",
			SourceArn: { "Fn::Sub": [arn, { __ApiId__: ref(route.api), __Stage__: "*" }] },
		},
		at,
	);
}
