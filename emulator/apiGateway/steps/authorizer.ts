import { type GatewayCall, routeOf } from "../call.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { type StepNeeds, type StepNote, skipped } from "../step.ts";

/**
 * Lets a call through or refuses it. Only open methods are built yet: a method that asks for an authorizer is refused, so
 * that nothing passes here that AWS would have looked at.
 */
export function authorizer(call: GatewayCall, { events }: StepNeeds): StepNote {
	const { authorizationType, authorizerId } = routeOf(call).method;
	if (authorizationType === "NONE") return skipped("the method is open: AuthorizationType is NONE");
	const definition = authorizerId === undefined ? undefined : call.api.authorizers.get(authorizerId);
	const name = definition?.name ?? authorizerId ?? "";
	const text = `Gatewright does not run ${authorizationType} authorizers yet${name && ` (${name})`}: the call is refused`;
	events.publish({ type: "log", part: "apigateway", level: "error", text: `(${call.requestId}) ${text}` });
	throw new GatewayResponse("AUTHORIZER_CONFIGURATION_ERROR", text, { property: ["AuthorizationType"] });
}
