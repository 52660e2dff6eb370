import { gone, type Hands, type Resolved, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const lambdaAlias: ResourceType = {
	replacedBy: ["FunctionName", "Name"],
	async create(resource, hands) {
		const request = aliasOf(resource, hands);
		const answer = await hands.call("lambda", "CreateAlias", request);
		const arn = textOf(answer, "AliasArn");
		return {
			ref: arn,
			attributes: { AliasArn: arn },
			ids: { function: String(request["FunctionName"]), name: String(request["Name"]) },
		};
	},
	async update(resource, before, hands) {
		await hands.call("lambda", "UpdateAlias", aliasOf(resource, hands));
		return before;
	},
	async delete({ ids }, { call }) {
		await gone(call("lambda", "DeleteAlias", { FunctionName: ids["function"], Name: ids["name"] }));
	},
};

function aliasOf(resource: Resolved, hands: Hands) {
	return requestOf(resource, hands, {
		model: "lambda",
		operation: "CreateAlias",
		missing: ["ProvisionedConcurrencyConfig", "RoutingConfig"],
	});
}
