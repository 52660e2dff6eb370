import { AwsError } from "../awsError.ts";
import { isScalar, type MemberRef, type Model, type ScalarShape, type Shape } from "../model.ts";
import { perShape } from "../perShape.ts";
import { type Convert, convertElements, convertEntries, convertMembers } from "./convertParts.ts";

/** A value of a JSON body as an operation sees it: blobs as bytes, timestamps as dates, unknown members dropped. */
export function fromJson(model: Model, ref: MemberRef, value: unknown): unknown {
	return readerOf(model, ref.shape)(value);
}

/** An operation's value as JSON.stringify takes it. */
export function toJson(model: Model, ref: MemberRef, value: unknown): unknown {
	return writerOf(model, ref.shape, ref.timestampFormat)(value);
}

const readerOf = perShape(reader);
const plainWriterOf = perShape(writer);

function writerOf(model: Model, name: string, format?: MemberRef["timestampFormat"]): Convert {
	const shape = model.shapes[name];
	if (shape?.type !== "timestamp") return plainWriterOf(model, name);
	return (value) => writeTimestamp(value, format ?? shape.timestampFormat);
}

function reader(model: Model, shape: Shape): Convert {
	if (isScalar(shape)) return scalarReader(shape);
	switch (shape.type) {
		case "structure": {
			if (shape.document) return (value) => value;
			const members = new Map(
				Object.entries(shape.members).map(([name, ref]) => [
					ref.locationName ?? name,
					{ name, convert: readerOf(model, ref.shape) },
				]),
			);
			return (value) => convertMembers(structure(value), members);
		}
		case "list": {
			const read = readerOf(model, shape.member.shape);
			return (value) => {
				if (!Array.isArray(value)) {
					throw serialization(
						typeof value === "object" ? "Start of structure or map found where not expected." : "Unexpected field type",
					);
				}
				return convertElements(value, read);
			};
		}
		case "map": {
			const read = readerOf(model, shape.value.shape);
			return (value) => {
				const record = structure(value);
				// A null prototype: a user's key may be `__proto__`.
				const result: Record<string, unknown> = Object.create(null);
				for (const key of Object.keys(record)) if (record[key] !== null) result[key] = read(record[key]);
				return result;
			};
		}
	}
}

function scalarReader(shape: ScalarShape): Convert {
	switch (shape.type) {
		case "string":
			return (value) => (typeof value === "string" ? value : unexpected(value, "String"));
		case "boolean":
			return (value) => (typeof value === "boolean" ? value : unexpected(value, "Boolean"));
		case "integer":
		case "long":
			return (value) =>
				typeof value === "number" ? Math.trunc(value) : unexpected(value, shape.type === "long" ? "Long" : "Integer");
		case "float":
		case "double":
		case "bigdecimal":
			return (value) => readNumber(value);
		case "timestamp":
			return (value) => readTimestamp(value);
		case "blob":
			return (value) => {
				if (typeof value !== "string") return unexpected(value, "Blob");
				if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw serialization("Invalid base64 data");
				return Buffer.from(value, "base64");
			};
	}
}

function readNumber(value: unknown): number {
	if (typeof value === "number") return value;
	if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
	return unexpected(value, "Double");
}

function readTimestamp(value: unknown): Date {
	if (typeof value === "number") return new Date(value * 1000);
	const date = typeof value === "string" ? new Date(value) : undefined;
	if (date === undefined || Number.isNaN(date.getTime())) return unexpected(value, "Date");
	return date;
}

function writer(model: Model, shape: Shape): Convert {
	if (shape.type === "blob") return (value) => base64(value as Uint8Array); // the model's types make every blob of an answer bytes
	if (isScalar(shape)) return (value) => value;
	switch (shape.type) {
		case "structure": {
			if (shape.document) return (value) => value;
			const members = new Map(
				Object.entries(shape.members).map(([name, ref]) => [
					name,
					{ name: ref.locationName ?? name, convert: writerOf(model, ref.shape, ref.timestampFormat) },
				]),
			);
			return (value) => convertMembers(value as Record<string, unknown>, members); // an operation's answer, typed by the same model
		}
		case "list": {
			const write = writerOf(model, shape.member.shape, shape.member.timestampFormat);
			return (value) => convertElements(value as readonly unknown[], write);
		}
		case "map": {
			const write = writerOf(model, shape.value.shape, shape.value.timestampFormat);
			return (value) => convertEntries(value as Record<string, unknown>, write); // as above
		}
	}
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
	return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function writeTimestamp(value: unknown, format: MemberRef["timestampFormat"]): unknown {
	const date = value as Date; // the model's types make every timestamp of an answer a Date
	if (format === "iso8601") return date.toISOString();
	return format === "rfc822" ? date.toUTCString() : date.getTime() / 1000;
}

function structure(value: unknown): Record<string, unknown> {
	if (Array.isArray(value)) throw serialization("Unrecognized collection type class java.util.ArrayList");
	if (typeof value !== "object" || value === null) throw serialization("Unexpected field type");
	return value as Record<string, unknown>;
}

function unexpected(value: unknown, wanted: string): never {
	if (Array.isArray(value)) throw serialization("Unrecognized collection type class java.util.ArrayList");
	if (typeof value === "object") throw serialization("Start of structure or map found where not expected.");
	const token =
		typeof value === "boolean" ? `${String(value).toUpperCase()}_VALUE` : `${typeof value}_VALUE`.toUpperCase();
	throw serialization(`${token} cannot be converted to ${wanted}`);
}

/** What AWS answers to a body of the wrong types, before any constraint is looked at. Texts: dynalite's recordings. */
function serialization(message: string): AwsError {
	return new AwsError("SerializationException", message);
}
