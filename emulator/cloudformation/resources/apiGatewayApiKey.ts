import { patches } from "./patches.ts";
import { generatedName, gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const apiGatewayApiKey: ResourceType = {
	replacedBy: ["GenerateDistinctId", "Name", "Value"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, { model: "apigateway", operation: "CreateApiKey" });
		const answer = await hands.call("apigateway", "CreateApiKey", {
			name: generatedName(resource, hands, 128),
			...request,
		});
		const id = textOf(answer, "id");
		return { ref: id, attributes: { APIKeyId: id }, ids: {} };
	},
	async update(resource, before, hands) {
		const patchOperations = patches(resource, before, hands, {
			CustomerId: "/customerId",
			Description: "/description",
			Enabled: "/enabled",
			// Stage keys are how keys were tied to stages before usage plans; they decide nothing any more.
			StageKeys: () => [],
		});
		if (patchOperations.length > 0)
			await hands.call("apigateway", "UpdateApiKey", { apiKey: before.ref, patchOperations });
		return before;
	},
	async delete({ ref }, { call }) {
		await gone(call("apigateway", "DeleteApiKey", { apiKey: ref }));
	},
	sources: ({ ref }) => [`apikeys/${ref}`],
};
