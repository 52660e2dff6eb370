import type { GatewayCall } from "../call.ts";
import type { StageCache } from "./stageCache.ts";

/** The cache a call is served from: its stage's, and a canary's own unless that shares the stage's. */
export function cacheOf({ target, stage, isCanary }: GatewayCall): string {
	const key = `${target.apiId}/${target.stage}`;
	return isCanary && stage.canarySettings?.useStageCache !== true ? canaryCache(key) : key;
}

/** Forgets what a stage keeps, and its canary. */
export function flushAll(cache: Pick<StageCache, "flush">, stage: string): void {
	cache.flush(stage);
	cache.flush(canaryCache(stage));
}

const canaryCache = (stage: string): string => `${stage}/canary`;
