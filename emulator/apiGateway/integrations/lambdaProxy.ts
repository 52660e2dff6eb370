import { type GatewayCall, integrationOf } from "../call.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { lambdaEvent } from "../lambdaEvent.ts";
import { proxyOutput } from "../proxyOutput.ts";
import type { StepNeeds } from "../step.ts";
import { functionOf } from "./functionUri.ts";
import { invoke } from "./lambda.ts";

/** Lambda proxy: the whole request as an event, the whole response from the function. */
export async function lambdaProxyIntegration(call: GatewayCall, needs: StepNeeds): Promise<string> {
	const request = call.integrationRequest;
	const name = functionOf(request?.uri ?? integrationOf(call).uri ?? "");
	if (request?.method !== "POST") {
		// Recorded: test_lambda_aws_proxy_integration_non_post_method. Lambda's Invoke is a POST and nothing else.
		throw new GatewayResponse("API_CONFIGURATION_ERROR", "a Lambda integration's own method must be POST", {
			property: ["Integration", "IntegrationHttpMethod"],
		});
	}
	const answer = await invoke(call, needs, {
		function: name,
		payload: Buffer.from(JSON.stringify(lambdaEvent(call, needs.account))),
		invocationType: "RequestResponse",
		isJson: true,
	});
	const payload = answer.payload.toString("utf8");
	if (answer.functionError !== undefined) {
		throw badAnswer(`${name} failed (${answer.functionError}): ${payload.slice(0, 2000)}`, payload);
	}
	const output = proxyOutput(payload, call);
	if (typeof output === "string") throw badAnswer(`the answer of ${name} is not a proxy response: ${output}`, payload);
	call.endpointResponse = output;
	return `${name} answered ${output.status} in ${Math.round(answer.durationMs)} ms${answer.coldStart ? ", cold start" : ""}`;
}

/** AWS's 502 for a function that fails or answers in another form (recorded: test_aws_proxy_response_payload_format_validation). */
function badAnswer(reason: string, payload: string): GatewayResponse {
	return new GatewayResponse("INTEGRATION_FAILURE", reason, {
		status: 502,
		message: "Internal server error",
		after: payload.slice(0, 4096),
		property: ["Integration", "Uri"],
	});
}
