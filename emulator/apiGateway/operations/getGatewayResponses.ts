import type { ControlPlane } from "../controlPlane.ts";
import type { GatewayResponseType } from "../definitions.ts";
import { gatewayResponseDefaults } from "../gatewayResponse.ts";
import { gatewayResponseOf } from "../gatewayResponseOf.ts";
import { findApi } from "../lookup.ts";
import type { GatewayResponses, GetGatewayResponsesRequest } from "../model.generated.ts";

/** All 21 types, in the order of their names (recorded: test_gateway_response_crud). */
export function getGatewayResponses(
	needs: Pick<ControlPlane, "apis" | "account" | "gatewayResponses">,
	{ restApiId }: GetGatewayResponsesRequest,
): GatewayResponses {
	findApi(needs, restApiId);
	const types = Object.keys(gatewayResponseDefaults).toSorted() as GatewayResponseType[]; // the keys of a record by type
	return { items: types.map((it) => gatewayResponseOf(needs, restApiId, it)) };
}
