import { gatewayResponseAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { GatewayResponseDefinition } from "../definitions.ts";
import { badRequest, notFound } from "../errors.ts";
import { gatewayResponseOf } from "../gatewayResponseOf.ts";
import { findApi } from "../lookup.ts";
import type { GatewayResponse, UpdateGatewayResponseRequest } from "../model.generated.ts";
import { type PatchRule, patch, refusePath } from "../patch.ts";

/** Recorded: test_update_gateway_response. A type that the API had not set begins with its defaults. */
export async function updateGatewayResponse(
	needs: Pick<ControlPlane, "apis" | "account" | "gatewayResponses">,
	{ restApiId: apiId, responseType, patchOperations }: UpdateGatewayResponseRequest,
): Promise<GatewayResponse> {
	findApi(needs, apiId);
	const current: GatewayResponseDefinition = {
		...gatewayResponseOf(needs, apiId, responseType),
		apiId,
		responseType,
		defaultResponse: false,
	};
	const patched: GatewayResponseDefinition = {
		responseParameters: {},
		responseTemplates: {},
		...patch(current, patchOperations, rules, refusePath),
	};
	await needs.gatewayResponses.put(`${apiId}/${responseType}`, patched);
	return gatewayResponseAnswer(patched);
}

const map = (name: string): PatchRule => ({
	path: `/${name}/*`,
	ops: ["add", "replace", "remove"],
	missing: () => notFound("Invalid parameter name specified"),
	empty: () => badRequest(`Invalid null or empty value in ${name}`),
});

const rules: readonly PatchRule[] = [
	{ path: "/statusCode", ops: ["replace"] },
	map("responseParameters"),
	map("responseTemplates"),
];
