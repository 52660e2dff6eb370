import { messageMember } from "../errorShape.ts";
import { type Model, type StructureShape, structureShape } from "../model.ts";
import type { WireRequest } from "../wire.ts";
import { parseJson } from "./awsJson.ts";
import { parseBindings, renderBindings } from "./httpBindings.ts";
import { fromJson, toJson } from "./jsonShapes.ts";
import type { Protocol } from "./protocol.ts";

/** REST-JSON: members in path, query and headers as the model binds them, the rest in a JSON body. */
export const restJson: Protocol = {
	parse(target, request) {
		const { model, operation } = target;
		const shape = structureShape(model, operation.input);
		if (shape === undefined || operation.input === undefined) return {};
		return { ...parseBody(model, operation.input, shape, request), ...parseBindings(target, shape, request) };
	},
	render({ model, operation }, answer, requestId) {
		const shape = structureShape(model, operation.output);
		const always = { "x-amzn-RequestId": requestId, "Content-Type": "application/json" };
		const { status: usual = 200 } = operation;
		if (shape === undefined || operation.output === undefined) return { status: usual, headers: always, body: "" };
		const { headers, status = usual } = renderBindings(model, shape, answer);
		return { status, headers: { ...always, ...headers }, body: renderBody(model, operation.output, shape, answer) };
	},
	renderError({ model }, error, requestId) {
		const shape = structureShape(model, error.code);
		const members =
			shape === undefined ? error.members : (toJson(model, { shape: error.code }, error.members) as object);
		const bound = shape === undefined ? {} : renderBindings(model, shape, error.members).headers;
		return {
			status: error.status,
			headers: {
				"x-amzn-RequestId": requestId,
				"x-amzn-ErrorType": error.code,
				"Content-Type": "application/json",
				...bound,
			},
			body: JSON.stringify({ ...members, [messageMember(model, error.code)]: error.message }),
		};
	},
};

function parseBody(model: Model, input: string, shape: StructureShape, { body }: WireRequest): Record<string, unknown> {
	if (shape.payload !== undefined) {
		const ref = shape.members[shape.payload];
		const payload = ref === undefined ? undefined : model.shapes[ref.shape];
		if (ref === undefined || payload === undefined) return {};
		if (payload.type === "blob") return { [shape.payload]: body };
		if (payload.type === "string") return { [shape.payload]: body.toString("utf8") };
		return body.length === 0 ? {} : { [shape.payload]: fromJson(model, ref, parseJson(body)) };
	}
	if (body.length === 0) return {};
	const members = fromJson(model, { shape: input }, parseJson(body)) as Record<string, unknown>; // a structure reads to a record
	return unbound(shape, members);
}

function renderBody(
	model: Model,
	output: string,
	shape: StructureShape,
	answer: Record<string, unknown>,
): string | Buffer {
	if (shape.payload === undefined) {
		return JSON.stringify(toJson(model, { shape: output }, unbound(shape, answer)));
	}
	const ref = shape.members[shape.payload];
	const value = answer[shape.payload];
	if (ref === undefined || value === undefined) return "";
	if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	return typeof value === "string" ? value : JSON.stringify(toJson(model, ref, value));
}

/** The members that stand in the body: what is bound to path, query or headers is not read from it or written to it. */
function unbound(shape: StructureShape, members: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(members).filter(([name]) => shape.members[name]?.location === undefined));
}
