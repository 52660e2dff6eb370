import { patches } from "./patches.ts";
import { gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const apiGatewayRequestValidator: ResourceType = {
	replacedBy: ["RestApiId", "Name"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, { model: "apigateway", operation: "CreateRequestValidator" });
		const answer = await hands.call("apigateway", "CreateRequestValidator", request);
		const id = textOf(answer, "id");
		return { ref: id, attributes: { RequestValidatorId: id }, ids: { restApiId: String(request["restApiId"]) } };
	},
	async update(resource, before, hands) {
		const patchOperations = patches(resource, before, hands, {
			ValidateRequestBody: "/validateRequestBody",
			ValidateRequestParameters: "/validateRequestParameters",
		}).map((patch) => (patch.value === "" ? { ...patch, value: "false" } : patch));
		const ids = { restApiId: before.ids["restApiId"], requestValidatorId: before.ref };
		if (patchOperations.length > 0)
			await hands.call("apigateway", "UpdateRequestValidator", { ...ids, patchOperations });
		return before;
	},
	async delete({ ref, ids }, { call }) {
		await gone(call("apigateway", "DeleteRequestValidator", { restApiId: ids["restApiId"], requestValidatorId: ref }));
	},
	sources: ({ ref, ids }) => [`apis/${ids["restApiId"]}/requestvalidators/${ref}`],
};
