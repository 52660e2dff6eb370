import { Buffer } from "node:buffer";
import type { EndpointResponse, GatewayCall } from "./call.ts";
import { type HeaderList, headerValue } from "./headerList.ts";
import { isBinary } from "./mediaTypes.ts";

/**
 * Reads what a function answered to a proxy integration; a text says what is wrong with it. What AWS takes and refuses is
 * recorded: test_aws_proxy_response_payload_format_validation.
 */
export function proxyOutput(payload: string, call: GatewayCall): EndpointResponse | string {
	let answer: unknown;
	try {
		answer = JSON.parse(payload);
	} catch {
		return "it is not JSON";
	}
	if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return "it is not an object";
	const unknown = Object.keys(answer).find((it) => !members.has(it));
	if (unknown !== undefined) return `it has a member "${unknown}"; allowed are ${[...members].join(", ")}`;
	if (Object.keys(answer).length === 0) return "it is an empty object";
	const { statusCode = 200, headers, multiValueHeaders, body, isBase64Encoded } = answer as ProxyAnswer; // each is checked below

	const status = statusOf(statusCode);
	if (status === undefined) return `its statusCode is ${JSON.stringify(statusCode)}, not a number from 100 to 599`;
	if (body !== undefined && body !== null && typeof body !== "string") return "its body is not a string";
	const list = headerList(headers, multiValueHeaders);
	if (typeof list === "string") return list;

	const wantsBinary = isBinary(headerValue(call.headers, "accept"), call.api.definition.binaryMediaTypes);
	const decode = isBase64Encoded === true && wantsBinary;
	return { status, headers: list, body: Buffer.from(body ?? "", decode ? "base64" : "utf8") };
}

type ProxyAnswer = Record<"statusCode" | "headers" | "multiValueHeaders" | "body" | "isBase64Encoded", unknown>;
const members = new Set([
	"isBase64Encoded",
	"statusCode",
	"headers",
	"multiValueHeaders",
	"body",
	"statusDescription",
	"cookies",
]);

function statusOf(value: unknown): number | undefined {
	const status = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
	return typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

/** Values of both maps; a name that is in both, in whatever spelling, keeps the spelling and order of the multi-value one. */
function headerList(single: unknown, multi: unknown): HeaderList | string {
	const result: [string, string][] = [];
	if (multi !== undefined && multi !== null) {
		if (typeof multi !== "object" || Array.isArray(multi)) return "its multiValueHeaders are not an object";
		for (const [name, values] of Object.entries(multi)) {
			if (!Array.isArray(values)) return `its multiValueHeaders have a "${name}" that is not a list`;
			for (const value of values) {
				const text = headerText(value);
				if (text === undefined) return `its multiValueHeaders have a "${name}" that is not a string`;
				result.push([name, text]);
			}
		}
	}
	if (single === undefined || single === null) return result;
	if (typeof single !== "object" || Array.isArray(single)) return "its headers are not an object";
	for (const [name, value] of Object.entries(single)) {
		const text = headerText(value);
		if (text === undefined) return `its headers have a "${name}" that is not a string, number or boolean`;
		const same = result.find(([it]) => it.toLowerCase() === name.toLowerCase());
		if (!result.some(([it, own]) => it.toLowerCase() === name.toLowerCase() && own === text))
			result.push([same?.[0] ?? name, text]);
	}
	return result;
}

function headerText(value: unknown): string | undefined {
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
		? String(value)
		: undefined;
}
