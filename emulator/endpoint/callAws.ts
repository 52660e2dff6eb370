import { AwsError } from "../aws/awsError.ts";
import type { Dispatcher } from "../aws/dispatch.ts";
import type { WireRequest, WireResponse } from "../aws/wire.ts";

/**
 * A call inside the emulator in AWS's own wire form, as API Gateway's service integrations make them: signed with the
 * scope of `service`, by a key that is nobody's, so that it takes the same way as a client's call.
 */
export function callAwsWith(dispatcher: Dispatcher, region: string) {
	return async (service: string, request: WireRequest): Promise<WireResponse> => {
		const date = "20260101";
		const scope = `GATEWRIGHT/${date}/${region}/${service}/aws4_request`;
		const headers = {
			...request.headers,
			authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=00`,
			"x-amz-date": `${date}T000000Z`,
		};
		const response = await dispatcher.answer({ ...request, headers });
		if (response === undefined) throw new AwsError("NotImplemented", `Gatewright has no service ${service} yet.`, 501);
		return response;
	};
}
