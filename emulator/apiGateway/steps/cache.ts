import { type GatewayCall, routeOf } from "../call.ts";
import { settingsOf } from "../methodSettings.ts";
import { type StepNeeds, type StepNote, skipped } from "../step.ts";

const noCache = skipped("the stage has no cache");
const told = new WeakSet<object>();

/** The stage cache. It is not built yet: a stage that turns it on is served uncached, and is told so once. */
export function cache(call: GatewayCall, { events }: StepNeeds): StepNote {
	if (!call.stage.cacheClusterEnabled) return noCache;
	const { resource, method } = routeOf(call);
	const enabled = settingsOf(call.stage, resource, method).cachingEnabled ?? method.httpMethod === "GET";
	if (!enabled) return skipped("caching is off for this method");
	const text = `Gatewright does not cache yet: stage ${call.target.stage} has a cache cluster and is served without it`;
	if (!told.has(call.stage)) {
		told.add(call.stage);
		events.publish({ type: "log", part: "apigateway", level: "warn", text });
	}
	return skipped(text);
}
