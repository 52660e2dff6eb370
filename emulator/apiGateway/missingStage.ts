import type { WireRequest, WireResponse } from "../aws/wire.ts";
import type { CallTarget } from "./call.ts";
import type { GatewayNeeds } from "./gateway.ts";

/** AWS's answer for a stage or API that is not there: 403 with a text that does not tell which. */
export function missingStage(
	needs: Pick<GatewayNeeds, "ids" | "events">,
	request: WireRequest,
	target: CallTarget,
): WireResponse {
	const text = `${request.method} ${target.path}: API ${target.apiId} has no stage ${target.stage} with a deployment`;
	needs.events.publish({ type: "log", part: "apigateway", level: "warn", text });
	return {
		status: 403,
		headers: {
			"Content-Type": "application/json",
			"x-amzn-RequestId": needs.ids.uuid(),
			"x-amzn-ErrorType": "ForbiddenException",
			"x-amz-apigw-id": extendedRequestId(needs),
		},
		body: '{"message":"Forbidden"}',
	};
}

/** 15 characters of base64 and their end, as AWS's are. */
export function extendedRequestId({ ids }: Pick<GatewayNeeds, "ids">): string {
	return `${ids.text(15, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")}=`;
}
