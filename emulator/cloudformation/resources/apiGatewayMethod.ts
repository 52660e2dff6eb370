import { child, type Mapping, type Node } from "../node.ts";
import { type Deployed, gone, type Hands, type Resolved, type ResourceType, requestOf } from "./resourceType.ts";

export const apiGatewayMethod: ResourceType = {
	replacedBy: ["RestApiId", "ResourceId", "HttpMethod"],
	create: async (resource, hands) => send(requestsOf(resource, hands), resource, hands),
	async update(resource, before, hands) {
		const requests = requestsOf(resource, hands);
		await gone(hands.call("apigateway", "DeleteMethod", before.ids));
		return send(requests, resource, hands);
	},
	async delete({ ids }, { call }) {
		await gone(call("apigateway", "DeleteMethod", ids));
	},
	sources: ({ ids }) => [`apis/${ids["restApiId"]}/resources/${ids["resourceId"]}/methods/${ids["httpMethod"]}`],
};

type Requests = {
	readonly method: Record<string, unknown>;
	readonly responses: readonly Record<string, unknown>[];
	readonly integration: Record<string, unknown> | undefined;
	readonly integrationResponses: readonly Record<string, unknown>[];
};

/** All that is to be sent, so that a value of the wrong type is found before anything is removed. */
function requestsOf(resource: Resolved, hands: Hands): Requests {
	const model = "apigateway";
	const { properties } = resource;
	const integration = child(properties, "Integration");
	const ofIntegration = { under: "Integration.", elsewhere: ["IntegrationResponses"] };
	const ofIntegrationResponse = { operation: "PutIntegrationResponse", under: "Integration.IntegrationResponses." };
	return {
		method: requestOf(resource, hands, {
			model,
			operation: "PutMethod",
			elsewhere: ["Integration", "MethodResponses"],
		}),
		responses: maps(child(properties, "MethodResponses")).map((response) =>
			requestOf(resource, hands, { model, operation: "PutMethodResponse", under: "MethodResponses." }, response),
		),
		integration:
			integration?.kind === "map"
				? requestOf(resource, hands, { model, operation: "PutIntegration", ...ofIntegration }, integration)
				: undefined,
		integrationResponses: maps(child(integration, "IntegrationResponses")).map((response) =>
			requestOf(resource, hands, { model, ...ofIntegrationResponse }, response),
		),
	};
}

/** A method is put whole: what the deployed stages answer is a snapshot, so nothing is missing in between. */
async function send(requests: Requests, resource: Resolved, hands: Hands): Promise<Deployed> {
	const { method } = requests;
	const ids = {
		restApiId: String(method["restApiId"]),
		resourceId: String(method["resourceId"]),
		httpMethod: String(method["httpMethod"]),
	};
	await hands.call("apigateway", "PutMethod", { authorizationType: "NONE", ...method });
	try {
		await sendRest(requests, ids, hands);
	} catch (error) {
		// Half a method is none: the next deployment puts it whole.
		await gone(hands.call("apigateway", "DeleteMethod", ids));
		throw error;
	}
	return { ref: `${hands.stackName}-${resource.logicalId}`, attributes: {}, ids };
}

async function sendRest(requests: Requests, ids: Deployed["ids"], { call }: Hands): Promise<void> {
	for (const response of requests.responses) {
		await call("apigateway", "PutMethodResponse", { ...ids, ...response });
	}
	if (requests.integration === undefined) return;
	await call("apigateway", "PutIntegration", { ...ids, ...requests.integration });
	for (const response of requests.integrationResponses) {
		await call("apigateway", "PutIntegrationResponse", { ...ids, ...response });
	}
}

function maps(list: Node | undefined): readonly Mapping[] {
	return list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "map" ? item : [])) : [];
}
