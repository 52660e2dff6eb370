import type { ControlPlane } from "./controlPlane.ts";
import type { ApiDefinition, IntegrationDefinition, MethodDefinition, ResourceDefinition } from "./definitions.ts";
import { apiNotFound, integrationNotFound, methodNotFound, resourceNotFound } from "./errors.ts";

export function findApi({ apis, account }: Pick<ControlPlane, "apis" | "account">, apiId: string): ApiDefinition {
	const api = apis.get(apiId);
	if (api === undefined) throw apiNotFound(account, apiId);
	return api;
}

/** AWS answers an unknown API here with the resource's text (recorded: test_update_method_validation, wrong-rest-api). */
export function findResource(
	{ resources }: Pick<ControlPlane, "resources">,
	request: { readonly restApiId: string; readonly resourceId: string },
): ResourceDefinition {
	const resource = resources.get(`${request.restApiId}/${request.resourceId}`);
	if (resource === undefined) throw resourceNotFound();
	return resource;
}

export type MethodAddress = { readonly restApiId: string; readonly resourceId: string; readonly httpMethod: string };

export function findMethod(
	needs: Pick<ControlPlane, "resources">,
	request: MethodAddress,
): [ResourceDefinition, MethodDefinition] {
	const resource = findResource(needs, request);
	const method = Object.hasOwn(resource.methods, request.httpMethod) ? resource.methods[request.httpMethod] : undefined;
	if (method === undefined) throw methodNotFound();
	return [resource, method];
}

export function findIntegration(
	needs: Pick<ControlPlane, "resources">,
	request: MethodAddress,
): [ResourceDefinition, MethodDefinition, IntegrationDefinition] {
	const resource = findResource(needs, request);
	const method = Object.hasOwn(resource.methods, request.httpMethod) ? resource.methods[request.httpMethod] : undefined;
	if (method?.methodIntegration === undefined) throw integrationNotFound();
	return [resource, method, method.methodIntegration];
}

/** Puts a changed method back into its resource. */
export function saveMethod(
	{ resources }: Pick<ControlPlane, "resources">,
	resource: ResourceDefinition,
	method: MethodDefinition,
): Promise<void> {
	const methods = { ...resource.methods, [method.httpMethod]: method };
	return resources.put(`${resource.apiId}/${resource.id}`, { ...resource, methods });
}
