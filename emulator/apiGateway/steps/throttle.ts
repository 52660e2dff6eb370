import { type GatewayCall, routeOf } from "../call.ts";
import type { UsagePlanDefinition } from "../definitions.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { settingsOf } from "../methodSettings.ts";
import { passed, type StepNeeds, type StepNote } from "../step.ts";
import type { Limit } from "../throttle.ts";

/** The account's default rate and burst of a region (fact A8). */
const accountLimit: Limit = { rate: 10_000, burst: 5000 };

/** Takes a token of every bucket that applies, in AWS's order: client and method, client, method of the stage, account. */
export function throttle(call: GatewayCall, needs: StepNeeds): StepNote {
	const limits = [...planLimits(call), ...stageLimits(call), account];
	for (const [bucket, limit, property] of limits) {
		if (needs.throttle.take(bucket, limit)) continue;
		const reason = `the limit of ${bucket} is ${limit.rate} requests a second, in bursts of ${limit.burst}: none is left`;
		throw new GatewayResponse("THROTTLED", reason, { property });
	}
	const quota = countQuota(call, needs);
	return passed(`within ${limits.map(limitText).join("; ")}${quota}`);
}

type Bucket = readonly [name: string, limit: Limit, property: readonly string[]];
const account: Bucket = ["account", accountLimit, []];

function limitText([bucket, { rate, burst }]: Bucket): string {
	return `${bucket} ${rate}/s, burst ${burst}`;
}

function planLimits(call: GatewayCall): Bucket[] {
	if (call.client === undefined) return [];
	const { plan, key } = call.client;
	const owner = `usage plan ${plan.name ?? plan.id}, key ${key.name ?? key.id}`;
	const buckets: Bucket[] = [];
	const { resource, method } = routeOf(call);
	const stage = plan.apiStages?.find((it) => it.apiId === call.target.apiId && it.stage === call.target.stage);
	const methodKey = `${resource.path}/${method.httpMethod}`;
	const ofMethod = limitOf(stage?.throttle?.[methodKey]);
	if (ofMethod)
		buckets.push([`${owner}, method ${methodKey} of ${call.target.apiId}/${call.target.stage}`, ofMethod, []]);
	const ofPlan = limitOf(plan.throttle);
	if (ofPlan) buckets.push([owner, ofPlan, []]);
	return buckets;
}

function stageLimits(call: GatewayCall): Bucket[] {
	const { resource, method } = routeOf(call);
	const { throttlingRateLimit: rateLimit, throttlingBurstLimit: burstLimit } = settingsOf(call.stage, resource, method);
	const limit = limitOf({ rateLimit, burstLimit });
	if (limit === undefined) return [];
	const { apiId, stage } = call.target;
	return [[`method ${method.httpMethod} ${resource.path} of stage ${apiId}/${stage}`, limit, []]];
}

function limitOf(
	settings: { readonly rateLimit?: number | undefined; readonly burstLimit?: number | undefined } | undefined,
) {
	if (settings === undefined) return undefined;
	const { rateLimit, burstLimit } = settings;
	if (rateLimit === undefined && burstLimit === undefined) return undefined;
	// Below zero means no limit of its own (docs: MethodSetting).
	if ((rateLimit ?? 0) < 0 || (burstLimit ?? 0) < 0) return undefined;
	return { rate: rateLimit ?? accountLimit.rate, burst: burstLimit ?? accountLimit.burst };
}

function countQuota(call: GatewayCall, needs: StepNeeds): string {
	if (call.client === undefined) return "";
	const { plan, key } = call.client;
	if (needs.throttle.count(plan, key.id)) return quotaText(plan);
	throw new GatewayResponse(
		"QUOTA_EXCEEDED",
		`the quota of usage plan ${plan.name ?? plan.id} is used up${quotaText(plan)}`,
	);
}

const quotaText = ({ quota }: UsagePlanDefinition) =>
	quota ? `; quota ${quota.limit} a ${quota.period?.toLowerCase()}` : "";
