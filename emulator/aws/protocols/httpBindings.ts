import { AwsError } from "../awsError.ts";
import type { MemberRef, Model, ScalarShape, StructureShape } from "../model.ts";
import type { WireRequest } from "../wire.ts";
import type { Target } from "./protocol.ts";

/** Members that stand in the path, the query or the headers of a REST call, as both REST protocols bind them. */
export function parseBindings(target: Target, shape: StructureShape, request: WireRequest): Record<string, unknown> {
	const members: Record<string, unknown> = {};
	const query = new URLSearchParams(request.query);
	for (const [name, ref] of Object.entries(shape.members)) {
		const value = bound(target, ref, name, request, query);
		if (value !== undefined) members[name] = value;
	}
	return members;
}

function bound(target: Target, ref: MemberRef, name: string, request: WireRequest, query: URLSearchParams): unknown {
	const wire = ref.locationName ?? name;
	switch (ref.location) {
		case "uri": {
			const label = target.labels[wire];
			return label === undefined ? undefined : fromText(target.model, ref, label);
		}
		case "header": {
			const header = request.headers[wire.toLowerCase()];
			return header === undefined ? undefined : fromText(target.model, ref, header);
		}
		case "headers": {
			const prefix = wire.toLowerCase();
			const found = Object.entries(request.headers).filter(([it]) => it.startsWith(prefix));
			return found.length === 0
				? undefined
				: Object.fromEntries(found.map(([it, value]) => [it.slice(prefix.length), value]));
		}
		case "querystring":
			return fromQuery(target.model, ref, wire, query);
		case "statusCode":
		case undefined:
			return undefined;
		default:
			throw new Error(`The model binds ${name} to ${String(ref.location)}, which this emulator does not know`);
	}
}

function fromQuery(model: Model, ref: MemberRef, wire: string, query: URLSearchParams): unknown {
	const shape = model.shapes[ref.shape];
	if (shape?.type === "map") return Object.fromEntries(query.entries());
	if (!query.has(wire)) return undefined;
	if (shape?.type === "list") return query.getAll(wire).map((it) => fromText(model, shape.member, it));
	return fromText(model, ref, query.get(wire) ?? "");
}

/** A scalar as text, in a path, query, header or XML element. */
export function fromText(model: Model, ref: MemberRef, text: string): unknown {
	const shape = model.shapes[ref.shape];
	switch (shape?.type) {
		case "integer":
		case "long":
		case "float":
		case "double":
		case "bigdecimal": {
			const number = Number(text);
			if (text.trim() === "" || Number.isNaN(number))
				throw new AwsError("SerializationException", `${text} can not be converted to a number`);
			return number;
		}
		case "boolean":
			return text === "true";
		case "timestamp":
			return /^[\d.]+$/.test(text) ? new Date(Number(text) * 1000) : new Date(text);
		case "blob":
			return Buffer.from(text, "base64");
		case "list":
			return text.split(",").map((it) => fromText(model, shape.member, it.trim()));
		case "string":
		case "structure":
		case "map":
		case undefined:
			return text;
	}
}

/** Headers and status that an answer's members are bound to. */
export function renderBindings(
	model: Model,
	shape: StructureShape,
	answer: Readonly<Record<string, unknown>>,
): { headers: Record<string, string>; status: number | undefined } {
	const headers: Record<string, string> = {};
	let status: number | undefined;
	for (const [name, ref] of Object.entries(shape.members)) {
		const value = answer[name];
		if (value === undefined || value === null) continue;
		const wire = ref.locationName ?? name;
		if (ref.location === "statusCode") status = Number(value);
		else if (ref.location === "header") headers[wire] = toText(model, ref, value, "rfc822");
		else if (ref.location === "headers") {
			for (const [key, it] of Object.entries(value)) headers[wire + key] = String(it);
		}
	}
	return { headers, status };
}

export function toText(
	model: Model,
	ref: MemberRef,
	value: unknown,
	dateFormat: NonNullable<ScalarShape["timestampFormat"]>,
): string {
	if (value instanceof Date) {
		const shape = model.shapes[ref.shape];
		const format =
			ref.timestampFormat ?? (shape?.type === "timestamp" ? shape.timestampFormat : undefined) ?? dateFormat;
		if (format === "unixTimestamp") return String(value.getTime() / 1000);
		return format === "rfc822" ? value.toUTCString() : value.toISOString();
	}
	if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
	return Array.isArray(value) ? value.map(String).join(",") : String(value);
}
