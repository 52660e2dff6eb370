import { names } from "../names.ts";
import { generatedName, gone, type ResourceType, requestOf } from "./resourceType.ts";

export const lambdaPermission: ResourceType = {
	// Every property of a permission needs a new one.
	replacedBy: names(`
		Action EventSourceToken FunctionName FunctionUrlAuthType InvokedViaFunctionUrl Principal
		PrincipalOrgID SourceAccount SourceArn
	`),
	async create(resource, hands) {
		const statementId = generatedName(resource, hands, 100);
		const request = requestOf(resource, hands, { model: "lambda", operation: "AddPermission" });
		await hands.call("lambda", "AddPermission", { ...request, StatementId: statementId });
		return { ref: statementId, attributes: { Id: statementId }, ids: { function: String(request["FunctionName"]) } };
	},
	async delete({ ref, ids }, { call }) {
		await gone(call("lambda", "RemovePermission", { FunctionName: ids["function"], StatementId: ref }));
	},
};
