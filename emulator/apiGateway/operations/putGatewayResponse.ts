import { gatewayResponseAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { GatewayResponseDefinition } from "../definitions.ts";
import { gatewayResponseDefaults } from "../gatewayResponse.ts";
import { findApi } from "../lookup.ts";
import type { GatewayResponse, PutGatewayResponseRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

/** Recorded: test_gateway_response_put. What is left out has AWS's defaults, and is kept as if it had been asked for. */
export async function putGatewayResponse(
	needs: Pick<ControlPlane, "apis" | "account" | "gatewayResponses">,
	request: PutGatewayResponseRequest,
): Promise<GatewayResponse> {
	const { restApiId: apiId, responseType, statusCode, responseParameters = {}, responseTemplates } = request;
	findApi(needs, apiId);
	const definition: GatewayResponseDefinition = withoutUndefined({
		apiId,
		responseType,
		statusCode: statusCode ?? gatewayResponseDefaults[responseType].status?.toString(),
		responseParameters,
		responseTemplates: responseTemplates ?? { "application/json": '{"message":$context.error.messageString}' },
		defaultResponse: false,
	});
	await needs.gatewayResponses.put(`${apiId}/${responseType}`, definition);
	return gatewayResponseAnswer(definition);
}
