import type { ControlPlane } from "../controlPlane.ts";
import { usagePlanNotFound } from "../errors.ts";
import type { GetUsagePlanRequest, UsagePlan } from "../model.generated.ts";

export function getUsagePlan(
	{ usagePlans }: Pick<ControlPlane, "usagePlans">,
	{ usagePlanId }: GetUsagePlanRequest,
): UsagePlan {
	const plan = usagePlans.get(usagePlanId);
	if (plan === undefined) throw usagePlanNotFound();
	return { tags: {}, ...plan };
}
