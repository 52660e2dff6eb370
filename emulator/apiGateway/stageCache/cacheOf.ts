import type { GatewayCall } from "../call.ts";

/** The cache a call is served from: its stage's, and a canary's own unless that shares the stage's. */
export function cacheOf({ target, stage, isCanary }: GatewayCall): string {
	const key = `${target.apiId}/${target.stage}`;
	return isCanary && stage.canarySettings?.useStageCache !== true ? canaryCache(key) : key;
}

export const canaryCache = (stage: string): string => `${stage}/canary`;
