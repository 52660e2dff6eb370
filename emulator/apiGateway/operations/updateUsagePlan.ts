import type { ControlPlane } from "../controlPlane.ts";
import type { UsagePlanDefinition } from "../definitions.ts";
import { badRequest, usagePlanNotFound } from "../errors.ts";
import type { PatchOperation, UpdateUsagePlanRequest, UsagePlan } from "../model.generated.ts";
import { entries, type PatchRule, patch, refusePathOrOperation, replaceable, segmentsOf } from "../patch.ts";
import { checkApiStages, checkQuota } from "../usagePlanChecks.ts";

/** Recorded: test_usage_plan_crud. */
export async function updateUsagePlan(
	{ usagePlans, stages }: Pick<ControlPlane, "usagePlans" | "stages">,
	{ usagePlanId, patchOperations = [] }: UpdateUsagePlanRequest,
): Promise<UsagePlan> {
	let plan = usagePlans.get(usagePlanId);
	if (plan === undefined) throw usagePlanNotFound();
	for (const operation of patchOperations) {
		plan = operation.path?.startsWith("/apiStages")
			? withApiStages({ stages }, plan, operation)
			: patch(plan, [operation], rules, refusePathOrOperation);
	}
	const patched = plan.quota === undefined ? plan : { ...plan, quota: { offset: 0, ...plan.quota } };
	checkQuota(patched.quota);
	await usagePlans.put(usagePlanId, patched);
	return { tags: {}, ...patched };
}

const rules: readonly PatchRule[] = [
	...replaceable("text", "/name", "/description"),
	{ path: "/productCode", ops: ["add", "replace", "remove"] },
	{ path: "/throttle", ops: ["remove"] },
	entries("/throttle/rateLimit", { as: "number" }),
	entries("/throttle/burstLimit", { as: "number" }),
	{ path: "/quota", ops: ["remove"] },
	entries("/quota/limit", { as: "number" }),
	entries("/quota/offset", { as: "number" }),
	entries("/quota/period"),
];

/** `/apiStages` takes `apiId:stage`; below it stand the throttles of single methods. */
function withApiStages(
	needs: Pick<ControlPlane, "stages">,
	plan: UsagePlanDefinition,
	operation: PatchOperation,
): UsagePlanDefinition {
	const { op, path, value } = operation;
	const apiStages = plan.apiStages ?? [];
	if (path === "/apiStages") {
		const [apiId, stage, ...more] = value?.split(":") ?? [];
		if (!apiId || !stage || more.length > 0) throw badRequest("Invalid API Stage specified");
		const others = apiStages.filter((it) => it.apiId !== apiId || it.stage !== stage);
		if (op === "remove") return { ...plan, apiStages: others };
		checkApiStages(needs, [{ apiId, stage }], plan.id);
		return { ...plan, apiStages: [...others, { apiId, stage }] };
	}
	const [, owner = "", throttle, ...rest] = segmentsOf(path);
	const index = apiStages.findIndex((it) => `${it.apiId}:${it.stage}` === owner);
	const target = apiStages[index];
	if (target === undefined || throttle !== "throttle") throw refusePathOrOperation(operation, undefined, []);
	const patched = rest.length === 0 ? withoutThrottle(target) : methodThrottle(target, rest, operation);
	return { ...plan, apiStages: apiStages.with(index, patched) };
}

type ApiStage = NonNullable<UsagePlanDefinition["apiStages"]>[number];

function withoutThrottle(apiStage: ApiStage): ApiStage {
	const { throttle: _, ...stage } = apiStage;
	return stage;
}

/** `…/throttle/{path}/{METHOD}/rateLimit`, where the path's slashes are escaped. */
function methodThrottle(stage: ApiStage, rest: readonly string[], operation: PatchOperation): ApiStage {
	const [path = "", method = "", member] = rest;
	const key = `${path}/${method}`;
	const tail = member === undefined ? "" : `/${member}`;
	const escaped = key.replaceAll("~", "~0").replaceAll("/", "~1");
	return patch(stage, [{ ...operation, path: `/throttle/${escaped}${tail}` }], throttleRules, refusePathOrOperation);
}

const throttleRules: readonly PatchRule[] = [
	entries("/throttle/*/rateLimit", { as: "number" }),
	entries("/throttle/*/burstLimit", { as: "number" }),
	{ path: "/throttle/*", ops: ["remove"] },
];
