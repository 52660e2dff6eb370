import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WireRequest, WireResponse } from "../aws/wire.ts";
import { refusal } from "./guard.ts";
import { readBody } from "./readBody.ts";

/** What stands behind the port: either a whole answer, or a stream that writes for itself (server-sent events). */
export type Answer = (request: WireRequest) => Promise<WireResponse | StreamedResponse>;
export type StreamedResponse = { readonly stream: (response: ServerResponse) => void };

export type Server = { readonly port: number; close(): Promise<void> };

/** The one port, on loopback only. Port 0 takes any free one; a port in use rejects with the code EADDRINUSE. */
export async function listen(port: number, answer: Answer): Promise<Server> {
	const server = createServer(
		{ maxHeaderSize: 64 * 1024, requestTimeout: 300_000, keepAliveTimeout: 65_000 },
		(request, response) => {
			void serve(request, response, answer);
		},
	);
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen({ host: "127.0.0.1", port, backlog: 1024 }, () => {
			server.off("error", reject);
			resolve();
		});
	});
	return {
		port: (server.address() as AddressInfo).port, // a listening TCP server has an AddressInfo
		async close() {
			const closed = new Promise((resolve) => void server.close(resolve));
			server.closeIdleConnections();
			// A request that is almost answered gets its answer; who waits longer is cut off.
			const timer = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
			await closed;
			clearTimeout(timer);
		},
	};
}

const lastAnswersMs = 300;

async function serve(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
	// A client that goes away in the middle is no news: its answer is dropped with its socket.
	response.on("error", () => {});
	try {
		const refused = refusal(request.headers);
		if (refused !== undefined) return send(request, response, refused);
		const body = await readBody(request);
		if (body === "tooLarge") return send(request, response, tooLarge);
		if (body === "aborted") return;
		const result = await answer(wireRequest(request, body));
		if ("stream" in result) result.stream(response);
		else send(request, response, result);
	} catch (error) {
		// Every part answers for its own failures; this is the last net, so that no mistake of ours leaves a client waiting.
		const text = error instanceof Error ? error.message : String(error);
		send(request, response, {
			status: 500,
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ message: `Gatewright failed: ${text}` }),
		});
	}
}

function wireRequest(request: IncomingMessage, body: Buffer): WireRequest {
	const url = request.url ?? "/";
	const mark = url.indexOf("?");
	return {
		method: request.method ?? "GET",
		path: mark < 0 ? url : url.slice(0, mark),
		query: mark < 0 ? "" : url.slice(mark + 1),
		headers: joinedHeaders(request),
		rawHeaders: request.rawHeaders,
		body,
		remoteAddress: request.socket.remoteAddress ?? "127.0.0.1",
	};
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
	const { headers } = request;
	// The one header that Node gives as a list; without it all are text.
	if (headers["set-cookie"] === undefined) return headers as Record<string, string>;
	return { ...(headers as Record<string, string>), "set-cookie": headers["set-cookie"].join(", ") };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: WireResponse): void {
	if (response.destroyed || response.headersSent) return;
	const fields: string[] = [];
	for (const name in headers) {
		const value = headers[name] ?? [];
		if (typeof value === "string") fields.push(name, value);
		else for (const it of value) fields.push(name, it);
	}
	const bodiless = status === 204 || status === 304 || (status >= 100 && status < 200);
	if (!bodiless) fields.push("Content-Length", String(Buffer.byteLength(body)));
	// The length is set here, so that the answer goes out in one piece and not in chunks.
	response.writeHead(status, fields);
	if (bodiless || request.method === "HEAD") response.end();
	// Node sends a text together with the head, and bytes after it: latin1 is bytes as text.
	else if (typeof body === "string") response.end(body);
	else if (body.length <= shortBytes) response.end(body.toString("latin1"), "latin1");
	else response.end(body);
}

const shortBytes = 16 * 1024;

const tooLarge: WireResponse = {
	status: 413,
	headers: { "Content-Type": "application/json", Connection: "close" },
	body: JSON.stringify({ message: "Request body is larger than any AWS operation takes (72 MB)." }),
};
