import { gone, type ResourceType, requestOf, textOf } from "./resourceType.ts";

export const apiGatewayResource: ResourceType = {
	replacedBy: ["ParentId", "PathPart", "RestApiId"],
	// CloudFormation makes the new resource first, and fails when both are parameters (`{id}` renamed to `{orderId}`).
	// Here the old one goes first, with its methods; those that stand in the template follow to the new one.
	isReplacedInPlace: true,
	async create(resource, hands) {
		const request = requestOf(resource, hands, { model: "apigateway", operation: "CreateResource" });
		const answer = await hands.call("apigateway", "CreateResource", request);
		const id = textOf(answer, "id");
		return { ref: id, attributes: { ResourceId: id }, ids: { restApiId: String(request["restApiId"]) } };
	},
	async delete({ ref, ids }, { call }) {
		await gone(call("apigateway", "DeleteResource", { restApiId: ids["restApiId"], resourceId: ref }));
	},
	sources: ({ ref, ids }) => [`apis/${ids["restApiId"]}/resources/${ref}`],
};
