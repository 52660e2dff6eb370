import type { ControlPlane } from "./controlPlane.ts";
import { badRequest, notFound } from "./errors.ts";
import type { ApiStage, QuotaSettings } from "./model.generated.ts";

/** Recorded: test_usage_plan_crud. */
export function checkApiStages(
	{ stages }: Pick<ControlPlane, "stages">,
	apiStages: readonly ApiStage[],
	planId: string,
): void {
	for (const { apiId, stage } of apiStages) {
		if (stages.get(`${apiId}/${stage}`) === undefined) {
			throw notFound(`Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${planId}`);
		}
	}
}

export function checkQuota(quota: QuotaSettings | undefined): void {
	if (quota === undefined) return;
	const { limit = 0, offset = 0, period } = quota;
	// Texts unverified; the bounds of the offset are the docs' (the first period's part that is used up).
	if (period === undefined) throw badRequest("Usage Plan quota period must be specified");
	if (limit <= 0) throw badRequest("Usage Plan quota limit must be greater than 0");
	const last = { DAY: 0, WEEK: 6, MONTH: 27 }[period];
	if (offset < 0 || offset > last) throw badRequest("Usage Plan quota offset must be zero in the given period");
}
