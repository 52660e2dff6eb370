import { ok } from "node:assert/strict";
import type { EndpointResponse, GatewayCall, MethodOutput } from "./call.ts";

/** What the integration step left. */
export function endpointResponseOf(call: GatewayCall): EndpointResponse {
	ok(call.endpointResponse, "a step ran before the endpoint had answered");
	return call.endpointResponse;
}

/** What the integration response step left. */
export function outputOf(call: GatewayCall): MethodOutput {
	ok(call.response, "a step ran before there was a response");
	return call.response;
}
