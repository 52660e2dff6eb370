import { usagePlanKeyAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { GetUsagePlanKeysRequest, UsagePlanKeys } from "../model.generated.ts";
import { page } from "../page.ts";

/** Newest first; a plan that does not exist has none (recorded: test_get_usage_plan_api_keys). */
export function getUsagePlanKeys(
	{ apiKeys, usagePlanKeys }: Pick<ControlPlane, "apiKeys" | "usagePlanKeys">,
	request: GetUsagePlanKeysRequest,
): UsagePlanKeys {
	const { usagePlanId, nameQuery } = request;
	const keys = usagePlanKeys
		.all()
		.filter((it) => it.planId === usagePlanId)
		.flatMap(({ keyId }) => apiKeys.get(keyId) ?? [])
		.filter((it) => nameQuery === undefined || it.name?.startsWith(nameQuery))
		.toReversed();
	const { items, ...rest } = page(keys, request);
	return { items: items.map(usagePlanKeyAnswer), ...rest };
}
