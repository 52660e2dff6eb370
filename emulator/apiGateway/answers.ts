import type {
	ApiDefinition,
	ApiKeyDefinition,
	AuthorizerDefinition,
	DeploymentDefinition,
	GatewayResponseDefinition,
	MethodDefinition,
	ModelDefinition,
	ResourceDefinition,
	StageDefinition,
	ValidatorDefinition,
} from "./definitions.ts";
import type {
	ApiKey,
	Authorizer,
	Deployment,
	GatewayResponse,
	Model,
	RequestValidator,
	Resource,
	RestApi,
	Stage,
	UsagePlanKey,
} from "./model.generated.ts";
import { withoutUndefined } from "./withoutUndefined.ts";

/** An API as AWS answers it. AWS leaves `tags` out of creations and lists when there are none, and shows `{}` elsewhere. */
export function apiAnswer(api: ApiDefinition, emptyTags: "shown" | "left out"): RestApi {
	const tags = api.tags ?? (emptyTags === "shown" ? {} : undefined);
	return withoutUndefined({ ...api, tags, createdDate: new Date(api.createdDate) });
}

export function resourceAnswer(resource: ResourceDefinition, embed: readonly string[] = []): Resource {
	const { methods } = resource;
	const names = Object.keys(methods);
	const resourceMethods =
		names.length === 0
			? undefined
			: embed.includes("methods")
				? methods
				: Object.fromEntries(names.map((it) => [it, {}]));
	const { id, parentId, pathPart, path } = resource;
	return withoutUndefined({ id, parentId, pathPart, path, resourceMethods });
}

export function deploymentAnswer(deployment: DeploymentDefinition, embed: readonly string[] = []): Deployment {
	const { id, description, createdDate } = deployment;
	const apiSummary = embed.includes("apisummary") ? summary(deployment) : undefined;
	return withoutUndefined({ id, description, createdDate: new Date(createdDate), apiSummary });
}

function summary({ snapshot }: DeploymentDefinition): Deployment["apiSummary"] {
	const entries = snapshot.resources.filter((it) => Object.keys(it.methods).length > 0);
	return Object.fromEntries(
		entries.map((resource) => [
			resource.path,
			Object.fromEntries(Object.values(resource.methods).map((it) => [it.httpMethod, methodSummary(it)])),
		]),
	);
}

const methodSummary = ({ authorizationType, apiKeyRequired }: MethodDefinition) => ({
	authorizationType,
	apiKeyRequired,
});

export function stageAnswer(stage: StageDefinition): Stage {
	const { apiId: _, createdDate, lastUpdatedDate, ...rest } = stage;
	return withoutUndefined({ ...rest, createdDate: new Date(createdDate), lastUpdatedDate: new Date(lastUpdatedDate) });
}

export function apiKeyAnswer(
	key: ApiKeyDefinition,
	shown: { readonly value: boolean; readonly emptyTags: boolean },
): ApiKey {
	const { value, createdDate, lastUpdatedDate, ...rest } = key;
	return withoutUndefined({
		...rest,
		value: shown.value ? value : undefined,
		tags: key.tags ?? (shown.emptyTags ? {} : undefined),
		createdDate: new Date(createdDate),
		lastUpdatedDate: new Date(lastUpdatedDate),
	});
}

export function modelAnswer(model: ModelDefinition): Model {
	return withoutOwner(model);
}

export function validatorAnswer(validator: ValidatorDefinition): RequestValidator {
	return withoutOwner(validator);
}

export function authorizerAnswer(authorizer: AuthorizerDefinition): Authorizer {
	return withoutOwner(authorizer);
}

export function gatewayResponseAnswer(response: GatewayResponseDefinition): GatewayResponse {
	return withoutOwner(response);
}

export function usagePlanKeyAnswer({ id, name, value }: ApiKeyDefinition): UsagePlanKey {
	return withoutUndefined({ id, type: "API_KEY", value, name });
}

function withoutOwner<T extends { readonly apiId: string }>(definition: T): Omit<T, "apiId"> {
	const { apiId: _, ...own } = definition;
	return own;
}
