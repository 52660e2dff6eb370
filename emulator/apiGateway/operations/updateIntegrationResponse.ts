import type { ControlPlane } from "../controlPlane.ts";
import { responseStatusNotFound } from "../errors.ts";
import { checkResponseMappings } from "../integrationChecks.ts";
import { findIntegration, saveMethod } from "../lookup.ts";
import type { IntegrationResponse, UpdateIntegrationResponseRequest } from "../model.generated.ts";
import { entries, type PatchRule, patch, refusePathOrOperation, replaceable } from "../patch.ts";

export async function updateIntegrationResponse(
	needs: Pick<ControlPlane, "resources">,
	request: UpdateIntegrationResponseRequest,
): Promise<IntegrationResponse> {
	const { statusCode } = request;
	const [resource, method, integration] = findIntegration(needs, request);
	const response = integration.integrationResponses?.[statusCode];
	if (response === undefined) throw responseStatusNotFound();
	const patched = patch(response, request.patchOperations, rules, refusePathOrOperation);
	checkResponseMappings(patched.responseParameters ?? {}, method, statusCode);
	const integrationResponses = { ...integration.integrationResponses, [statusCode]: patched };
	await saveMethod(needs, resource, { ...method, methodIntegration: { ...integration, integrationResponses } });
	return patched;
}

const rules: readonly PatchRule[] = [
	...replaceable("text", "/selectionPattern"),
	{ path: "/contentHandling", ops: ["add", "replace", "remove"] },
	entries("/responseParameters/*"),
	entries("/responseTemplates/*"),
];
