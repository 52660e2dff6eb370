import type { Draft } from "../node.ts";
import type { Resource } from "../template.ts";
import { requestOfRoute } from "./apiRequest.ts";
import { getAtt, made, ref } from "./made.ts";
import type { ApiRoute, Report } from "./transformed.ts";

/** One resource for each step of each path: `/orders`, then `/orders/{id}`. */
export function pathResources(resource: Resource, routes: readonly ApiRoute[]): readonly Resource[] {
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

export function methodResource(resource: Resource, route: ApiRoute, report: Report): Resource {
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
