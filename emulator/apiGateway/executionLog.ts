import type { GatewayCall, MethodOutput } from "./call.ts";
import type { GatewayResponse } from "./gatewayResponse.ts";
import type { HeaderList } from "./headerList.ts";
import { settingsOf } from "./methodSettings.ts";
import type { StepNeeds } from "./step.ts";

/**
 * The execution log of a stage that asks for one, `(requestId) line`, as AWS writes it to CloudWatch: at level ERROR what
 * failed, at INFO all of it; headers and bodies only with data trace.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export function executionLog(
	call: GatewayCall,
	output: MethodOutput,
	fault: GatewayResponse | undefined,
	{ events }: Pick<StepNeeds, "events">,
): void {
	if (call.route === undefined) return;
	const { loggingLevel = "OFF", dataTraceEnabled } = settingsOf(call.stage, call.route.resource, call.route.method);
	if (loggingLevel !== "INFO" && (loggingLevel !== "ERROR" || fault === undefined)) return;
	const lines = executionLines(call, output, fault).filter(
		({ level, isData }) => (loggingLevel === "INFO" || level === "error") && (!isData || dataTraceEnabled === true),
	);
	for (const { text, level } of lines) {
		events.publish({ type: "log", part: "apigateway", level, text: `(${call.requestId}) ${text}` });
	}
}

export type ExecutionLine = {
	readonly text: string;
	readonly level: "info" | "error";
	/** It shows headers or bodies. */
	readonly isData: boolean;
};

/** The longest text that AWS shows whole (docs: set-up-logging). */
const longestText = 1024;

/**
 * What a call went through, a line each. Recorded: test_invoke_test_method and test_failed_invoke_test_method, for calls
 * without an endpoint; the lines about an endpoint are as AWS's own logs are quoted in public (2026-11).
 */
export function executionLines(
	call: GatewayCall,
	output: MethodOutput,
	fault: GatewayResponse | undefined,
): readonly ExecutionLine[] {
	return [
		info(`Starting execution for request: ${call.requestId}`),
		info(`HTTP Method: ${call.request.method}, Resource Path: ${call.target.path}`),
		data(`Method request path: ${mapText(Object.entries(call.route?.pathParameters ?? {}))}`),
		data(`Method request query string: ${mapText(call.query)}`),
		data(`Method request headers: ${mapText(call.headers)}`),
		data(`Method request body before transformations: ${bodyText(call.body)}`),
		...endpointLines(call),
		...(fault === undefined ? answerLines(output) : [{ ...info(faultText(fault, output)), level: "error" as const }]),
		info(`Method completed with status: ${output.status}`),
	];
}

function endpointLines({ integrationRequest, endpointResponse, integrationMs, route }: GatewayCall): ExecutionLine[] {
	if (integrationRequest === undefined || route?.method.methodIntegration?.type === "MOCK") return [];
	const { uri, headers, body } = integrationRequest;
	const lines = [
		data(`Endpoint request URI: ${uri}`),
		data(`Endpoint request headers: ${mapText(headers)}`),
		data(`Endpoint request body after transformations: ${bodyText(body)}`),
		info(`Sending request to ${uri}`),
	];
	if (endpointResponse === undefined || integrationMs === undefined) return lines;
	return [
		...lines,
		info(`Received response. Status: ${endpointResponse.status}, Integration latency: ${Math.round(integrationMs)} ms`),
		data(`Endpoint response headers: ${mapText(endpointResponse.headers)}`),
		data(`Endpoint response body before transformations: ${bodyText(endpointResponse.body)}`),
	];
}

function answerLines({ headers, body }: MethodOutput): ExecutionLine[] {
	return [
		data(`Method response body after transformations: ${bodyText(body)}`),
		data(`Method response headers: ${mapText(headers)}`),
		info("Successfully completed execution"),
	];
}

/** The reason is ours: AWS's own sentences are known for a few only. */
function faultText({ type, reason }: GatewayResponse, { status }: MethodOutput): string {
	if (status < 500) return `${type}: ${reason}`;
	const isTheirs = type === "INTEGRATION_FAILURE" || type === "INTEGRATION_TIMEOUT";
	return isTheirs
		? `Execution failed due to an internal error: ${reason}`
		: `Execution failed due to configuration error: ${reason}`;
}

const info = (text: string): ExecutionLine => ({ text, level: "info", isData: false });
const data = (text: string): ExecutionLine => ({ text, level: "info", isData: true });

/** As Java prints a map. */
function mapText(pairs: HeaderList): string {
	return cut(`{${pairs.map(([name, value]) => `${name}=${value}`).join(", ")}}`);
}

const bodyText = (body: Buffer) => cut(body.toString("utf8"));
const cut = (text: string) => (text.length <= longestText ? text : `${text.slice(0, longestText)} [TRUNCATED]`);
