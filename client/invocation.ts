import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import type { InvokeAnswer, InvokeRequest, NameValue } from "../protocol/invoke.ts";

export type Answered = Omit<Extract<InvokeAnswer, { kind: "answered" }>, "trace">;
type Timing = { readonly timeoutMs: number; readonly signal: AbortSignal };

/**
 * Sends the request as the user wrote it and reads the answer as it came. Node's plain client rather than fetch, which
 * would refuse a GET with a body, hide repeated headers and unpack the answer.
 */
export function invoke(stageUrl: string, wanted: InvokeRequest, { timeoutMs, signal }: Timing): Promise<Answered> {
	const url = requestUrl(stageUrl, wanted);
	const body = Buffer.from(wanted.body, "utf8");
	const headers = requestHeaders(wanted.headers, body.length);
	const timer = AbortSignal.timeout(timeoutMs);
	const started = performance.now();
	const answered = new Promise<IncomingMessage>((resolve, reject) => {
		const options = { method: wanted.httpMethod, headers, signal: AbortSignal.any([signal, timer]), agent: false };
		httpRequest(url, options, resolve).once("error", reject).end(body);
	});
	return answered
		.then((response) => readAnswer(response, url, started))
		.catch((error: unknown) => {
			if (!timer.aborted) throw error;
			throw new Error(`No answer within ${timeoutMs / 1000} seconds (setting gatewright.invoke.timeoutSeconds).`, {
				cause: error,
			});
		});
}

async function readAnswer(response: IncomingMessage, url: URL, started: number): Promise<Answered> {
	const { bytes, cut, size } = await readBody(response);
	return {
		kind: "answered",
		url: url.href,
		status: response.statusCode ?? 0,
		statusText: response.statusMessage ?? "",
		headers: pairs(response.rawHeaders),
		...bodyText(bytes),
		bodyBytes: size,
		cut,
		durationMs: performance.now() - started,
	};
}

/** The stage's address with the path and query behind it. What the user encoded stays as it is. */
export function requestUrl(stageUrl: string, { path, query }: Pick<InvokeRequest, "path" | "query">): URL {
	const url = new URL(stageUrl);
	const stagePath = url.pathname.replace(/\/$/, "");
	url.pathname = `${stagePath}/${path.replace(/^\//, "")}`;
	if (!url.pathname.startsWith(`${stagePath}/`)) throw new Error(`The path ${path} leads out of the stage.`);
	url.search = query.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
	return url;
}

/** Repeated names become one header with several values, as on the wire. */
function requestHeaders(headers: readonly NameValue[], bodyBytes: number): OutgoingHttpHeaders {
	const sent = new Map<string, string[]>();
	const spelled = new Map<string, string>();
	for (const { name, value } of headers) {
		const key = name.toLowerCase();
		spelled.set(key, spelled.get(key) ?? name);
		sent.set(key, [...(sent.get(key) ?? []), value]);
	}
	const result: OutgoingHttpHeaders = {};
	for (const [key, values] of sent) result[spelled.get(key) ?? key] = values.length === 1 ? values[0] : values;
	if (bodyBytes > 0 && !sent.has("content-length")) result["Content-Length"] = bodyBytes;
	return result;
}

async function readBody(response: IncomingMessage): Promise<{ bytes: Buffer; cut: boolean; size: number }> {
	const kept: Buffer[] = [];
	let keptBytes = 0;
	let size = 0;
	for await (const piece of response as AsyncIterable<Buffer>) {
		size += piece.length;
		const part = piece.subarray(0, bodyShownBytesMax - keptBytes);
		if (part.length > 0) kept.push(part);
		keptBytes += part.length;
	}
	return { bytes: Buffer.concat(kept), cut: size > keptBytes, size };
}

function bodyText(bytes: Buffer): { body: string; bodyEncoding: "text" | "base64" } {
	try {
		// A cut may fall into a character, which is then not an error: streaming leaves it out.
		const body = new TextDecoder("utf8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
		return { body, bodyEncoding: "text" };
	} catch {
		return { body: bytes.toString("base64"), bodyEncoding: "base64" };
	}
}

function pairs(rawHeaders: readonly string[]): readonly NameValue[] {
	const result: NameValue[] = [];
	for (let at = 0; at + 1 < rawHeaders.length; at += 2)
		result.push({ name: rawHeaders[at] ?? "", value: rawHeaders[at + 1] ?? "" });
	return result;
}

/** More than API Gateway answers at most (10 MB) is never read into a panel; a megabyte of it is shown. */
const bodyShownBytesMax = 1024 * 1024;
