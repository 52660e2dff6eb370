import type { ControlPlane } from "../controlPlane.ts";
import { responseStatusNotFound } from "../errors.ts";
import { findIntegration } from "../lookup.ts";
import type { GetIntegrationResponseRequest, IntegrationResponse } from "../model.generated.ts";

export function getIntegrationResponse(
	needs: Pick<ControlPlane, "resources">,
	request: GetIntegrationResponseRequest,
): IntegrationResponse {
	const [, , integration] = findIntegration(needs, request);
	const response = integration.integrationResponses?.[request.statusCode];
	if (response === undefined) throw responseStatusNotFound();
	return response;
}
