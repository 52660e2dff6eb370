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

async function read(url: string): Promise<unknown> {
	const response = await fetch(url, { signal: AbortSignal.timeout(answerTimeoutMs) });
	if (response.status === 404) return undefined;
	if (!response.ok) throw new Error(`The emulator answered ${response.status} to ${url}.`);
	return response.json();
}

const answerTimeoutMs = 10_000;
