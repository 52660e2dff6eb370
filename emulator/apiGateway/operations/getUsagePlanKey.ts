import { usagePlanKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { usagePlanKeyNotFound } from "../errors.ts";
import type { GetUsagePlanKeyRequest, UsagePlanKey } from "../model.generated.ts";

export function getUsagePlanKey(
	{ apiKeys, usagePlanKeys }: Pick<ControlPlane, "apiKeys" | "usagePlanKeys">,
	{ usagePlanId, keyId }: GetUsagePlanKeyRequest,
): UsagePlanKey {
	const key = apiKeys.get(keyId);
	if (key === undefined || usagePlanKeys.get(`${usagePlanId}/${keyId}`) === undefined) {
		throw usagePlanKeyNotFound(keyId, usagePlanId);
	}
	return usagePlanKeyAnswer(key);
}
