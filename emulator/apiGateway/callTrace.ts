import type { SourceLocation } from "../../protocol/problem.ts";
import type { Frame, Trace } from "../../protocol/trace.ts";
import type { Locate } from "../aws/sources.ts";
import type { GatewayCall, MethodOutput } from "./call.ts";
import { type KeptBody, keptBody, shownBody, shownHeaders } from "./frames.ts";
import type { GatewayNeeds } from "./gateway.ts";
import type { GatewayResponse } from "./gatewayResponse.ts";
import type { HeaderList } from "./headerList.ts";
import type { Shown, StepNote } from "./step.ts";

/** A frame as it is kept: the trace is put together when somebody reads it. */
export type KeptFrame = Pick<Frame, "step" | "startMs" | "durationMs"> & { readonly note: StepNote | EndNote };

/** What the step left that ended the call with a gateway response. */
export type EndNote = Omit<StepNote, "outcome"> & {
	readonly outcome: "failed" | "ended";
	readonly position: GatewayResponse["options"]["position"];
};

export function endNote(error: GatewayResponse, output: MethodOutput): EndNote {
	return {
		outcome: output.status >= 500 ? "failed" : "ended",
		summary: `${error.type}: ${error.reason}`,
		shown: shownEnd(error, output.status, output.headers, keptBody(output.body)),
		property: error.options.property,
		position: error.options.position,
	};
}

function shownEnd({ options }: GatewayResponse, status: number, headers: HeaderList, body: KeptBody): Shown {
	const { before, after } = options;
	return () => ({
		...(before === undefined ? {} : { before }),
		after: {
			status,
			headers: shownHeaders(headers),
			body: shownBody(body),
			...(after === undefined ? {} : { detail: after }),
		},
	});
}

export function publish(
	needs: GatewayNeeds,
	call: GatewayCall,
	frames: readonly KeptFrame[],
	output: MethodOutput,
	fault: GatewayResponse | undefined,
	durationMs: number,
): void {
	const trace = readTrace(
		{
			id: call.requestId,
			apiId: call.target.apiId,
			stage: call.target.stage,
			method: call.request.method,
			path: call.target.path,
			...(call.route === undefined ? {} : { resourcePath: call.route.resource.path }),
			durationMs,
			status: output.status,
		},
		call.arrivedAt,
		frames,
		locatorOf(needs, call),
	);
	const level = fault !== undefined && output.status >= 500 ? "error" : "debug";
	const misconfigured = fault?.type === "API_CONFIGURATION_ERROR" ? fault.reason : undefined;
	needs.traces.add(call.requestId, trace);
	publishTrace(needs, trace, level, misconfigured);
}

/** A function of its own, so that what is kept for later does not close over the call. */
function publishTrace(
	{ events }: Pick<GatewayNeeds, "events">,
	trace: () => Trace,
	level: "error" | "debug",
	misconfigured: string | undefined,
): void {
	events.publishLater("trace", () => ({ type: "trace", trace: trace() }));
	events.publishLater("log", () => ({
		type: "log",
		part: "apigateway",
		level,
		text: callSummary(trace(), misconfigured),
	}));
}

function readTrace(
	facts: Omit<Trace, "startedAt" | "frames">,
	arrivedAt: number,
	frames: readonly KeptFrame[],
	locate: Locate,
): () => Trace {
	return () => ({
		...facts,
		startedAt: new Date(arrivedAt).toISOString(),
		frames: frames.map((it) => frameOf(it, locate)),
	});
}

function frameOf({ step, startMs, durationMs, note }: KeptFrame, locate: Locate): Frame {
	const { outcome, summary, shown, property } = note;
	const source = inTemplate(locate(property ?? []), "position" in note ? note.position : undefined);
	return { step, outcome, summary, ...shown?.(), ...(source === undefined ? {} : { source }), startMs, durationMs };
}

/** Finds the line of the user's file that decided, where the step named a property. */
function locatorOf({ sources }: GatewayNeeds, { route, target }: GatewayCall): Locate {
	const api = `apis/${target.apiId}`;
	const ofApi = sources.locator(api);
	if (route === undefined) return ofApi;
	const ofMethod = sources.locator(`${api}/resources/${route.resource.id}/methods/${route.method.httpMethod}`);
	return ([first, ...rest]) => (first === "Api" ? ofApi(rest) : ofMethod(first === undefined ? [] : [first, ...rest]));
}

/** The place inside a template that has a file of its own; in a file of another language only the template's start is sure. */
function inTemplate(source: SourceLocation | undefined, position: EndNote["position"]): SourceLocation | undefined {
	if (source === undefined || position === undefined || !source.file.endsWith(".vtl")) return source;
	const { line, column } = position;
	return {
		file: source.file,
		line: source.line + line - 1,
		column: line === 1 ? source.column + column - 1 : column,
	};
}

/** What a call went through, for people who watch the log: one event for all its lines. */
function callSummary(
	{ id, method, path, resourcePath, frames, status }: Trace,
	misconfigured: string | undefined,
): string {
	const lines = [
		`HTTP Method: ${method}, Resource Path: ${path}${resourcePath === undefined ? "" : ` (${resourcePath})`}`,
	];
	for (const { step, outcome, summary } of frames) if (outcome !== "skipped") lines.push(`${step}: ${summary}`);
	if (misconfigured !== undefined) lines.push(`Execution failed due to configuration error: ${misconfigured}`);
	lines.push(`Method completed with status: ${status}`);
	return lines.map((line) => `(${id}) ${line}`).join("\n");
}
