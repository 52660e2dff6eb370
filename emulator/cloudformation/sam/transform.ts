import type { Problem } from "../../../protocol/problem.ts";
import { mapping } from "../node.ts";
import type { Resource, Template } from "../template.ts";
import { restApiResources } from "./api.ts";
import { functionResources } from "./function.ts";
import { withGlobals } from "./globals.ts";
import { simpleTableResources } from "./simpleTable.ts";
import { type ApiRoute, implicitApi, type Report, type Transformed } from "./transformed.ts";

/**
 * SAM's transform. The resources it makes have SAM's logical ids, with one departure: SAM writes an API's methods into an
 * OpenAPI body, here they are resources and methods of their own, named as `Api GET /path`, which is what API Gateway
 * makes of that body.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function transform(template: Template): { readonly template: Template; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const report: Report = (problem) => void problems.push(problem);
	const resources = new Map<string, Resource>();
	const aliases = new Map(template.aliases);
	const routes: ApiRoute[] = [];
	const add = (transformed: Transformed) => {
		for (const resource of transformed.resources) resources.set(resource.logicalId, resource);
		for (const [name, logicalId] of Object.entries(transformed.aliases ?? {})) aliases.set(name, logicalId);
		for (const route of transformed.routes ?? []) {
			if (routes.some((it) => it.api === route.api && it.path === route.path && it.method === route.method)) {
				const message = `API method "${route.method.toLowerCase()}" defined multiple times for path "${route.path}".`;
				report({ severity: "error", code: "event", message, at: route.at });
			} else routes.push(route);
		}
	};

	const apis: Resource[] = [];
	for (const written of template.resources.values()) {
		const resource = withGlobals(written, template.globals, report);
		if (resource.type === functionType) add(functionResources(resource, template, report));
		else if (resource.type === simpleTableType) add(simpleTableResources(resource, report));
		else if (resource.type === apiType) apis.push(resource);
		else resources.set(resource.logicalId, resource);
	}
	const firstImplicit = routes.find((route) => route.api === implicitApi);
	if (firstImplicit !== undefined && !template.resources.has(implicitApi)) {
		apis.push(withGlobals(implicitApiAt(firstImplicit), template.globals, report));
	}
	for (const api of apis)
		add(
			restApiResources(
				api,
				routes.filter((route) => route.api === api.logicalId),
				report,
			),
		);
	return { template: { ...template, resources, aliases }, problems };
}

export const samTransform = "AWS::Serverless-2016-10-31";

const functionType = "AWS::Serverless::Function";
const simpleTableType = "AWS::Serverless::SimpleTable";
const apiType = "AWS::Serverless::Api";

function implicitApiAt({ at }: ApiRoute): Resource {
	return {
		logicalId: implicitApi,
		type: apiType,
		at,
		typeAt: at,
		properties: mapping({ StageName: "Prod" }, at),
		dependsOn: [],
		condition: undefined,
		metadata: undefined,
		isRetained: false,
	};
}
