import { apiKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { apiKeyNotFound } from "../errors.ts";
import type { ApiKey, GetApiKeyRequest } from "../model.generated.ts";

export function getApiKey(
	{ apiKeys }: Pick<ControlPlane, "apiKeys">,
	{ apiKey, includeValue = false }: GetApiKeyRequest,
): ApiKey {
	const key = apiKeys.get(apiKey);
	if (key === undefined) throw apiKeyNotFound();
	return apiKeyAnswer(key, { value: includeValue, emptyTags: true });
}
