import { type Deployed, gone, type Hands, type Resolved, type ResourceType, requestOf } from "./resourceType.ts";

export const apiGatewayGatewayResponse: ResourceType = {
	replacedBy: ["RestApiId", "ResponseType"],
	create: put,
	update: (resource, _before, hands) => put(resource, hands),
	async delete({ ids }, { call }) {
		await gone(call("apigateway", "DeleteGatewayResponse", ids));
	},
	sources: ({ ids }) => [`apis/${ids["restApiId"]}/gatewayresponses/${ids["responseType"]}`],
};

async function put(resource: Resolved, hands: Hands): Promise<Deployed> {
	const request = requestOf(resource, hands, { model: "apigateway", operation: "PutGatewayResponse" });
	await hands.call("apigateway", "PutGatewayResponse", request);
	const ids = { restApiId: String(request["restApiId"]), responseType: String(request["responseType"]) };
	return { ref: `${ids.restApiId}/${ids.responseType}`, attributes: {}, ids };
}
