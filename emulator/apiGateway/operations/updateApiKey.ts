import { apiKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { apiKeyNotFound } from "../errors.ts";
import type { ApiKey, UpdateApiKeyRequest } from "../model.generated.ts";
import { patch, refusePathOrOperation, replaceable } from "../patch.ts";
import { checkName } from "./createApiKey.ts";

/** Recorded: test_api_key_required_for_methods, update-api-key-disabled. */
export async function updateApiKey(
	{ apiKeys, clock }: Pick<ControlPlane, "apiKeys" | "clock">,
	{ apiKey, patchOperations }: UpdateApiKeyRequest,
): Promise<ApiKey> {
	const key = apiKeys.get(apiKey);
	if (key === undefined) throw apiKeyNotFound();
	const patched = { ...patch(key, patchOperations, rules, refusePathOrOperation), lastUpdatedDate: clock.now() };
	checkName(patched.name);
	await apiKeys.put(apiKey, patched);
	return apiKeyAnswer(patched, { value: false, emptyTags: true });
}

const rules = [...replaceable("text", "/name", "/description", "/customerId"), ...replaceable("boolean", "/enabled")];
