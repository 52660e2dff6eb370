import { usagePlanKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { badRequest, conflict, notFound, usagePlanNotFound } from "../errors.ts";
import type { CreateUsagePlanKeyRequest, UsagePlanKey } from "../model.generated.ts";

export async function createUsagePlanKey(
	{ apiKeys, usagePlans, usagePlanKeys }: Pick<ControlPlane, "apiKeys" | "usagePlans" | "usagePlanKeys">,
	{ usagePlanId, keyId, keyType }: CreateUsagePlanKeyRequest,
): Promise<UsagePlanKey> {
	if (keyType !== "API_KEY") throw badRequest(`Invalid key type specified ${keyType}`); // unverified text
	const key = apiKeys.get(keyId);
	if (key === undefined) throw notFound("Invalid API Key identifier specified");
	if (usagePlans.get(usagePlanId) === undefined) throw usagePlanNotFound();
	if (usagePlanKeys.get(`${usagePlanId}/${keyId}`) !== undefined) {
		throw conflict(`Usage Plan Key already exists: ${keyId}`); // unverified text
	}
	await usagePlanKeys.put(`${usagePlanId}/${keyId}`, { planId: usagePlanId, keyId });
	return usagePlanKeyAnswer(key);
}
