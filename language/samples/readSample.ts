import type { JsonValue, MappingEnvironment } from "../vtl/bindings/environment.ts";
import { callSample, isCallSample } from "./callSample.ts";
import { isProxyEvent, proxyEventSample } from "./proxyEventSample.ts";
import { isTrace, type TraceSide, traceSample } from "./traceSample.ts";

/** Which of its forms a sample is in: a call, a function's event, a recorded request, or nothing but the body. */
export type SampleForm = "call" | "event" | "trace" | "body";

export type Sample =
	| { readonly ok: true; readonly form: SampleForm; readonly environment: MappingEnvironment }
	| { readonly ok: false; readonly message: string };

/**
 * A call to render a template with, from what a person has at hand: a call (`{"input": …, "context": …}`), the event
 * that a proxy function gets, a request that the emulator recorded, or any other JSON, which is the body. `side` is which
 * template of a recorded request it is for.
 */
export function readSample(text: string, side: TraceSide = "request"): Sample {
	let value: JsonValue;
	try {
		value = JSON.parse(text) as JsonValue; // What JSON.parse gives without a reviver.
	} catch (error) {
		return { ok: false, message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
	}
	if (isCallSample(value)) return read("call", () => callSample(value));
	if (isTrace(value)) return read("trace", () => traceSample(value, side));
	if (isProxyEvent(value)) return read("event", () => proxyEventSample(value));
	// As it is written, so that 10.0 stays 10.0.
	return read("body", () => callSample({ input: { body: text } }));
}

function read(form: SampleForm, make: () => MappingEnvironment | string): Sample {
	const environment = make();
	if (typeof environment === "string") return { ok: false, message: environment };
	return { ok: true, form, environment };
}
