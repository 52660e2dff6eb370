import type { IncomingHttpHeaders } from "node:http";
import type { WireResponse } from "../aws/wire.ts";

/**
 * Loopback is not enough to keep web pages out: a page may point its own name at 127.0.0.1 (DNS rebinding) or simply post
 * to this port. So the Host must be a loopback or an AWS name. Pages from elsewhere may call deployed APIs, whose CORS is
 * the app's own business, but neither AWS's control planes (those need a signature, hence a preflight that fails) nor
 * `/_gatewright` (see `foreignOrigin`).
 */
export function refusal(headers: IncomingHttpHeaders): WireResponse | undefined {
	const host = (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
	if (isLoopbackName(host) || host.endsWith(".amazonaws.com")) return undefined;
	return {
		status: 403,
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({
			message: `Gatewright answers to localhost, *.localhost, 127.0.0.1, [::1] and *.amazonaws.com, not to the host "${host}".`,
		}),
	};
}

/** Whether a page that is not served from this machine sent the request. */
export function foreignOrigin(origin: string | undefined): boolean {
	if (origin === undefined) return false;
	try {
		return !isLoopbackName(new URL(origin).hostname);
	} catch {
		return true;
	}
}

function isLoopbackName(host: string): boolean {
	return host === "localhost" || host.endsWith(".localhost") || host === "127.0.0.1" || host === "[::1]";
}
