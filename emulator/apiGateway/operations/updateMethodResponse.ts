import type { ControlPlane } from "../controlPlane.ts";
import { notFound, responseStatusNotFound } from "../errors.ts";
import { findMethod, saveMethod } from "../lookup.ts";
import type { MethodResponse, UpdateMethodResponseRequest } from "../model.generated.ts";
import { entries, type PatchRule, patch, refusePathOrOperation } from "../patch.ts";

/** Recorded: test_update_method_response_wrong_operations, test_update_method_wrong_param_names. */
export async function updateMethodResponse(
	needs: Pick<ControlPlane, "resources">,
	request: UpdateMethodResponseRequest,
): Promise<MethodResponse> {
	const [resource, method] = findMethod(needs, request);
	const response = method.methodResponses?.[request.statusCode];
	if (response === undefined) throw responseStatusNotFound();
	const patched = patch(response, request.patchOperations, rules, refusePathOrOperation);
	const methodResponses = { ...method.methodResponses, [request.statusCode]: patched };
	await saveMethod(needs, resource, { ...method, methodResponses });
	return patched;
}

const rules: readonly PatchRule[] = [
	entries("/responseParameters/*", { as: "boolean", missing: () => notFound("Invalid parameter name specified") }),
	entries("/responseModels/*", { missing: () => notFound("Content-Type specified was not found") }),
];
