import type { DocumentStore, Documents } from "../aws/documents.ts";
import type {
	ApiDefinition,
	ApiKeyDefinition,
	AuthorizerDefinition,
	DeploymentDefinition,
	GatewayResponseDefinition,
	ModelDefinition,
	ResourceDefinition,
	StageDefinition,
	UsagePlanDefinition,
	UsagePlanKeyDefinition,
	ValidatorDefinition,
} from "./definitions.ts";

/** Where definitions are kept. What belongs to an API has the key `apiId/own id`. */
export type Stores = {
	readonly apis: Documents<ApiDefinition>;
	readonly resources: Documents<ResourceDefinition>;
	readonly models: Documents<ModelDefinition>;
	readonly validators: Documents<ValidatorDefinition>;
	readonly authorizers: Documents<AuthorizerDefinition>;
	readonly gatewayResponses: Documents<GatewayResponseDefinition>;
	readonly deployments: Documents<DeploymentDefinition>;
	readonly stages: Documents<StageDefinition>;
	readonly apiKeys: Documents<ApiKeyDefinition>;
	readonly usagePlans: Documents<UsagePlanDefinition>;
	readonly usagePlanKeys: Documents<UsagePlanKeyDefinition>;
};

export async function openStores(documents: DocumentStore): Promise<Stores> {
	return {
		apis: await documents.collection("apigateway-apis"),
		resources: await documents.collection("apigateway-resources"),
		models: await documents.collection("apigateway-models"),
		validators: await documents.collection("apigateway-validators"),
		authorizers: await documents.collection("apigateway-authorizers"),
		gatewayResponses: await documents.collection("apigateway-gateway-responses"),
		deployments: await documents.collection("apigateway-deployments"),
		stages: await documents.collection("apigateway-stages"),
		apiKeys: await documents.collection("apigateway-api-keys"),
		usagePlans: await documents.collection("apigateway-usage-plans"),
		usagePlanKeys: await documents.collection("apigateway-usage-plan-keys"),
	};
}

/** All of a collection that belongs to one API. */
export function ofApi<T extends { readonly apiId: string }>(documents: Documents<T>, apiId: string): T[] {
	return documents.all().filter((it) => it.apiId === apiId);
}
