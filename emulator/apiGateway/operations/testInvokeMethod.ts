import type { WireRequest } from "../../aws/wire.ts";
import type { GatewayCall, MethodOutput } from "../call.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { StageDefinition } from "../definitions.ts";
import { deployedApi } from "../deployedApi.ts";
import { executionLines } from "../executionLog.ts";
import { type HeaderList, multiValues, singleValues, withoutHeader } from "../headerList.ts";
import { findMethod } from "../lookup.ts";
import type { TestInvokeMethodRequest, TestInvokeMethodResponse } from "../model.generated.ts";
import { routeTable } from "../routeTable.ts";
import { runSteps } from "../runSteps.ts";
import { snapshotOf } from "../snapshot.ts";
import { newCall, newTraceId } from "../startCall.ts";

/**
 * Calls a method as the API is now, deployed or not: without authorizer, key, throttle and cache, as AWS's console does
 * (recorded: test_invoke_test_method).
 */
export async function testInvokeMethod(
	needs: ControlPlane,
	request: TestInvokeMethodRequest,
): Promise<TestInvokeMethodResponse> {
	const [resource, method] = findMethod(needs, request);
	const [path = "", query = ""] = (request.pathWithQueryString ?? resource.path).split("?", 2);
	const headers = headersOf(request);
	const call = testCall(needs, request, { path, query, headers });
	const found = routeTable([resource]).find(request.httpMethod, path);
	// A path that is another resource's has no parameters of this one's (recorded: get-pets-id-bad-path).
	const pathParameters = "method" in found ? found.pathParameters : {};
	call.route = { resource, method, pathParameters };
	const { output, fault, durationMs } = await runSteps(needs, call, testedSteps);
	// Recorded: a gateway response has no Content-Type here (test_failed_invoke_test_method).
	const shown = fault === undefined ? output.headers : withoutHeader(output.headers, "content-type");
	return {
		status: output.status,
		body: output.body.toString("utf8"),
		headers: singleValues(shown),
		multiValueHeaders: multiValues(shown),
		log: logText(call, output, fault),
		latency: Math.round(durationMs),
	};
}

const testedSteps = [
	"validateRequest",
	"integrationRequest",
	"integration",
	"integrationResponse",
	"methodResponse",
] as const;

type Sent = { readonly path: string; readonly query: string; readonly headers: HeaderList };

/** What AWS's console puts in the place of a stage and a client. */
const stageName = "test-invoke-stage";
const remoteAddress = "test-invoke-source-ip";
const domainName = "testPrefix.testDomainName";

function testCall(needs: ControlPlane, request: TestInvokeMethodRequest, { path, query, headers }: Sent): GatewayCall {
	const { restApiId: apiId, httpMethod: method, body = "", stageVariables = {} } = request;
	const now = needs.clock.now();
	const wire: WireRequest = {
		method,
		path,
		query,
		headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
		rawHeaders: headers.flat(),
		body: Buffer.from(body),
		remoteAddress,
	};
	const stage: StageDefinition = {
		apiId,
		stageName,
		deploymentId: "",
		methodSettings: {},
		createdDate: now,
		lastUpdatedDate: now,
	};
	const snapshot = snapshotOf(needs, apiId);
	return newCall(needs, {
		request: wire,
		target: { apiId, stage: stageName, path, domainName },
		api: deployedApi({ id: "", apiId, createdDate: now, snapshot }),
		stage,
		stageVariables,
		isCanary: false,
		traceId: newTraceId(needs.ids, now),
		headers,
	});
}

function headersOf({ headers = {}, multiValueHeaders = {} }: TestInvokeMethodRequest): HeaderList {
	const several = Object.entries(multiValueHeaders);
	const named = new Set(several.map(([name]) => name.toLowerCase()));
	return [
		...Object.entries(headers).filter(([name]) => !named.has(name.toLowerCase())),
		...several.flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
	];
}

function logText(call: GatewayCall, output: MethodOutput, fault: Parameters<typeof executionLines>[2]): string {
	const time = logTime(call.arrivedAt);
	const lines = executionLines(call, output, fault).map((it) => `${time} : ${it.text}\n`);
	return `Execution log for request ${call.requestId}\n${lines.join("")}`;
}

/** `Sun Nov 22 22:10:00 UTC 2026`. */
function logTime(ms: number): string {
	const [day = "", date, month, year, time] = new Date(ms).toUTCString().split(" ");
	return `${day.replace(",", "")} ${month} ${date} ${time} UTC ${year}`;
}
