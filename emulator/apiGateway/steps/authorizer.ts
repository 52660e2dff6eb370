import { lambdaAuthorizer } from "../authorizers/lambdaAuthorizer.ts";
import { type GatewayCall, routeOf } from "../call.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { type StepNeeds, type StepNote, skipped } from "../step.ts";

/**
 * Lets a call through or refuses it. Open methods and Lambda authorizers are built; a method that asks for Cognito or IAM
 * is refused, so that nothing passes here that AWS would have looked at.
 */
export function authorizer(call: GatewayCall, needs: StepNeeds): StepNote | Promise<StepNote> {
	const { authorizationType, authorizerId } = routeOf(call).method;
	if (authorizationType === "NONE") return open;
	const definition = authorizerId === undefined ? undefined : call.api.authorizers.get(authorizerId);
	if (authorizationType === "CUSTOM" && definition !== undefined) return lambdaAuthorizer(call, needs, definition);
	const name = definition?.name ?? authorizerId ?? "";
	const text = `Gatewright does not run ${authorizationType} authorizers yet${name && ` (${name})`}: the call is refused`;
	needs.events.publish({ type: "log", part: "apigateway", level: "error", text: `(${call.requestId}) ${text}` });
	throw new GatewayResponse("AUTHORIZER_CONFIGURATION_ERROR", text, { property: ["AuthorizationType"] });
}

const open = skipped("the method is open: AuthorizationType is NONE");
