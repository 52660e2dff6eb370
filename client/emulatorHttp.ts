import type { App } from "../protocol/app.ts";
import type { Trace } from "../protocol/trace.ts";

/** What runs now. */
export async function readApp(endpoint: string): Promise<App> {
	return (await read(`${endpoint}/_gatewright/app`)) as App; // The wire: protocol/app.ts says what stands there.
}

/** The frames of one request; undefined when the emulator keeps none for it. */
export async function readTrace(endpoint: string, id: string): Promise<Trace | undefined> {
	return (await read(`${endpoint}/_gatewright/traces/${encodeURIComponent(id)}`)) as Trace | undefined; // The wire: protocol/trace.ts.
}

/** The newest requests, without their frames. */
export async function recentTraces(endpoint: string): Promise<readonly Omit<Trace, "frames">[]> {
	const answer = (await read(`${endpoint}/_gatewright/traces`)) as {
		readonly traces: readonly Omit<Trace, "frames">[];
	}; // The wire.
	return answer.traces;
}

async function read(url: string): Promise<unknown> {
	const response = await fetch(url, { signal: AbortSignal.timeout(answerTimeoutMs) });
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`The emulator answered ${response.status} to ${url}.`);
	return response.json();
}

const answerTimeoutMs = 10_000;
