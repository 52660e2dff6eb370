import { type GatewayCall, integrationOf, routeOf } from "../call.ts";
import { requestValue } from "../requestMapping.ts";

/**
 * What an answer is kept under: the integration's namespace (the resource, unless it names another), the method, and the
 * values of the parameters that the integration chose. Nothing else of a request counts, not even a path parameter or
 * the body (fact A7). That the method counts where resources share a namespace is our reading; AWS does not say.
 */
export type CacheKey = {
	readonly namespace: string;
	readonly method: string;
	/** By the parameter's name; undefined where the request has none. */
	readonly parts: Readonly<Record<string, string | undefined>>;
	/** All of it as one text. */
	readonly text: string;
};

export function cacheKey(call: GatewayCall, account: string): CacheKey {
	const { resource } = routeOf(call);
	const { cacheNamespace, cacheKeyParameters = [], requestParameters = {} } = integrationOf(call);
	const parts: Record<string, string | undefined> = {};
	for (const name of cacheKeyParameters.toSorted()) {
		// A parameter of the integration's request is known by what it is mapped from.
		const source = name.startsWith("integration.request.") ? requestParameters[name] : name;
		const values = source === undefined ? [] : requestValue(call, account, source);
		parts[name] = values.length === 0 ? undefined : values.join(",");
	}
	const namespace = cacheNamespace ?? resource.id;
	const { method } = call.request;
	return { namespace, method, parts, text: JSON.stringify([namespace, method, Object.entries(parts)]) };
}

/** As a person reads it. */
export function cacheKeyText({ method, parts }: CacheKey): string {
	const named = Object.entries(parts).map(([name, value]) => `${name}=${value ?? ""}`);
	return [method, ...(named.length === 0 ? ["without cache key parameters"] : named)].join(" ");
}
