import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EnvironmentCall, InitOutcome, Outcome } from "./environment.ts";
import { epochMs } from "./realTime.ts";

/**
 * AWS's Runtime API, for one environment: a `bootstrap` asks for the next invocation and posts what came of it.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export type RuntimeApi = {
	/** `127.0.0.1:PORT`, for AWS_LAMBDA_RUNTIME_API. */
	readonly address: string;
	/** Resolves when the runtime asks for its first invocation, or says that it cannot start. */
	readonly initialised: Promise<InitOutcome>;
	invoke(call: EnvironmentCall): Promise<Outcome>;
	close(): void;
};

export async function openRuntimeApi(responseBytesMax: number): Promise<RuntimeApi> {
	let waiting: ServerResponse | undefined;
	let current:
		| { readonly call: EnvironmentCall; readonly finish: (outcome: Outcome) => void; sent: boolean }
		| undefined;
	let initialise: (outcome: InitOutcome) => void = () => {};
	const initialised = new Promise<InitOutcome>((resolve) => {
		initialise = resolve;
	});

	function deliver(): void {
		if (waiting === undefined || current === undefined || current.sent) return;
		const { call } = current;
		current.sent = true;
		waiting.writeHead(200, invocationHeaders(call));
		waiting.end(call.payload);
		waiting = undefined;
	}

	function finish(requestId: string, outcome: Outcome, response: ServerResponse): void {
		if (current?.call.requestId !== requestId || !current.sent) {
			reply(response, 400, { errorMessage: "Invalid request ID", errorType: "InvalidRequestID" });
			return;
		}
		const { finish: done } = current;
		current = undefined;
		if (outcome.kind === "tooLarge") {
			const errorMessage = `Exceeded maximum allowed payload size (${responseBytesMax} bytes).`;
			reply(response, 413, { errorMessage, errorType: "RequestEntityTooLarge" });
		} else {
			reply(response, 202, { status: "OK" });
		}
		done(outcome);
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = request.url ?? "";
		if (request.method === "GET" && path === `${base}/invocation/next`) {
			waiting?.end();
			waiting = response;
			initialise({ kind: "ready" });
			deliver();
			return;
		}
		const [, requestId = "", what] = postPath.exec(path) ?? [];
		if (request.method !== "POST" || what === undefined) {
			reply(response, 404, { errorMessage: `No such path in the Runtime API: ${path}`, errorType: "NotFound" });
			return;
		}
		const body = await readBody(request, responseBytesMax);
		if (requestId === "init") {
			initialise({ kind: "error", payload: body ?? Buffer.from("{}") });
			reply(response, 202, { status: "OK" });
		} else if (body === undefined) {
			finish(requestId, { kind: "tooLarge" }, response);
		} else {
			finish(requestId, { kind: what === "response" ? "response" : "error", payload: body }, response);
		}
	}

	const server = createServer((request, response) => {
		// A page in a browser that reaches the port by a name of its own gets nothing.
		if (request.headers.host !== address(server)) {
			reply(response, 403, { errorMessage: "Unknown host", errorType: "Forbidden" });
			return;
		}
		answer(request, response).catch(() => response.destroy());
	});
	// A runtime that computes for minutes between two requests must find its connection open.
	server.keepAliveTimeout = 0;
	server.requestTimeout = 0;
	await listen(server);
	return {
		address: address(server),
		initialised,
		invoke: (call) =>
			new Promise((resolve) => {
				current = { call, finish: resolve, sent: false };
				deliver();
			}),
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

const base = "/2018-06-01/runtime";
const postPath = /^\/2018-06-01\/runtime\/(?:invocation\/)?([^/]+)\/(response|error)$/;

function invocationHeaders(call: EnvironmentCall): Record<string, string> {
	return {
		"Content-Type": "application/json",
		"Lambda-Runtime-Aws-Request-Id": call.requestId,
		"Lambda-Runtime-Deadline-Ms": String(Math.round(epochMs() + call.timeoutMs)),
		"Lambda-Runtime-Invoked-Function-Arn": call.invokedFunctionArn,
		"Lambda-Runtime-Trace-Id": call.traceId,
		...(call.clientContext === undefined ? {} : { "Lambda-Runtime-Client-Context": call.clientContext }),
	};
}

/** The body, or nothing when it is longer than `bytesMax`; the rest is read and dropped. */
async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size <= bytesMax) chunks.push(bytes);
	}
	return size <= bytesMax ? Buffer.concat(chunks, size) : undefined;
}

function reply(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { "Content-Type": "application/json" });
	response.end(JSON.stringify(body));
}

function listen(server: Server): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
}

function address(server: Server): string {
	// A listening TCP server's address is never a pipe's name.
	const { port } = server.address() as AddressInfo;
	return `127.0.0.1:${port}`;
}
