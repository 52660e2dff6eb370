import type { SourceLocation } from "../../protocol/problem.ts";
import type { Frame, StepName, Trace } from "../../protocol/trace.ts";
import type { GatewayCall, MethodOutput } from "./call.ts";
import { shownBody, shownHeaders } from "./frames.ts";
import type { GatewayNeeds } from "./gateway.ts";
import type { GatewayResponse } from "./gatewayResponse.ts";
import type { StepNote } from "./step.ts";

export function frameOf(needs: GatewayNeeds, call: GatewayCall, step: StepName, note: StepNote) {
	const { property, ...rest } = note;
	return { step, ...rest, ...sourceOf(needs, call, property) };
}

export function endFrame(
	needs: GatewayNeeds,
	call: GatewayCall,
	step: StepName,
	error: GatewayResponse,
	output: MethodOutput,
) {
	const { property, position, before, after } = error.options;
	return {
		step,
		outcome: output.status >= 500 ? ("failed" as const) : ("ended" as const),
		summary: `${error.type}: ${error.reason}`,
		...(before === undefined ? {} : { before }),
		after: {
			status: output.status,
			headers: shownHeaders(output.headers),
			body: shownBody(output.body),
			...(after === undefined ? {} : { detail: after }),
		},
		...inTemplate(sourceOf(needs, call, property), position),
	};
}

/** The line of the user's file that decided, where the step named a property. */
function sourceOf({ sources }: GatewayNeeds, call: GatewayCall, property: readonly string[] = []) {
	const { route: found, target } = call;
	const source =
		found === undefined
			? sources.at(`apis/${target.apiId}`)
			: sources.at(
					`apis/${target.apiId}/resources/${found.resource.id}/methods/${found.method.httpMethod}`,
					...property,
				);
	return source === undefined ? {} : { source };
}

/** The place inside a template that has a file of its own; in a file of another language only the template's start is sure. */
function inTemplate({ source }: { source?: SourceLocation }, position: GatewayResponse["options"]["position"]) {
	if (source === undefined) return {};
	if (position === undefined || !source.file.endsWith(".vtl")) return { source };
	const { line, column } = position;
	return {
		source: {
			file: source.file,
			line: source.line + line - 1,
			column: line === 1 ? source.column + column - 1 : column,
		},
	};
}

export function publish(
	needs: GatewayNeeds,
	call: GatewayCall,
	frames: readonly Frame[],
	output: MethodOutput,
	fault: GatewayResponse | undefined,
	durationMs: number,
): void {
	const { request, target, requestId, route: found } = call;
	const trace: Trace = {
		id: requestId,
		apiId: target.apiId,
		stage: target.stage,
		method: request.method,
		path: target.path,
		...(found ? { resourcePath: found.resource.path } : {}),
		startedAt: new Date(call.arrivedAt).toISOString(),
		durationMs,
		status: output.status,
		frames,
	};
	needs.traces.add(trace);
	needs.events.publish({ type: "trace", trace });
	needs.events.publish({
		type: "log",
		part: "apigateway",
		level: fault !== undefined && output.status >= 500 ? "error" : "debug",
		text: executionLog(trace, fault),
	});
}

/** The lines that CloudWatch shows users of a stage with logging, one event for all. */
function executionLog(
	{ id, method, path, resourcePath, frames, status }: Trace,
	fault: GatewayResponse | undefined,
): string {
	const lines = [
		`HTTP Method: ${method}, Resource Path: ${path}${resourcePath === undefined ? "" : ` (${resourcePath})`}`,
	];
	for (const { step, outcome, summary } of frames) if (outcome !== "skipped") lines.push(`${step}: ${summary}`);
	if (fault?.type === "API_CONFIGURATION_ERROR")
		lines.push(`Execution failed due to configuration error: ${fault.reason}`);
	lines.push(`Method completed with status: ${status}`);
	return lines.map((line) => `(${id}) ${line}`).join("\n");
}
