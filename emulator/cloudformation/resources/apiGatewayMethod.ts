import { child, type Mapping, type Node } from "../node.ts";
import { type Deployed, gone, type Hands, type Resolved, type ResourceType, requestOf } from "./resourceType.ts";

export const apiGatewayMethod: ResourceType = {
	replacedBy: ["RestApiId", "ResourceId", "HttpMethod"],
	create: put,
	async update(resource, before, hands) {
		await gone(hands.call("apigateway", "DeleteMethod", before.ids));
		return put(resource, hands);
	},
	async delete({ ids }, { call }) {
		await gone(call("apigateway", "DeleteMethod", ids));
	},
	sources: ({ ids }) => [`apis/${ids["restApiId"]}/resources/${ids["resourceId"]}/methods/${ids["httpMethod"]}`],
};

/** A method is put whole: what the deployed stages answer is a snapshot, so nothing is missing in between. */
async function put(resource: Resolved, hands: Hands): Promise<Deployed> {
	const method = requestOf(resource, hands, {
		model: "apigateway",
		operation: "PutMethod",
		elsewhere: ["Integration", "MethodResponses"],
	});
	const ids = {
		restApiId: String(method["restApiId"]),
		resourceId: String(method["resourceId"]),
		httpMethod: String(method["httpMethod"]),
	};
	await hands.call("apigateway", "PutMethod", { authorizationType: "NONE", ...method });
	try {
		await putRest(resource, ids, hands);
	} catch (error) {
		// Half a method is none: the next deployment puts it whole.
		await gone(hands.call("apigateway", "DeleteMethod", ids));
		throw error;
	}
	return { ref: `${hands.stackName}-${resource.logicalId}`, attributes: {}, ids };
}

async function putRest(resource: Resolved, ids: Deployed["ids"], hands: Hands): Promise<void> {
	for (const response of maps(child(resource.properties, "MethodResponses"))) {
		const shaping = { model: "apigateway", operation: "PutMethodResponse", under: "MethodResponses." } as const;
		await hands.call("apigateway", "PutMethodResponse", { ...ids, ...requestOf(resource, hands, shaping, response) });
	}
	await putIntegration(resource, ids, hands);
}

async function putIntegration(resource: Resolved, ids: Deployed["ids"], hands: Hands): Promise<void> {
	const integration = child(resource.properties, "Integration");
	if (integration?.kind !== "map") return;
	const request = requestOf(
		resource,
		hands,
		{ model: "apigateway", operation: "PutIntegration", under: "Integration.", elsewhere: ["IntegrationResponses"] },
		integration,
	);
	await hands.call("apigateway", "PutIntegration", { ...ids, ...request });
	for (const response of maps(child(integration, "IntegrationResponses"))) {
		const under = "Integration.IntegrationResponses.";
		const shaping = { model: "apigateway", operation: "PutIntegrationResponse", under } as const;
		await hands.call("apigateway", "PutIntegrationResponse", {
			...ids,
			...requestOf(resource, hands, shaping, response),
		});
	}
}

function maps(list: Node | undefined): readonly Mapping[] {
	return list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "map" ? item : [])) : [];
}
