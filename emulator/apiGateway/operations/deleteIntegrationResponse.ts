import type { ControlPlane } from "../controlPlane.ts";
import { responseStatusNotFound } from "../errors.ts";
import { findIntegration, saveMethod } from "../lookup.ts";
import type { DeleteIntegrationResponseRequest } from "../model.generated.ts";

/** Recorded: test_delete_integration_response_errors. */
export async function deleteIntegrationResponse(
	needs: Pick<ControlPlane, "resources">,
	request: DeleteIntegrationResponseRequest,
): Promise<object> {
	const [resource, method, integration] = findIntegration(needs, request);
	const { [request.statusCode]: doomed, ...integrationResponses } = integration.integrationResponses ?? {};
	if (doomed === undefined) throw responseStatusNotFound();
	await saveMethod(needs, resource, { ...method, methodIntegration: { ...integration, integrationResponses } });
	return {};
}
