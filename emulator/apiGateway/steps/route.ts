import type { GatewayCall, Route } from "../call.ts";
import { longestBody, unpacked } from "../compression.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { headerValue } from "../headerList.ts";
import { tellNotBuiltYet } from "../notBuiltYet.ts";
import { passed, type Shown, type StepNeeds, type StepNote } from "../step.ts";

/** Finds the method that answers a path. What no method answers is 403, not 404 (recorded: test_routing_not_found). */
export function route(call: GatewayCall, needs: StepNeeds): StepNote {
	tellNotBuiltYet(call, needs);
	const { method, query } = call.request;
	const { path } = call.target;
	const before = { method, path, query };
	if (call.request.body.length > longestBody) {
		throw new GatewayResponse("REQUEST_TOO_LARGE", `the body has more than ${longestBody} bytes`, { before });
	}
	const found = call.api.routes.find(method, call.target.path);
	if (!("method" in found)) {
		throw new GatewayResponse("MISSING_AUTHENTICATION_TOKEN", whyNot(call, found.resource?.path), { before });
	}
	call.route = found;
	const { minimumCompressionSize } = call.api.definition;
	if (minimumCompressionSize !== undefined) {
		call.body = unpacked(call.body, headerValue(call.headers, "content-encoding")?.toLowerCase());
	}
	return passed(`${method} ${path} is ${found.method.httpMethod} ${found.resource.path}`, {
		shown: shownRoute(before, found),
	});
}

function shownRoute(before: object, { resource, method, pathParameters }: Route): Shown {
	return () => ({
		before,
		after: { resource: resource.path, resourceId: resource.id, method: method.httpMethod, pathParameters },
	});
}

function whyNot(call: GatewayCall, resourcePath: string | undefined): string {
	const { method } = call.request;
	const { path, stage } = call.target;
	const resource = call.api.routes.resources.find((it) => it.path === resourcePath);
	if (resource !== undefined) {
		const methods = Object.keys(resource.methods).join(", ");
		return `${resource.path} has no method ${method} in the deployment of stage ${stage}; it has ${methods}`;
	}
	const paths = call.api.routes.resources.filter((it) => Object.keys(it.methods).length > 0).map((it) => it.path);
	return `no resource of the deployment of stage ${stage} matches ${path}; there are ${paths.slice(0, 10).join(", ")}`;
}
