import { hexDigits, type Ids } from "../aws/ids.ts";
import type { WireRequest } from "../aws/wire.ts";
import type { CallTarget, GatewayCall } from "./call.ts";
import type { StageDefinition } from "./definitions.ts";
import type { GatewayNeeds } from "./gateway.ts";
import type { HeaderList } from "./headerList.ts";
import { eventSpelling } from "./lambdaEvent.ts";
import { extendedRequestId } from "./missingStage.ts";

/** Everything that is known of a call before its first step; nothing when the stage or its deployment is not there. */
export function startCall(needs: GatewayNeeds, request: WireRequest, target: CallTarget): GatewayCall | undefined {
	const stage = needs.stages.get(`${target.apiId}/${target.stage}`);
	if (stage === undefined) return undefined;
	const { canarySettings } = stage;
	const isCanary = canarySettings !== undefined && needs.ids.fraction() * 100 < (canarySettings.percentTraffic ?? 0);
	const deploymentId = (isCanary ? canarySettings.deploymentId : undefined) ?? stage.deploymentId;
	const api = needs.deployed(target.apiId, deploymentId);
	if (api === undefined) return undefined;

	const traceId = traceIdOf(needs, request, needs.clock.now());
	return newCall(needs, {
		request,
		target,
		api,
		stage,
		stageVariables: variablesOf(stage, isCanary),
		isCanary,
		traceId,
		headers: headersOf(request, target, traceId),
	});
}

type CallStart = Pick<
	GatewayCall,
	"request" | "target" | "api" | "stage" | "stageVariables" | "isCanary" | "traceId" | "headers"
>;

/** A call before its first step, with ids and a time of its own. */
export function newCall(needs: Pick<GatewayNeeds, "ids" | "clock">, start: CallStart): GatewayCall {
	const { request } = start;
	return {
		...start,
		requestId: needs.ids.uuid(),
		extendedRequestId: extendedRequestId(needs),
		arrivedAt: needs.clock.now(),
		query: queryOf(request.query),
		body: request.body,
		overrides: {
			requestOverride: { header: {}, path: {}, querystring: {} },
			responseOverride: { header: {} },
		},
	};
}

/** A canary's variables go over the stage's (recorded: test_invoking_canary_deployment). */
function variablesOf({ variables = {}, canarySettings }: StageDefinition, isCanary: boolean): Record<string, string> {
	return isCanary ? { ...variables, ...canarySettings?.stageVariableOverrides } : variables;
}

/** Never reach an integration, whatever its type (recorded: test_apigateway_header_remapping_*). */
const dropped = new Set([
	"connection",
	"content-length",
	"content-md5",
	"expect",
	"max-forwards",
	"proxy-authenticate",
	"server",
	"te",
	"transfer-encoding",
	"trailer",
	"upgrade",
	"www-authenticate",
]);

/** API Gateway's own to set. */
const replaced = new Set(["x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto"]);

function headersOf(request: WireRequest, target: CallTarget, traceId: string): HeaderList {
	const headers: [string, string][] = [];
	let forwarded = request.remoteAddress;
	for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
		const name = request.rawHeaders[i] ?? "";
		const value = request.rawHeaders[i + 1] ?? "";
		const lower = name.toLowerCase();
		if (lower === "x-forwarded-for") forwarded = `${value}, ${request.remoteAddress}`;
		if (!dropped.has(lower) && !replaced.has(lower)) headers.push([eventSpelling.get(lower) ?? name, value]);
	}
	const port = /:(\d+)$/.exec(target.domainName)?.[1] ?? "443";
	headers.push(
		["X-Amzn-Trace-Id", traceId],
		["X-Forwarded-For", forwarded],
		["X-Forwarded-Port", port],
		["X-Forwarded-Proto", port === "443" ? "https" : "http"],
	);
	return headers;
}

/** Decoded; a plus is a space (recorded: test_lambda_aws_proxy_integration, params-encoding). */
function queryOf(query: string): HeaderList {
	return query === "" ? [] : [...new URLSearchParams(query)];
}

/** The client's own trace goes on; else one begins here. */
function traceIdOf({ ids }: GatewayNeeds, request: WireRequest, now: number): string {
	const own = request.headers["x-amzn-trace-id"];
	return own?.includes("Root=") ? own : newTraceId(ids, now);
}

export function newTraceId(ids: Pick<Ids, "text">, now: number): string {
	const seconds = Math.floor(now / 1000)
		.toString(16)
		.padStart(8, "0");
	return `Root=1-${seconds}-${ids.text(24, hexDigits)}`;
}
