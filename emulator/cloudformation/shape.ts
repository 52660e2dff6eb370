import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import { loadModel, type MemberRef, type Model, type ModelName, type Shape } from "../aws/model.ts";
import { childText, type Mapping, type Node, plain } from "./node.ts";

/** How a resource's properties become the request of an AWS operation. */
export type Shaping = {
	readonly model: ModelName;
	readonly operation: string;
	/** The resource's type, and the path above these properties (`Integration.`), for what is said about them. */
	readonly type: string;
	readonly under?: string;
	/** Property to member, where they differ by more than the first letter's case. */
	readonly renamed?: Readonly<Record<string, string>>;
	/** Properties that the resource sees to by other means. */
	readonly elsewhere?: readonly string[];
	/** Properties that AWS has and the emulator does not carry out: each is answered with a warning. */
	readonly missing?: readonly string[];
	/** Properties that are JSON here and its text in the request. */
	readonly json?: readonly string[];
	readonly report: (problem: Problem) => void;
};

/**
 * The request that AWS's model describes, made of a resource's resolved properties. CloudFormation is lenient where the
 * model is strict: a number may stand for a text, "5" for a number, "true" for a truth, a list of Key and Value for a map.
 * What the model does not know is warned of at its place.
 */
export function shaped(properties: Mapping, shaping: Shaping): Record<string, unknown> {
	const model = loadModel(shaping.model);
	const input = model.operations[shaping.operation]?.input;
	const shape = input === undefined ? undefined : model.shapes[input];
	const names = shape?.type === "structure" ? shape.members : {};
	const request: Record<string, unknown> = {};
	for (const [property, { value, keyAt }] of properties.entries) {
		if (shaping.elsewhere?.includes(property)) continue;
		if (shaping.missing?.includes(property)) {
			warn(
				shaping,
				keyAt,
				"missing-property",
				`${propertyName(shaping, property)} is not emulated yet: it has no effect here.`,
			);
			continue;
		}
		const name = memberName(names, shaping.renamed?.[property] ?? property);
		const member = name === undefined ? undefined : names[name];
		if (name === undefined || member === undefined) {
			unknown(shaping, property, keyAt);
		} else if (shaping.json?.includes(property) && value.kind !== "scalar") {
			request[name] = JSON.stringify(plain(value));
		} else {
			const converted = convert(value, member, property, { ...shaping, from: model });
			if (converted !== undefined) request[name] = converted;
		}
	}
	return request;
}

type Converting = Shaping & { readonly from: Model };

/** CloudFormation writes members with a capital; API Gateway's own API without. */
function memberName(members: Readonly<Record<string, MemberRef>>, property: string): string | undefined {
	if (Object.hasOwn(members, property)) return property;
	const lowered = property.charAt(0).toLowerCase() + property.slice(1);
	return Object.hasOwn(members, lowered) ? lowered : undefined;
}

function convert(value: Node, member: MemberRef, path: string, shaping: Converting): unknown {
	const shape: Shape | undefined = shaping.from.shapes[member.shape];
	if (shape === undefined || (value.kind === "scalar" && value.value === null)) return undefined;
	switch (shape.type) {
		case "structure": {
			if (value.kind !== "map") return refuse(shaping, path, "a map", value.at);
			const result: Record<string, unknown> = {};
			for (const [property, entry] of value.entries) {
				const name = memberName(shape.members, property);
				const inner = name === undefined ? undefined : shape.members[name];
				if (name === undefined || inner === undefined) unknown(shaping, `${path}.${property}`, entry.keyAt);
				else result[name] = convert(entry.value, inner, `${path}.${property}`, shaping);
			}
			return result;
		}
		case "list": {
			const items = value.kind === "list" ? value.items : [value];
			return items.map((item, i) => convert(item, shape.member, `${path}.${i}`, shaping));
		}
		case "map": {
			const pairs =
				value.kind === "map" ? [...value.entries].map(([key, entry]) => [key, entry.value] as const) : tags(value);
			if (pairs === undefined) return refuse(shaping, path, "a map", value.at);
			return Object.fromEntries(
				pairs.map(([key, item]) => [key, convert(item, shape.value, `${path}.${key}`, shaping)]),
			);
		}
		default:
			if (value.kind !== "scalar") return refuse(shaping, path, "a single value", value.at);
			return convertScalar(value.text, shape.type, path, shaping, value.at);
	}
}

function convertScalar(
	text: string,
	type: Shape["type"],
	path: string,
	shaping: Converting,
	at: SourceLocation,
): unknown {
	switch (type) {
		case "boolean":
			if (text === "true" || text === "false") return text === "true";
			return refuse(shaping, path, "true or false", at);
		case "integer":
		case "long":
		case "float":
		case "double": {
			const number = Number(text);
			return text.trim() !== "" && Number.isFinite(number) ? number : refuse(shaping, path, "a number", at);
		}
		case "blob":
			return Buffer.from(text);
		case "timestamp":
			return new Date(text);
		default:
			return text;
	}
}

/** `[{ Key, Value }]`, as CloudFormation writes tags. */
function tags(value: Node): readonly (readonly [string, Node])[] | undefined {
	if (value.kind !== "list") return undefined;
	return value.items.flatMap((item) => {
		const key = childText(item, "Key");
		const found = item.kind === "map" ? item.entries.get("Value") : undefined;
		return key === undefined || found === undefined ? [] : [[key, found.value] as const];
	});
}

function propertyName(shaping: Shaping, property: string): string {
	return `${shaping.under ?? ""}${property} of ${shaping.type}`;
}

function unknown(shaping: Shaping, property: string, at: SourceLocation): void {
	warn(
		shaping,
		at,
		"unknown-property",
		`${shaping.type} has no property ${shaping.under ?? ""}${property}: it is ignored.`,
	);
}

function warn(shaping: Shaping, at: SourceLocation, code: string, message: string): void {
	shaping.report({ severity: "warning", code, message, at });
}

function refuse(shaping: Shaping, property: string, wanted: string, at: SourceLocation): undefined {
	const message = `${propertyName(shaping, property)} must be ${wanted}.`;
	shaping.report({ severity: "error", code: "property-type", message, at });
	return undefined;
}
