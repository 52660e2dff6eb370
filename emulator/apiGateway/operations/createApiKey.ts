import { apiKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ApiKeyDefinition } from "../definitions.ts";
import { badRequest, conflict, notFound } from "../errors.ts";
import type { ApiKey, CreateApiKeyRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export async function createApiKey(
	{ apiKeys, stages, clock, ids }: Pick<ControlPlane, "apiKeys" | "stages" | "clock" | "ids">,
	request: CreateApiKeyRequest,
): Promise<ApiKey> {
	checkName(request.name);
	const { value, name, description, customerId, tags, enabled = false } = request;
	if (value !== undefined) {
		if (value.length < 20) throw badRequest("API Key value should be at least 20 characters"); // unverified text
		if (value.length > 128) throw badRequest("API Key value exceeds maximum size of 128 characters"); // unverified text
		if (apiKeys.all().some((it) => it.value === value)) throw conflict("API Key already exists");
	}
	const stageKeys = (request.stageKeys ?? []).map(({ restApiId = "", stageName = "" }) => `${restApiId}/${stageName}`);
	for (const key of stageKeys) if (stages.get(key) === undefined) throw notFound("Invalid stage identifier specified");
	const now = clock.now();
	const key: ApiKeyDefinition = withoutUndefined({
		id: ids.text(10),
		value: value ?? ids.text(40, alphanumeric),
		name: name || undefined,
		description,
		customerId,
		enabled,
		stageKeys,
		tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
		createdDate: now,
		lastUpdatedDate: now,
	});
	await apiKeys.put(key.id, key);
	return apiKeyAnswer(key, { value: true, emptyTags: false });
}

/** Recorded: test_create_api_key_with_invalid_name; an empty name is as good as none. */
export function checkName(name: string | undefined): void {
	if ((name?.length ?? 0) > 1024) throw badRequest("Invalid API Key name, can be at most 1024 characters.");
}
