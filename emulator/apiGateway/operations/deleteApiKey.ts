import type { ControlPlane } from "../controlPlane.ts";
import { apiKeyNotFound } from "../errors.ts";
import type { DeleteApiKeyRequest } from "../model.generated.ts";

export async function deleteApiKey(
	{ apiKeys, usagePlanKeys }: Pick<ControlPlane, "apiKeys" | "usagePlanKeys">,
	{ apiKey }: DeleteApiKeyRequest,
): Promise<object> {
	if (apiKeys.get(apiKey) === undefined) throw apiKeyNotFound();
	for (const { planId, keyId } of usagePlanKeys.all()) {
		if (keyId === apiKey) await usagePlanKeys.delete(`${planId}/${keyId}`);
	}
	await apiKeys.delete(apiKey);
	return {};
}
