import type { GatewayCall } from "../call.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { passed, type StepNote } from "../step.ts";

/** Finds the method that answers a path. What no method answers is 403, not 404 (recorded: test_routing_not_found). */
export function route(call: GatewayCall): StepNote {
	const { method, query } = call.request;
	const before = { method, path: call.target.path, query };
	const found = call.api.routes.find(method, call.target.path);
	if (!("method" in found)) {
		throw new GatewayResponse("MISSING_AUTHENTICATION_TOKEN", whyNot(call, found.resource?.path), { before });
	}
	call.route = found;
	const { resource, pathParameters } = found;
	return passed(`${method} ${call.target.path} is ${found.method.httpMethod} ${resource.path}`, {
		before,
		after: { resource: resource.path, resourceId: resource.id, method: found.method.httpMethod, pathParameters },
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
