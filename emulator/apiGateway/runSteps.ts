import { performance } from "node:perf_hooks";
import type { StepName } from "../../protocol/trace.ts";
import type { GatewayCall, MethodOutput } from "./call.ts";
import { endNote, type KeptFrame } from "./callTrace.ts";
import { GatewayResponse } from "./gatewayResponse.ts";
import { renderGatewayResponse } from "./renderGatewayResponse.ts";
import type { NamedSteps, StepNeeds } from "./step.ts";
import { apiKey } from "./steps/apiKey.ts";
import { authorizer } from "./steps/authorizer.ts";
import { cache } from "./steps/cache.ts";
import { integration } from "./steps/integration.ts";
import { integrationRequest } from "./steps/integrationRequest.ts";
import { integrationResponse } from "./steps/integrationResponse.ts";
import { methodResponse } from "./steps/methodResponse.ts";
import { resourcePolicy } from "./steps/resourcePolicy.ts";
import { route } from "./steps/route.ts";
import { throttle } from "./steps/throttle.ts";
import { validateRequest } from "./steps/validateRequest.ts";

/** What a request goes through, in this order. Whatever ends it early is thrown as a GatewayResponse. */
const steps: NamedSteps = {
	route,
	resourcePolicy,
	authorizer,
	apiKey,
	throttle,
	cache,
	validateRequest,
	integrationRequest,
	integration,
	integrationResponse,
	methodResponse,
};

/** What became of a call: its answer, what ended it early, and a frame for each step that ran. Times in milliseconds. */
export type Ran = {
	readonly output: MethodOutput;
	readonly fault: GatewayResponse | undefined;
	readonly frames: readonly KeptFrame[];
	readonly durationMs: number;
};

export async function runSteps(needs: StepNeeds, call: GatewayCall, names: readonly StepName[]): Promise<Ran> {
	const started = performance.now();
	const frames: KeptFrame[] = [];
	let output: MethodOutput | undefined;
	let fault: GatewayResponse | undefined;
	let startMs = 0;
	for (const step of names) {
		let note: KeptFrame["note"];
		try {
			const pending = steps[step](call, needs);
			note = pending instanceof Promise ? await pending : pending;
		} catch (error) {
			if (!(error instanceof GatewayResponse)) throw error;
			fault = error;
			output = renderGatewayResponse(call, error, needs.account);
			note = endNote(error, output);
		}
		const endMs = performance.now() - started;
		frames.push({ step, note, startMs, durationMs: endMs - startMs });
		startMs = endMs;
		if (fault !== undefined || note.outcome === "ended") break;
	}
	output ??= call.response;
	if (output === undefined) throw new Error("the last step left no response");
	return { output, fault, frames, durationMs: performance.now() - started };
}
