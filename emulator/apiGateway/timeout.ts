import type { Clock } from "../aws/clock.ts";
import { GatewayResponse } from "./gatewayResponse.ts";

/**
 * Runs work that must end within a time of the virtual clock, so that a paused clock waits at a breakpoint. Work that can
 * be broken off asks for a signal, and only then is there one: making it costs more than the rest of the way together.
 */
export function withinTimeout<T>(
	clock: Pick<Clock, "after">,
	timeoutMs: number,
	work: (signal: () => AbortSignal) => T | Promise<T>,
): Promise<T> {
	return new Promise((resolve, reject) => {
		let abort: AbortController | undefined;
		const cancel = clock.after(timeoutMs, () => {
			const reason = `the endpoint did not answer within ${timeoutMs} ms`;
			reject(new GatewayResponse("INTEGRATION_TIMEOUT", reason, { property: ["Integration", "TimeoutInMillis"] }));
			abort?.abort();
		});
		const signal = () => {
			abort ??= new AbortController();
			return abort.signal;
		};
		const run = async () => work(signal);
		run().then(
			(result) => {
				cancel();
				resolve(result);
			},
			(error: unknown) => {
				cancel();
				reject(error);
			},
		);
	});
}
