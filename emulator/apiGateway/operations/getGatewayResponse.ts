import type { ControlPlane } from "../controlPlane.ts";
import { gatewayResponseOf } from "../gatewayResponseOf.ts";
import { findApi } from "../lookup.ts";
import type { GatewayResponse, GetGatewayResponseRequest } from "../model.generated.ts";

export function getGatewayResponse(
	needs: Pick<ControlPlane, "apis" | "account" | "gatewayResponses">,
	{ restApiId, responseType }: GetGatewayResponseRequest,
): GatewayResponse {
	findApi(needs, restApiId);
	return gatewayResponseOf(needs, restApiId, responseType);
}
