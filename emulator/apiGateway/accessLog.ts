import type { Kernel } from "../aws/service.ts";
import type { GatewayCall, MethodOutput } from "./call.ts";
import { contextOf } from "./context.ts";
import { contextText } from "./contextText.ts";

/** The line of an answered call in the stage's own format, with a hyphen for what has no value, as AWS writes it. */
export function accessLog(
	call: GatewayCall,
	output: MethodOutput,
	durationMs: number,
	{ account, events }: Pick<Kernel, "account" | "events">,
): void {
	const format = call.stage.accessLogSettings?.format;
	if (!format) return;
	const context = { ...contextOf(call, account), ...loggingContext(call, output, durationMs) };
	events.publish({
		type: "log",
		part: "apigateway",
		level: "info",
		text: contextText(format, context, call, "-").trimEnd(),
	});
}

/** What `$context` has in access logs only. */
function loggingContext(call: GatewayCall, output: MethodOutput, durationMs: number): object {
	const { endpointResponse, traceId } = call;
	const status = endpointResponse && String(endpointResponse.status);
	const latency =
		endpointResponse && call.integrationMs !== undefined ? String(Math.round(call.integrationMs)) : undefined;
	return {
		status: String(output.status),
		responseLength: String(output.body.length),
		responseLatency: String(Math.round(durationMs)),
		integrationStatus: status,
		integrationLatency: latency,
		integration: { status, integrationStatus: status, latency },
		xrayTraceId: traceId,
	};
}
