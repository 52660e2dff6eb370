import { type Model, type StructureShape, structureShape } from "../model.ts";
import type { WireRequest } from "../wire.ts";
import { parseBindings, renderBindings } from "./httpBindings.ts";
import type { Protocol } from "./protocol.ts";
import { elementOf, escapeXml, fromXml, parseXml, toXml } from "./xmlShapes.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** REST-XML: members in path, query and headers as the model binds them, the rest in an XML body (S3, CloudFront). */
export const restXml: Protocol = {
	parse(target, request) {
		const shape = structureShape(target.model, target.operation.input);
		if (shape === undefined || target.operation.input === undefined) return {};
		return {
			...parseBody(target.model, target.operation.input, shape, request),
			...parseBindings(target, shape, request),
		};
	},
	render({ model, operation }, answer, requestId) {
		const shape = structureShape(model, operation.output);
		const always = { "x-amz-request-id": requestId, "x-amzn-RequestId": requestId };
		const { status: usual = 200 } = operation;
		if (shape === undefined || operation.output === undefined) return { status: usual, headers: always, body: "" };
		const { headers, status = usual } = renderBindings(model, shape, answer);
		const body = renderBody(model, operation.output, shape, answer);
		const contentType = typeof body === "string" && body !== "" ? { "Content-Type": "application/xml" } : {};
		return { status, headers: { ...always, ...contentType, ...headers }, body };
	},
	renderError({ model }, error, requestId) {
		const details = Object.entries(error.members).map(
			([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
		);
		const inner = `<Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>${details.join("")}`;
		// S3's error has no envelope; CloudFront's has the one of the Query protocol.
		const body =
			model.metadata.endpointPrefix === "s3"
				? `<Error>${inner}<RequestId>${requestId}</RequestId></Error>`
				: `<ErrorResponse><Error><Type>${error.status < 500 ? "Sender" : "Receiver"}</Type>${inner}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
		return {
			status: error.status,
			headers: { "x-amz-request-id": requestId, "x-amzn-RequestId": requestId, "Content-Type": "application/xml" },
			body: declaration + body,
		};
	},
};

function parseBody(model: Model, input: string, shape: StructureShape, { body }: WireRequest): Record<string, unknown> {
	if (shape.payload === undefined) {
		return body.length === 0 ? {} : (fromXml(model, { shape: input }, parseXml(body)) as Record<string, unknown>);
	}
	const ref = shape.members[shape.payload];
	const payload = ref === undefined ? undefined : model.shapes[ref.shape];
	if (ref === undefined || payload === undefined) return {};
	if (payload.type === "blob") return { [shape.payload]: body };
	if (payload.type === "string") return { [shape.payload]: body.toString("utf8") };
	return body.length === 0 ? {} : { [shape.payload]: fromXml(model, ref, parseXml(body)) };
}

function renderBody(
	model: Model,
	output: string,
	shape: StructureShape,
	answer: Record<string, unknown>,
): string | Buffer {
	if (shape.payload !== undefined) {
		const ref = shape.members[shape.payload];
		const value = answer[shape.payload];
		if (ref === undefined || value === undefined) return "";
		if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
		return typeof value === "string"
			? value
			: declaration + elementOf(model, ref, ref.locationName ?? ref.shape, value);
	}
	const inner = toXml(model, shape, answer);
	if (inner === "" && Object.values(shape.members).every((it) => it.location !== undefined)) return "";
	const tag = output.replace(/Output$/, "Result");
	const namespace = model.metadata.xmlNamespace === undefined ? "" : ` xmlns="${model.metadata.xmlNamespace}"`;
	return `${declaration}<${tag}${namespace}>${inner}</${tag}>`;
}
