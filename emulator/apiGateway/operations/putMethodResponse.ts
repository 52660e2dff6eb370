import type { ControlPlane } from "../controlPlane.ts";
import { invalidMapping, methodResponseExists } from "../errors.ts";
import { findMethod, saveMethod } from "../lookup.ts";
import type { MethodResponse, PutMethodResponseRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function putMethodResponse(
	needs: Pick<ControlPlane, "resources">,
	request: PutMethodResponseRequest,
): Promise<MethodResponse> {
	const [resource, method] = findMethod(needs, request);
	const { statusCode, responseParameters, responseModels } = request;
	for (const parameter of Object.keys(responseParameters ?? {})) {
		if (!/^method\.response\.header\.[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(parameter)) {
			throw invalidMapping(`Invalid mapping expression specified: ${parameter}`);
		}
	}
	const declared = method.methodResponses ?? {};
	if (Object.hasOwn(declared, statusCode)) throw methodResponseExists();
	const response = withoutUndefined({ statusCode, responseParameters, responseModels });
	await saveMethod(needs, resource, { ...method, methodResponses: { ...declared, [statusCode]: response } });
	return response;
}
