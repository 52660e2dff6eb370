import { stepNames } from "../../protocol/trace.ts";
import type { Kernel } from "../aws/service.ts";
import type { WireRequest, WireResponse } from "../aws/wire.ts";
import { accessLog } from "./accessLog.ts";
import type { CallTarget, GatewayCall, MethodOutput } from "./call.ts";
import { publish } from "./callTrace.ts";
import type { DeployedApi } from "./deployedApi.ts";
import { executionLog } from "./executionLog.ts";
import type { GatewayResponse } from "./gatewayResponse.ts";
import type { HeaderList } from "./headerList.ts";
import { missingStage } from "./missingStage.ts";
import { runSteps } from "./runSteps.ts";
import { startCall } from "./startCall.ts";
import type { StepNeeds } from "./step.ts";
import type { Stores } from "./stores.ts";
import type { TraceRing } from "./traceRing.ts";
import { wireHeaders } from "./wireHeaders.ts";

export type GatewayNeeds = StepNeeds &
	Pick<Stores, "stages" | "deployments"> &
	Pick<Kernel, "sources"> & {
		readonly traces: TraceRing;
		/** The deployment of a stage, made ready. */
		deployed(apiId: string, deploymentId: string): DeployedApi | undefined;
	};

/** Answers one request to a deployed API. Never rejects: a bug of ours is AWS's 500, and an error in the log. */
export async function execute(needs: GatewayNeeds, request: WireRequest, target: CallTarget): Promise<WireResponse> {
	let requestId = "";
	try {
		const call = startCall(needs, request, target);
		if (call === undefined) return missingStage(needs, request, target);
		requestId = call.requestId;
		return await run(needs, call);
	} catch (error) {
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		const where = `${request.method} /${target.stage}${target.path} of API ${target.apiId}`;
		needs.events.publish({
			type: "log",
			part: "apigateway",
			level: "error",
			text: `(${requestId}) Gatewright failed on ${where}; this is a bug of Gatewright, not of your app: ${text}`,
		});
		return {
			status: 500,
			headers: { "Content-Type": "application/json", "x-amzn-RequestId": requestId },
			body: '{"message": "Internal server error"}',
		};
	}
}

async function run(needs: GatewayNeeds, call: GatewayCall): Promise<WireResponse> {
	const { output, fault, frames, durationMs } = await runSteps(needs, call, stepNames);
	const response = wireResponse(call, output, fault);
	publish(needs, call, frames, output, fault, durationMs);
	accessLog(call, output, durationMs, needs);
	executionLog(call, output, fault, needs);
	return response;
}

function wireResponse(call: GatewayCall, output: MethodOutput, fault: GatewayResponse | undefined): WireResponse {
	const headers: HeaderList = [
		...output.headers,
		["x-amzn-RequestId", call.requestId],
		["x-amz-apigw-id", call.extendedRequestId],
	];
	// Recorded: AWS sends the trace id with what an integration answered, but not for MOCK, HTTP_PROXY or gateway responses.
	const type = call.route?.method.methodIntegration?.type;
	const traced = fault === undefined && type !== "MOCK" && type !== "HTTP_PROXY";
	const all: HeaderList = traced ? [...headers, ["X-Amzn-Trace-Id", call.traceId]] : headers;
	return { status: output.status, headers: wireHeaders(all), body: output.body };
}
