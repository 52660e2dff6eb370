import type { ControlPlane } from "../controlPlane.ts";
import type { MethodDefinition } from "../definitions.ts";
import { methodExists } from "../errors.ts";
import { findResource, saveMethod } from "../lookup.ts";
import { checkMethod } from "../methodChecks.ts";
import type { Method, PutMethodRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function putMethod(
	needs: Pick<ControlPlane, "resources" | "models" | "validators" | "authorizers">,
	request: PutMethodRequest,
): Promise<Method> {
	const resource = findResource(needs, request);
	const { restApiId: _, resourceId: __, requestParameters, requestModels, authorizationScopes, ...rest } = request;
	const method: MethodDefinition = withoutUndefined({
		...rest,
		apiKeyRequired: request.apiKeyRequired ?? false,
		requestParameters: emptyAway(requestParameters),
		requestModels: emptyAway(requestModels),
		authorizationScopes: authorizationScopes?.length ? authorizationScopes : undefined,
	});
	checkMethod(needs, request.restApiId, method);
	if (Object.hasOwn(resource.methods, method.httpMethod)) throw methodExists();
	await saveMethod(needs, resource, method);
	return method;
}

/** AWS forgets maps that are empty. */
function emptyAway<T extends object>(map: T | undefined): T | undefined {
	return map !== undefined && Object.keys(map).length > 0 ? map : undefined;
}
