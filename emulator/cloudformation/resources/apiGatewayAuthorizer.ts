import { patches } from "./patches.ts";
import { gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const apiGatewayAuthorizer: ResourceType = {
	replacedBy: ["RestApiId"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, { model: "apigateway", operation: "CreateAuthorizer" });
		const answer = await hands.call("apigateway", "CreateAuthorizer", request);
		const id = textOf(answer, "id");
		return { ref: id, attributes: { AuthorizerId: id }, ids: { restApiId: String(request["restApiId"]) } };
	},
	async update(resource, before, hands) {
		const patchOperations = patches(resource, before, hands, {
			Name: "/name",
			Type: "/type",
			AuthType: "/authType",
			AuthorizerUri: "/authorizerUri",
			AuthorizerCredentials: "/authorizerCredentials",
			AuthorizerResultTtlInSeconds: "/authorizerResultTtlInSeconds",
			IdentitySource: "/identitySource",
			IdentityValidationExpression: "/identityValidationExpression",
		});
		const ids = { restApiId: before.ids["restApiId"], authorizerId: before.ref };
		if (patchOperations.length > 0) await hands.call("apigateway", "UpdateAuthorizer", { ...ids, patchOperations });
		return before;
	},
	async delete({ ref, ids }, { call }) {
		await gone(call("apigateway", "DeleteAuthorizer", { restApiId: ids["restApiId"], authorizerId: ref }));
	},
	sources: ({ ref, ids }) => [`apis/${ids["restApiId"]}/authorizers/${ref}`],
};
