import { type GatewayCall, type MethodOutput, type Route, routeOf } from "../call.ts";
import { packedOutput } from "../compression.ts";
import { keptBody, shownBody, shownHeaders } from "../frames.ts";
import { settingKeyOf, settingsOf } from "../methodSettings.ts";
import { cacheControl, cacheWarning } from "../stageCache/cacheControl.ts";
import { type CacheKey, cacheKey, cacheKeyText } from "../stageCache/cacheKey.ts";
import { cacheOf } from "../stageCache/cacheOf.ts";
import type { CacheEntry } from "../stageCache/stageCache.ts";
import { passed, type StepNeeds, type StepNote, skipped } from "../step.ts";

/** The stage cache: a kept answer ends the call; otherwise the last step keeps what the method answers. */
export function cache(call: GatewayCall, { account, clock, stageCache }: StepNeeds): StepNote {
	if (!call.stage.cacheClusterEnabled) return noCache;
	const route = routeOf(call);
	if (!isCached(call, route)) return notCached;
	const setting = settingsOf(call.stage, route.resource, route.method);
	const ttlSeconds = setting.cacheTtlInSeconds ?? defaultTtlSeconds;
	if (ttlSeconds === 0) return skipped("caching is off for this method: its time to live is 0");

	const control = cacheControl(call, setting);
	const key = cacheKey(call, account);
	const warning = control === "ignoredWithWarning" ? [cacheWarning] : [];
	const found = control === "refresh" ? "the client asks for a fresh answer" : stageCache.find(cacheOf(call), key);
	if (typeof found === "string") {
		call.caching = { key, ttlSeconds, warning };
		return passed(`miss: ${found}; key ${cacheKeyText(key)}`, { property: cacheProperty });
	}
	const { output } = found;
	call.response = packedOutput(call, { ...output, headers: [...output.headers, ...warning] });
	return { outcome: "ended", summary: hitText(found, key, clock.now()), shown: shown(output), property: cacheProperty };
}

const noCache = skipped("the stage has no cache");
const notCached = skipped(
	"caching is off for this method: the stage's method settings turn it on (CachingEnabled), for all methods or, other than GET, for this one",
);
const cacheProperty = ["Integration", "CacheKeyParameters"];
/** Docs: api-gateway-caching. */
const defaultTtlSeconds = 300;

/** Settings for all methods turn it on for GET alone; another method needs a setting of its own (docs: api-gateway-caching). */
function isCached({ stage }: GatewayCall, { resource, method }: Route): boolean {
	if (settingsOf(stage, resource, method).cachingEnabled !== true) return false;
	return method.httpMethod === "GET" || settingKeyOf(stage, resource, method)?.endsWith("/*") === false;
}

function hitText({ keptAt, until, hits }: CacheEntry, key: CacheKey, now: number): string {
	const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
	const times = hits === 1 ? "the first time" : `${hits} times`;
	return `hit: kept ${seconds(now - keptAt)} ago, for another ${seconds(until - now)}, used ${times}; key ${cacheKeyText(key)}`;
}

function shown({ status, headers, body }: MethodOutput) {
	const kept = keptBody(body);
	return () => ({ after: { status, headers: shownHeaders(headers), body: shownBody(kept) } });
}
