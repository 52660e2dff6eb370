import zlib from "node:zlib";
import { AwsError } from "../awsError.ts";
import { messageMember } from "../errorShape.ts";
import type { Model } from "../model.ts";
import type { WireResponse } from "../wire.ts";
import { fromJson, toJson } from "./jsonShapes.ts";
import { nestsTooDeep } from "./nestsTooDeep.ts";
import type { Protocol } from "./protocol.ts";

/** AWS JSON 1.0 and 1.1: the operation in `X-Amz-Target`, the members in one JSON body. */
export const awsJson: Protocol = {
	parse({ model, operation }, { body }) {
		if (operation.input === undefined || body.length === 0) return {};
		return fromJson(model, { shape: operation.input }, parseJson(body)) as Record<string, unknown>; // an input is a structure
	},
	render({ model, operation }, answer, requestId) {
		const body =
			operation.output === undefined ? "" : JSON.stringify(toJson(model, { shape: operation.output }, answer));
		return jsonResponse(model, 200, body, requestId);
	},
	renderError({ model }, error, requestId) {
		const shape = model.shapes[error.code];
		const members = shape?.type === "structure" ? toJson(model, { shape: error.code }, error.members) : error.members;
		const body = {
			__type: errorType(model, error.code),
			...(members as object),
			[messageMember(model, error.code)]: error.message,
		};
		return jsonResponse(model, error.status, JSON.stringify(body), requestId);
	},
};

export function parseJson(body: Buffer): unknown {
	if (nestsTooDeep(body)) throw new AwsError("SerializationException", "");
	try {
		return JSON.parse(body.toString("utf8"));
	} catch {
		// AWS gives no text here, only the name.
		throw new AwsError("SerializationException", "");
	}
}

function jsonResponse(model: Model, status: number, body: string, requestId: string): WireResponse {
	const headers: Record<string, string> = {
		"x-amzn-RequestId": requestId,
		"Content-Type": `application/x-amz-json-${model.metadata.jsonVersion ?? "1.0"}`,
	};
	// DynamoDB alone adds a checksum, which older SDKs check. (zlib.crc32 came with Node 20.15.)
	if (isDynamodb(model) && typeof zlib.crc32 === "function") headers["x-amz-crc32"] = String(zlib.crc32(body));
	return { status, headers, body };
}

function errorType(model: Model, code: string): string {
	if (!isDynamodb(model)) return code;
	if (code === "ValidationException") return `com.amazon.coral.validate#${code}`;
	if (code === "ThrottlingException") return `com.amazon.coral.availability#${code}`;
	return code in model.shapes ? `com.amazonaws.dynamodb.v20120810#${code}` : `com.amazon.coral.service#${code}`;
}

function isDynamodb(model: Model): boolean {
	return model.metadata.targetPrefix?.startsWith("DynamoDB") === true;
}
