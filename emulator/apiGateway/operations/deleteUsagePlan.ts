import type { ControlPlane } from "../controlPlane.ts";
import { badRequest, usagePlanNotFound } from "../errors.ts";
import type { DeleteUsagePlanRequest } from "../model.generated.ts";

export async function deleteUsagePlan(
	{ usagePlans, usagePlanKeys }: Pick<ControlPlane, "usagePlans" | "usagePlanKeys">,
	{ usagePlanId }: DeleteUsagePlanRequest,
): Promise<object> {
	const plan = usagePlans.get(usagePlanId);
	if (plan === undefined) throw usagePlanNotFound();
	if (plan.apiStages?.length) {
		const stages = plan.apiStages.map(({ apiId, stage }) => `${apiId}:${stage}`).join(", ");
		throw badRequest(
			`Cannot delete Usage Plan ${usagePlanId} because it is associated with API Stages ${stages}. Please remove the associations first.`, // text in part unverified
		);
	}
	for (const { planId, keyId } of usagePlanKeys.all()) {
		if (planId === usagePlanId) await usagePlanKeys.delete(`${planId}/${keyId}`);
	}
	await usagePlans.delete(usagePlanId);
	return {};
}
