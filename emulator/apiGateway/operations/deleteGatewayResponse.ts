import type { ControlPlane } from "../controlPlane.ts";
import { gatewayResponseNotDefined } from "../errors.ts";
import { findApi } from "../lookup.ts";
import type { DeleteGatewayResponseRequest } from "../model.generated.ts";

export async function deleteGatewayResponse(
	needs: Pick<ControlPlane, "apis" | "account" | "gatewayResponses">,
	{ restApiId, responseType }: DeleteGatewayResponseRequest,
): Promise<object> {
	findApi(needs, restApiId);
	const key = `${restApiId}/${responseType}`;
	if (needs.gatewayResponses.get(key) === undefined) throw gatewayResponseNotDefined();
	await needs.gatewayResponses.delete(key);
	return {};
}
