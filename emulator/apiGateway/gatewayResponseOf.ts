import { gatewayResponseAnswer } from "./answers.ts";
import type { ControlPlane } from "./controlPlane.ts";
import type { GatewayResponseType } from "./definitions.ts";
import { gatewayResponseDefaults } from "./gatewayResponse.ts";
import type { GatewayResponse } from "./model.generated.ts";
import { withoutUndefined } from "./withoutUndefined.ts";

/** A type as the API has it: its own, else by DEFAULT_4XX or DEFAULT_5XX, else AWS's (recorded: test_gateway_response_put). */
export function gatewayResponseOf(
	{ gatewayResponses }: Pick<ControlPlane, "gatewayResponses">,
	apiId: string,
	responseType: GatewayResponseType,
): GatewayResponse {
	const own = gatewayResponses.get(`${apiId}/${responseType}`);
	if (own !== undefined) return gatewayResponseAnswer(own);
	const { status } = gatewayResponseDefaults[responseType];
	const general =
		status === undefined ? undefined : gatewayResponses.get(`${apiId}/DEFAULT_${status < 500 ? "4XX" : "5XX"}`);
	return withoutUndefined({
		responseType,
		statusCode: general?.statusCode ?? status?.toString(),
		responseParameters: general?.responseParameters ?? {},
		responseTemplates: general?.responseTemplates ?? {
			"application/json": '{"message":$context.error.messageString}',
		},
		defaultResponse: true,
	});
}
