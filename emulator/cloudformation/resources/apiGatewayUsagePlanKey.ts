import { gone, type ResourceType, requestOf } from "./resourceType.ts";

export const apiGatewayUsagePlanKey: ResourceType = {
	replacedBy: ["KeyId", "KeyType", "UsagePlanId"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, { model: "apigateway", operation: "CreateUsagePlanKey" });
		await hands.call("apigateway", "CreateUsagePlanKey", request);
		const ids = { usagePlanId: String(request["usagePlanId"]), keyId: String(request["keyId"]) };
		return { ref: `${ids.keyId}:${ids.usagePlanId}`, attributes: { Id: `${ids.keyId}:${ids.usagePlanId}` }, ids };
	},
	async delete({ ids }, { call }) {
		await gone(call("apigateway", "DeleteUsagePlanKey", ids));
	},
};
