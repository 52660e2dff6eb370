import { plain } from "../node.ts";
import { patches } from "./patches.ts";
import { generatedName, gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const apiGatewayModel: ResourceType = {
	replacedBy: ["RestApiId", "Name", "ContentType"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, { model: "apigateway", operation: "CreateModel", json: ["Schema"] });
		// Names of models are letters and digits only.
		const name = generatedName(resource, hands, 128, "");
		const answer = await hands.call("apigateway", "CreateModel", { name, contentType: "application/json", ...request });
		return { ref: textOf(answer, "name"), attributes: {}, ids: { restApiId: String(request["restApiId"]) } };
	},
	async update(resource, before, hands) {
		const patchOperations = patches(resource, before, hands, {
			Description: "/description",
			Schema: (_, after) => [
				{
					op: "replace",
					path: "/schema",
					value: after?.kind === "scalar" ? after.text : JSON.stringify(after ? plain(after) : {}),
				},
			],
		});
		const ids = { restApiId: before.ids["restApiId"], modelName: before.ref };
		if (patchOperations.length > 0) await hands.call("apigateway", "UpdateModel", { ...ids, patchOperations });
		return before;
	},
	async delete({ ref, ids }, { call }) {
		await gone(call("apigateway", "DeleteModel", { restApiId: ids["restApiId"], modelName: ref }));
	},
	sources: ({ ref, ids }) => [`apis/${ids["restApiId"]}/models/${ref}`],
};
