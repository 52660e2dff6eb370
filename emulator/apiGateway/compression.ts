import { deflateSync, gunzipSync, gzipSync, inflateSync } from "node:zlib";
import type { GatewayCall, MethodOutput } from "./call.ts";
import { GatewayResponse } from "./gatewayResponse.ts";
import { type HeaderList, headerValue } from "./headerList.ts";

/** API Gateway's limit for a payload, packed or not. */
export const longestBody = 10 * 1024 * 1024;

/** A response as this client gets it: packed, where the API compresses and the client takes it. */
export function packedOutput(call: GatewayCall, output: MethodOutput): MethodOutput {
	const small = packed(output.body, call.api.definition.minimumCompressionSize, call.headers, output.headers);
	if (small === undefined) return output;
	return { ...output, body: small.body, headers: [...output.headers, ["Content-Encoding", small.encoding]] };
}

/** Packs a response that is long enough, in the way the client names first; nothing when it is not to be packed. */
function packed(
	body: Buffer,
	minimumSize: number | undefined,
	request: HeaderList,
	response: HeaderList,
): { readonly body: Buffer; readonly encoding: string } | undefined {
	if (minimumSize === undefined || body.length < Math.max(minimumSize, 1)) return undefined;
	if (headerValue(response, "content-encoding") !== undefined) return undefined;
	const accepted = (headerValue(request, "accept-encoding") ?? "")
		.split(",")
		.map((it) => it.split(";")[0]?.trim().toLowerCase());
	const encoding = accepted.find((it) => it === "gzip" || it === "deflate");
	if (encoding === undefined) return undefined;
	return { encoding, body: encoding === "gzip" ? gzipSync(body) : deflateSync(body) };
}

/** Unpacks a request to an API that compresses. */
export function unpacked(body: Buffer, encoding: string | undefined): Buffer {
	const unpack = encoding === "gzip" ? gunzipSync : encoding === "deflate" ? inflateSync : undefined;
	if (unpack === undefined || body.length === 0) return body;
	try {
		return unpack(body, { maxOutputLength: longestBody });
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new GatewayResponse("BAD_REQUEST_BODY", `the body says it is ${encoding} and cannot be unpacked: ${why}`);
	}
}
