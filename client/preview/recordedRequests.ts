import type { RenderAnswer, SampleChoice } from "../../protocol/preview.ts";
import type { Apps } from "../apps.ts";
import { readTrace, recentTraces } from "../emulatorHttp.ts";

/** The newest requests that went through one of the template's methods, in the apps that run. */
export async function recordedRequests(apps: Apps, methods: RenderAnswer["methods"]): Promise<readonly SampleChoice[]> {
	const endpoints = apps.running.flatMap(({ state }) => (state.kind === "running" ? [state.app.endpoint] : []));
	const lists = await Promise.all(
		endpoints.map(async (endpoint) => {
			const traces = await recentTraces(endpoint).catch(() => []); // It may be ending.
			return traces
				.filter(({ method, resourcePath }) => methods.some((it) => fits(it, method, resourcePath)))
				.map(({ id, method, path, status, startedAt }) => ({
					id: `trace:${endpoint}|${id}`,
					label: `${method} ${path} · ${status} · ${startedAt.slice(11, 19)}`,
					startedAt,
				}));
		}),
	);
	return lists
		.flat()
		.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
		.slice(0, shownMax)
		.map(({ id, label }) => ({ id, label }));
}

/** A recorded request as a sample; undefined when the emulator keeps it no more. */
export async function readRecordedRequest(id: string): Promise<string | undefined> {
	const [endpoint, trace] = id.slice("trace:".length).split("|", 2);
	if (!id.startsWith("trace:") || endpoint === undefined || trace === undefined) return undefined;
	const found = await readTrace(endpoint, trace).catch(() => undefined);
	return found === undefined ? undefined : JSON.stringify(found);
}

const shownMax = 10;

function fits(
	{ httpMethod, path }: RenderAnswer["methods"][number],
	method: string,
	resourcePath: string | undefined,
): boolean {
	return resourcePath === path && (httpMethod === "ANY" || httpMethod === method);
}
