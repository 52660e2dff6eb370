import { Buffer } from "node:buffer";
import type { GatewayCall } from "../call.ts";
import { configurationError } from "../gatewayResponse.ts";

/**
 * Answers without an endpoint: the status is the `statusCode` of what the request template made, read as leniently as AWS
 * does (recorded: test_integration_mock_with_path_param has `{statusCode: 200}`).
 */
export function mockIntegration(call: GatewayCall): string {
	const body = call.integrationRequest?.body.toString("utf8") ?? "";
	const digits = /["']?statusCode["']?\s*[:=]\s*["']?(\d{3})\b/.exec(body)?.[1];
	if (digits === undefined) {
		throw configurationError(
			'a MOCK integration needs a request template that makes a "statusCode"; there is none in its output',
			{
				property: ["Integration", "RequestTemplates"],
			},
		);
	}
	call.endpointResponse = { status: Number(digits), headers: [], body: Buffer.alloc(0) };
	return `MOCK answers ${digits}`;
}
