import type { ControlPlane } from "../controlPlane.ts";
import { usagePlanKeyNotFound } from "../errors.ts";
import type { DeleteUsagePlanKeyRequest } from "../model.generated.ts";

export async function deleteUsagePlanKey(
	{ usagePlanKeys }: Pick<ControlPlane, "usagePlanKeys">,
	{ usagePlanId, keyId }: DeleteUsagePlanKeyRequest,
): Promise<object> {
	if (usagePlanKeys.get(`${usagePlanId}/${keyId}`) === undefined) throw usagePlanKeyNotFound(keyId, usagePlanId);
	await usagePlanKeys.delete(`${usagePlanId}/${keyId}`);
	return {};
}
