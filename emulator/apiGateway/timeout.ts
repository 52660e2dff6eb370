import type { Clock } from "../aws/clock.ts";
import { GatewayResponse } from "./gatewayResponse.ts";

/**
 * Runs work that must end within a time of the virtual clock, so that a paused clock waits at a breakpoint. Work that can
 * be broken off asks for a signal, and only then is one made: it would cost more than all else here.
 */
export async function withinTimeout<T>(
	clock: Pick<Clock, "after">,
	timeoutMs: number,
	work: (signal: () => AbortSignal) => T | Promise<T>,
): Promise<T> {
	let abort: AbortController | undefined;
	let cancel = () => {};
	const timedOut = new Promise<never>((_, reject) => {
		cancel = clock.after(timeoutMs, () => {
			const reason = `the endpoint did not answer within ${timeoutMs} ms`;
			reject(new GatewayResponse("INTEGRATION_TIMEOUT", reason, { property: ["Integration", "TimeoutInMillis"] }));
			abort?.abort();
		});
	});
	const signal = () => {
		abort ??= new AbortController();
		return abort.signal;
	};
	try {
		return await Promise.race([work(signal), timedOut]);
	} finally {
		cancel();
	}
}
