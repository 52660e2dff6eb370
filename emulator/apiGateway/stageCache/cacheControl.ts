import type { GatewayCall } from "../call.ts";
import { GatewayResponse } from "../gatewayResponse.ts";
import { headerValue, headerValues } from "../headerList.ts";
import type { MethodSetting } from "../model.generated.ts";

/** What becomes of a client's wish for a fresh answer. */
export type CacheControl = "none" | "refresh" | "ignored" | "ignoredWithWarning";

/**
 * `Cache-Control: max-age=0` asks to replace what is kept. Where the stage wants authorization for it, as it does unless
 * told otherwise, the caller needs `execute-api:InvalidateCache`: here that is anybody who signs, since permissions are
 * not enforced; an unsigned request is treated as the stage says
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html).
 */
export function cacheControl(call: GatewayCall, setting: MethodSetting): CacheControl {
	const directives = headerValues(call.headers, "cache-control").flatMap((it) => it.toLowerCase().split(","));
	if (!directives.some((it) => it.replaceAll(/\s/g, "") === "max-age=0")) return "none";
	if (setting.requireAuthorizationForCacheControl === false || isSigned(call)) return "refresh";
	switch (setting.unauthorizedCacheControlHeaderStrategy) {
		case "FAIL_WITH_403":
			throw new GatewayResponse(
				"ACCESS_DENIED",
				"the client asks for a fresh answer (Cache-Control: max-age=0) and may not: the stage requires authorization for that (execute-api:InvalidateCache), and the request is not signed",
			);
		case "SUCCEED_WITHOUT_RESPONSE_HEADER":
			return "ignored";
		default:
			return "ignoredWithWarning";
	}
}

/** The header's name is AWS's; its text is ours (2026-11: no source shows AWS's own). */
export const cacheWarning = [
	"Warning",
	'199 - "Cache-Control ignored: the caller is not authorized to invalidate the cache"',
] as const;

function isSigned({ headers, request }: GatewayCall): boolean {
	return (
		headerValue(headers, "authorization")?.startsWith("AWS4-HMAC-SHA256 ") === true ||
		/(?:^|&)X-Amz-Algorithm=AWS4-HMAC-SHA256(?:&|$)/.test(request.query)
	);
}
