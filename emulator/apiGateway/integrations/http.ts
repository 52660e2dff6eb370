import { Buffer } from "node:buffer";
import http from "node:http";
import https from "node:https";
import { type GatewayCall, integrationOf } from "../call.ts";
import { longestBody } from "../compression.ts";
import { configurationError, GatewayResponse } from "../gatewayResponse.ts";
import { type HeaderList, headerValue, withoutHeader } from "../headerList.ts";
import { wireValue } from "../wireHeaders.ts";

/** Calls an HTTP endpoint once: redirects are the client's to follow, as on AWS. */
export async function httpIntegration(call: GatewayCall, signal: AbortSignal): Promise<string> {
	const request = call.integrationRequest;
	const url = urlOf(request?.uri ?? "", request?.query ?? []);
	const method = request?.method ?? "GET";
	const body = bodyless.has(method) ? Buffer.alloc(0) : (request?.body ?? Buffer.alloc(0));
	const headers = headersFor(call, request?.headers ?? [], body);
	call.endpointResponse = await send(url, method, headers, body, signal).catch((error: unknown) => {
		if (error instanceof GatewayResponse) throw error;
		// Node refuses a header's name or a method that HTTP does not have.
		throw configurationError(`the request cannot be sent: ${error instanceof Error ? error.message : String(error)}`);
	});
	return `${method} ${url.href} answered ${call.endpointResponse.status}`;
}

const bodyless = new Set(["GET", "HEAD", "OPTIONS"]);

function urlOf(uri: string, query: HeaderList): URL {
	try {
		// A URL without a host would take the path's first part for one.
		if (!/^https?:\/\/[^/?#]/i.test(uri)) throw new TypeError("no host");
		const url = new URL(uri);
		for (const [name, value] of query) url.searchParams.append(name, value);
		return url;
	} catch {
		throw configurationError(`Invalid endpoint address: ${uri}`, { property: ["Integration", "Uri"] });
	}
}

/** What AWS adds, over which mappings and the client's own headers win (recorded: test_http_integration_with_lambda). */
function headersFor(call: GatewayCall, own: HeaderList, body: Buffer): HeaderList {
	const isProxy = integrationOf(call).type === "HTTP_PROXY";
	const apiId = call.target.apiId;
	const defaults: HeaderList = [
		...(isProxy
			? []
			: ([
					["Accept", "application/json"],
					["User-Agent", `AmazonAPIGateway_${apiId}`],
				] as const)),
		["x-amzn-apigateway-api-id", apiId],
		["X-Amzn-Trace-Id", call.traceId],
	];
	// A proxied call keeps the client's headers but goes to another host.
	const sent = isProxy ? withoutHeader(own, "host") : own;
	const added = defaults.filter(([name]) => headerValue(sent, name) === undefined);
	return [...sent, ...added, ["Content-Length", String(body.length)]];
}

function send(url: URL, method: string, headers: HeaderList, body: Buffer, signal: AbortSignal) {
	return new Promise<NonNullable<GatewayCall["endpointResponse"]>>((resolve, reject) => {
		const fail = (error: Error) =>
			reject(
				new GatewayResponse("INTEGRATION_FAILURE", `${url.host} cannot be reached: ${error.message}`, {
					property: ["Integration", "Uri"],
				}),
			);
		const grouped: Record<string, string[]> = {};
		for (const [name, value] of headers) (grouped[name] ??= []).push(wireValue(value));
		const client = url.protocol === "https:" ? https : http;
		const outgoing = client.request(url, { method, headers: grouped, signal }, (incoming) => {
			const chunks: Buffer[] = [];
			let bytes = 0;
			incoming.on("data", (chunk: Buffer) => {
				bytes += chunk.length;
				if (bytes > longestBody) incoming.destroy(new Error(`its answer is longer than ${longestBody} bytes`));
				else chunks.push(chunk);
			});
			incoming.on("error", fail);
			incoming.on("end", () =>
				resolve({
					status: incoming.statusCode ?? 502,
					headers: pairs(incoming.rawHeaders),
					body: Buffer.concat(chunks),
				}),
			);
		});
		outgoing.on("error", fail);
		outgoing.end(body);
	});
}

function pairs(rawHeaders: readonly string[]): HeaderList {
	const list: [string, string][] = [];
	for (let i = 0; i + 1 < rawHeaders.length; i += 2) list.push([rawHeaders[i] ?? "", rawHeaders[i + 1] ?? ""]);
	return list;
}
