import type { ControlPlane } from "../controlPlane.ts";
import type { UsagePlanDefinition } from "../definitions.ts";
import type { CreateUsagePlanRequest, UsagePlan } from "../model.generated.ts";
import { checkApiStages, checkQuota } from "../usagePlanChecks.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function createUsagePlan(
	{ usagePlans, stages, ids }: Pick<ControlPlane, "usagePlans" | "stages" | "ids">,
	request: CreateUsagePlanRequest,
): Promise<UsagePlan> {
	const { quota, throttle, tags, apiStages = [], ...rest } = request;
	checkQuota(quota);
	const id = ids.text(6);
	checkApiStages({ stages }, apiStages, id);
	const plan: UsagePlanDefinition = withoutUndefined({
		...rest,
		id,
		apiStages,
		throttle,
		quota: quota && { offset: 0, ...quota },
		tags: tags && Object.keys(tags).length > 0 ? tags : undefined,
	});
	await usagePlans.put(id, plan);
	return plan;
}
