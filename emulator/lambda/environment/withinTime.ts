export type TimedOut = { readonly kind: "timedOut" };

/**
 * What the promise brings, or that the time is over. Real time and not the virtual clock: a function's process runs in
 * real time, and so does what it is told of its deadline.
 */
export async function withinTime<T>(timeoutMs: number, outcome: Promise<T>): Promise<T | TimedOut> {
	let timer: NodeJS.Timeout | undefined;
	const over = new Promise<TimedOut>((resolve) => {
		timer = setTimeout(resolve, timeoutMs, { kind: "timedOut" });
	});
	try {
		return await Promise.race([outcome, over]);
	} finally {
		clearTimeout(timer);
	}
}
