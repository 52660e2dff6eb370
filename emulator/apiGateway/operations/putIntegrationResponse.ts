import type { ControlPlane } from "../controlPlane.ts";
import { badRequest, noIntegrationDefined } from "../errors.ts";
import { checkResponseMappings } from "../integrationChecks.ts";
import { findMethod, saveMethod } from "../lookup.ts";
import type { IntegrationResponse, PutIntegrationResponseRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function putIntegrationResponse(
	needs: Pick<ControlPlane, "resources">,
	request: PutIntegrationResponseRequest,
): Promise<IntegrationResponse> {
	const [resource, method] = findMethod(needs, request);
	const integration = method.methodIntegration;
	if (integration === undefined) throw noIntegrationDefined();
	const { restApiId: _, resourceId: __, httpMethod: ___, ...rest } = request;
	for (const contentType of Object.keys(request.responseTemplates ?? {})) {
		// Recorded: test_integration_response_invalid_responsetemplates.
		if (!contentType.includes("/") && contentType !== "$default") {
			throw badRequest(`Validation Result: warnings : [], errors : [Invalid content type specified: ${contentType}]`);
		}
	}
	checkResponseMappings(request.responseParameters ?? {}, method, request.statusCode);
	const response = withoutUndefined(rest);
	const integrationResponses = { ...integration.integrationResponses, [request.statusCode]: response };
	await saveMethod(needs, resource, { ...method, methodIntegration: { ...integration, integrationResponses } });
	return response;
}
