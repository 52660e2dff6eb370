import type { ControlPlane } from "../controlPlane.ts";
import type { MethodDefinition } from "../definitions.ts";
import { findMethod, saveMethod } from "../lookup.ts";
import { checkMethod } from "../methodChecks.ts";
import type { Method, UpdateMethodRequest } from "../model.generated.ts";
import { entries, type PatchRule, patch, refusePathOrOperation, replaceable } from "../patch.ts";

/** Recorded: test_update_method, test_update_method_validation. */
export async function updateMethod(
	needs: Pick<ControlPlane, "resources" | "models" | "validators" | "authorizers">,
	request: UpdateMethodRequest,
): Promise<Method> {
	const [resource, method] = findMethod(needs, request);
	const patched = settled(patch(method, request.patchOperations, rules, refusePathOrOperation));
	checkMethod(needs, request.restApiId, patched);
	await saveMethod(needs, resource, patched);
	return patched;
}

const rules: readonly PatchRule[] = [
	...replaceable("text", "/authorizationType", "/authorizerId", "/requestValidatorId", "/operationName"),
	{ path: "/apiKeyRequired", ops: ["replace"], as: "boolean" },
	entries("/requestParameters/*", { as: "boolean" }),
	entries("/requestModels/*"),
	entries("/authorizationScopes/*", { list: true }),
];

/** An authorizer counts only where the type asks for one, and an empty id takes a member away. */
function settled({ authorizerId, requestValidatorId, ...method }: MethodDefinition): MethodDefinition {
	const authorized = method.authorizationType === "CUSTOM" || method.authorizationType === "COGNITO_USER_POOLS";
	return {
		...method,
		...(authorized && authorizerId ? { authorizerId } : {}),
		...(requestValidatorId ? { requestValidatorId } : {}),
	};
}
