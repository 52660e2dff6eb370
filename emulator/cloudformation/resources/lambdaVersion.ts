import { gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const lambdaVersion: ResourceType = {
	replacedBy: ["FunctionName", "CodeSha256", "Description", "ProvisionedConcurrencyConfig", "RuntimePolicy"],
	async create(resource, hands) {
		const request = requestOf(resource, hands, {
			model: "lambda",
			operation: "PublishVersion",
			missing: ["ProvisionedConcurrencyConfig", "RuntimePolicy", "FunctionScalingConfig"],
		});
		const answer = await hands.call("lambda", "PublishVersion", request);
		const [arn, version] = [textOf(answer, "FunctionArn"), textOf(answer, "Version")];
		return {
			ref: arn,
			attributes: { FunctionArn: arn, Version: version },
			ids: { function: String(request["FunctionName"]), version },
		};
	},
	async delete({ ids }, { call }) {
		await gone(call("lambda", "DeleteFunction", { FunctionName: ids["function"], Qualifier: ids["version"] }));
	},
};
