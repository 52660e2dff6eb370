import { performance } from "node:perf_hooks";
import { stepNames } from "../../protocol/trace.ts";
import type { Kernel } from "../aws/service.ts";
import type { WireRequest, WireResponse } from "../aws/wire.ts";
import { accessLog } from "./accessLog.ts";
import type { CallTarget, GatewayCall, MethodOutput } from "./call.ts";
import { endNote, type KeptFrame, publish } from "./callTrace.ts";
import type { DeployedApi } from "./deployedApi.ts";
import { GatewayResponse } from "./gatewayResponse.ts";
import type { HeaderList } from "./headerList.ts";
import { missingStage } from "./missingStage.ts";
import { renderGatewayResponse } from "./renderGatewayResponse.ts";
import { startCall } from "./startCall.ts";
import type { NamedSteps, StepNeeds } from "./step.ts";
import { apiKey } from "./steps/apiKey.ts";
import { authorizer } from "./steps/authorizer.ts";
import { cache } from "./steps/cache.ts";
import { integration } from "./steps/integration.ts";
import { integrationRequest } from "./steps/integrationRequest.ts";
import { integrationResponse } from "./steps/integrationResponse.ts";
import { methodResponse } from "./steps/methodResponse.ts";
import { route } from "./steps/route.ts";
import { throttle } from "./steps/throttle.ts";
import { validateRequest } from "./steps/validateRequest.ts";
import type { Stores } from "./stores.ts";
import type { TraceRing } from "./traceRing.ts";
import { wireHeaders } from "./wireHeaders.ts";

/** What a request goes through, in this order. Whatever ends it early is thrown as a GatewayResponse. */
const steps: NamedSteps = {
	route,
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
	const started = performance.now();
	const frames: KeptFrame[] = [];
	let output: MethodOutput | undefined;
	let fault: GatewayResponse | undefined;
	let startMs = 0;
	for (const step of stepNames) {
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
	const response = wireResponse(call, output, fault);
	const durationMs = performance.now() - started;
	publish(needs, call, frames, output, fault, durationMs);
	accessLog(call, output, durationMs, needs);
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
