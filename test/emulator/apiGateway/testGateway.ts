import { type ApiGateway, apiGatewayService, openApiGateway } from "../../../emulator/apiGateway/apiGateway.ts";
import type { ApiGatewayHands, FunctionAnswer } from "../../../emulator/apiGateway/hands.ts";
import { virtualClock } from "../../../emulator/aws/clock.ts";
import type { DocumentStore } from "../../../emulator/aws/documents.ts";
import { eventLog } from "../../../emulator/aws/eventLog.ts";
import { seededIds } from "../../../emulator/aws/ids.ts";
import { memoryRecords } from "../../../emulator/aws/levelRecords.ts";
import { memoryDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import type { Kernel } from "../../../emulator/aws/service.ts";
import { sourceIndex } from "../../../emulator/aws/sources.ts";
import type { WireRequest, WireResponse } from "../../../emulator/aws/wire.ts";
import type { Trace } from "../../../protocol/trace.ts";

/** A gateway with real stores in memory, a clock that stands at a fixed time, and whatever endpoints a test gives it. */
export type TestGateway = {
	readonly gateway: ApiGateway;
	readonly kernel: Kernel;
	/** An operation of the control plane, as bound for the dispatcher. */
	operate(operation: string, request: object): Promise<Record<string, unknown>>;
	/** A request to the stage `test` of an API, unless told otherwise. */
	send(apiId: string, request: SentRequest): Promise<Answer>;
};
export type SentRequest = {
	readonly method?: string;
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
	readonly stage?: string;
};
export type Answer = {
	readonly status: number;
	/** By lower-case name. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly raw: WireResponse;
	readonly trace: Trace | undefined;
};

/** 2026-01-02T03:04:05Z: the moment at which every test begins. */
export const startMs = Date.UTC(2026, 0, 2, 3, 4, 5);

export async function testGateway(
	hands: Partial<ApiGatewayHands> = {},
	documents: DocumentStore = memoryDocuments(),
): Promise<TestGateway> {
	const clock = virtualClock(() => startMs);
	clock.pause(true);
	const kernel: Kernel = {
		account: "000000000000",
		region: "eu-central-1",
		clock,
		ids: seededIds(1),
		events: eventLog(clock),
		records: await memoryRecords(),
		documents,
		sources: sourceIndex(),
		filesDir: "/nowhere",
		endpoint: () => "http://127.0.0.1:1",
	};
	const gateway = await openApiGateway(kernel, { ...noEndpoints, ...hands });
	const { operations } = apiGatewayService(gateway);
	return {
		gateway,
		kernel,
		async operate(operation, request) {
			const bound = operations[operation];
			if (bound === undefined) throw new Error(`${operation} is not built`);
			return (await bound(request as never, { requestId: "test" })) as Record<string, unknown>; // the dispatcher's own casts
		},
		async send(apiId, { stage = "test", ...request }) {
			const [path = "/"] = request.path.split("?", 1);
			const domainName = `${apiId}.execute-api.localhost`;
			const raw = await gateway.execute(wireRequest(request), { apiId, stage, path, domainName });
			const headers = Object.fromEntries(
				Object.entries(raw.headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(", ")]),
			);
			const trace = gateway.traces.get(headers["x-amzn-requestid"] ?? "");
			return { status: raw.status, headers, body: raw.body.toString(), raw, trace };
		},
	};
}

const noEndpoints: ApiGatewayHands = {
	invokeFunction: ({ function: name }) => Promise.reject(new Error(`the test has no function ${name}`)),
	mayInvoke: () => true,
	callAws: (service) => Promise.reject(new Error(`the test has no service ${service}`)),
};

export function wireRequest({
	method = "GET",
	path,
	headers = {},
	body = "",
}: Omit<SentRequest, "stage">): WireRequest {
	const sent: Record<string, string> = { Host: "api.example", "User-Agent": "test/1", ...headers };
	return {
		method,
		path: path.split("?", 1)[0] ?? "/",
		query: path.split("?", 2)[1] ?? "",
		headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value])),
		rawHeaders: Object.entries(sent).flat(),
		body: Buffer.from(body),
		remoteAddress: "192.0.2.1",
	};
}

/** What a function answered, as the gateway's hand gives it. */
export function functionAnswer(payload: unknown, rest: Partial<FunctionAnswer> = {}): FunctionAnswer {
	return {
		status: 200,
		payload: Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)),
		requestId: "function-request",
		durationMs: 3,
		coldStart: false,
		executedVersion: "$LATEST",
		...rest,
	};
}

/** An API with one resource and method, deployed to the stage `test`: what most tests of the data plane need. */
export type MethodSetup = {
	readonly path?: readonly string[];
	readonly method?: string;
	readonly methodOptions?: object;
	readonly integration?: object;
	/** By status: the method response's and the integration response's members. */
	readonly responses?: Readonly<Record<string, { readonly method?: object; readonly integration?: object }>>;
	readonly api?: object;
	readonly stage?: object;
};

export async function deployMethod({ operate }: TestGateway, setup: MethodSetup): Promise<string> {
	const apiId = await createApi({ operate }, setup.api);
	await addMethod({ operate }, apiId, setup);
	await deploy({ operate }, apiId, setup.stage);
	return apiId;
}

export async function createApi({ operate }: Pick<TestGateway, "operate">, options: object = {}): Promise<string> {
	return String((await operate("CreateRestApi", { name: "test", ...options }))["id"]);
}

export async function addMethod({ operate }: Pick<TestGateway, "operate">, restApiId: string, setup: MethodSetup) {
	const resourceId = await resourceFor({ operate }, restApiId, setup.path ?? []);
	const httpMethod = setup.method ?? "GET";
	const address = { restApiId, resourceId, httpMethod };
	await operate("PutMethod", { ...address, authorizationType: "NONE", ...setup.methodOptions });
	await operate("PutIntegration", { ...address, ...(setup.integration ?? mock) });
	for (const [statusCode, { method, integration }] of Object.entries(setup.responses ?? { 200: {} })) {
		await operate("PutMethodResponse", { ...address, statusCode, ...method });
		await operate("PutIntegrationResponse", { ...address, statusCode, ...integration });
	}
	return address;
}

export const mock = { type: "MOCK", requestTemplates: { "application/json": '{"statusCode": 200}' } };

export const lambdaUri = (name: string) =>
	`arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:000000000000:function:${name}/invocations`;

export async function deploy({ operate }: Pick<TestGateway, "operate">, restApiId: string, stage: object = {}) {
	const deployment = await operate("CreateDeployment", { restApiId });
	await operate("CreateStage", { restApiId, stageName: "test", deploymentId: deployment["id"], ...stage });
	return String(deployment["id"]);
}

async function resourceFor({ operate }: Pick<TestGateway, "operate">, restApiId: string, path: readonly string[]) {
	const { items } = (await operate("GetResources", { restApiId, limit: 500 })) as {
		items: { id: string; path: string }[];
	};
	let current = items.find((it) => it.path === "/");
	let built = "";
	for (const pathPart of path) {
		built += `/${pathPart}`;
		const known = items.find((it) => it.path === built);
		current =
			known ?? ((await operate("CreateResource", { restApiId, parentId: current?.id, pathPart })) as typeof current);
	}
	return current?.id;
}
