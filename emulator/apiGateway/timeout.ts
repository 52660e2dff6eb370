import type { Clock } from "../aws/clock.ts";
import { GatewayResponse } from "./gatewayResponse.ts";

/** Runs work that must end within a time of the virtual clock, so that a paused clock waits at a breakpoint. */
export async function withinTimeout<T>(
	clock: Pick<Clock, "after">,
	timeoutMs: number,
	work: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
	const abort = new AbortController();
	const timedOut = new Promise<never>((_, reject) => {
		abort.signal.addEventListener("abort", () => {
			const reason = `the endpoint did not answer within ${timeoutMs} ms`;
			reject(new GatewayResponse("INTEGRATION_TIMEOUT", reason, { property: ["Integration", "TimeoutInMillis"] }));
		});
	});
	timedOut.catch(() => {}); // when the work has ended first, nobody waits for this one
	const cancel = clock.after(timeoutMs, () => abort.abort());
	try {
		return await Promise.race([work(abort.signal), timedOut]);
	} finally {
		cancel();
	}
}
