import { child, childText, type Draft, type Node } from "../node.ts";
import type { Resource } from "../template.ts";
import { isApiKeyRequired } from "./apiAuth.ts";
import { authorizationOf } from "./apiAuthorizers.ts";
import { modelId } from "./apiModels.ts";
import { made, ref } from "./made.ts";
import type { ApiRoute, Report } from "./transformed.ts";

/** What a method asks of its requests: model, parameters, validator, API key. */
export function requestOfRoute(resource: Resource, route: ApiRoute, report: Report): Readonly<Record<string, Draft>> {
	const model = modelOf(resource, route, report);
	const validator = validatorOf(route);
	return {
		...authorizationOf(resource, route, report),
		ApiKeyRequired: isApiKeyRequired(resource, route, report),
		RequestModels: model === undefined ? undefined : { "application/json": ref(modelId(resource, model)) },
		RequestParameters: requestParameters(route.requestParameters),
		RequestValidatorId: validator === undefined ? undefined : ref(`${resource.logicalId} validator ${validator}`),
	};
}

function modelOf(resource: Resource, { requestModel, at }: ApiRoute, report: Report): string | undefined {
	const model = childText(requestModel, "Model");
	if (model === undefined || child(child(resource.properties, "Models"), model) !== undefined) return model;
	const message = `RequestModel names ${model}, but the Models of ${resource.logicalId} have none of that name.`;
	report({ severity: "error", code: "unresolved-reference", message, at: requestModel?.at ?? at });
	return undefined;
}

/** The validators that the routes use, under the names that SAM gives them. */
export function validatorResources(resource: Resource, routes: readonly ApiRoute[]): readonly Resource[] {
	const used = new Set(routes.flatMap((route) => validatorOf(route) ?? []));
	return [...used].map((name) =>
		made(resource, `${resource.logicalId} validator ${name}`, "AWS::ApiGateway::RequestValidator", {
			RestApiId: ref(resource.logicalId),
			Name: name,
			ValidateRequestBody: name === "body-and-params" || name === "body-only",
			ValidateRequestParameters: name === "body-and-params" || name === "params-only",
		}),
	);
}

function validatorOf({ requestModel }: ApiRoute): string | undefined {
	const body = childText(requestModel, "ValidateBody");
	const parameters = childText(requestModel, "ValidateParameters");
	if (body === undefined && parameters === undefined) return undefined;
	if (body === "true") return parameters === "true" ? "body-and-params" : "body-only";
	return parameters === "true" ? "params-only" : "no-validation";
}

/** A list of `method.request.header.X`, or of maps that say more of each. */
function requestParameters(list: Node | undefined): Draft {
	if (list?.kind !== "list") return undefined;
	const result: Record<string, Draft> = {};
	for (const item of list.items) {
		if (item.kind === "scalar") result[item.text] = false;
		if (item.kind !== "map") continue;
		for (const [name, { value }] of item.entries) result[name] = child(value, "Required") ?? false;
	}
	return result;
}
