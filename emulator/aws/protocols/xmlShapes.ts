import { XMLParser } from "fast-xml-parser";
import { AwsError } from "../awsError.ts";
import type { MemberRef, Model, StructureShape } from "../model.ts";
import { fromText, toText } from "./httpBindings.ts";

/** A parsed element: its text, or its children by name; a child that is repeated is a list. Attributes have the prefix `@`. */
type Element = string | { readonly [child: string]: Element | readonly Element[] };

const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: "@",
	removeNSPrefix: true,
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: false,
	ignoreDeclaration: true,
	// Entities that a document defines itself are how an XML body grows without bound; AWS takes none.
	processEntities: { enabled: true, maxEntityCount: 0 },
});

/** The root element of a body, or AWS's refusal. */
export function parseXml(body: Buffer): Element {
	try {
		const document = parser.parse(body.toString("utf8"), true) as Record<string, Element>; // the parser's output is untyped
		return Object.values(document)[0] ?? "";
	} catch {
		throw new AwsError(
			"MalformedXML",
			"The XML you provided was not well-formed or did not validate against our published schema",
		);
	}
}

export function fromXml(model: Model, ref: MemberRef, element: Element): unknown {
	const shape = model.shapes[ref.shape];
	switch (shape?.type) {
		case "structure":
			return structureFromXml(model, shape, element);
		case "list": {
			const items = isFlat(shape, ref) ? element : child(element, shape.member.locationName ?? "member");
			return listOf(items).map((it) => fromXml(model, shape.member, it));
		}
		case "map": {
			const entries = listOf(isFlat(shape, ref) ? element : child(element, "entry"));
			const key = shape.key.locationName ?? "key";
			const value = shape.value.locationName ?? "value";
			return Object.fromEntries(
				entries.map((it) => [textOf(child(it, key)), fromXml(model, shape.value, child(it, value) ?? "")]),
			);
		}
		case undefined:
			throw new Error(`The model names a shape that it does not have: ${ref.shape}`);
		default:
			return fromText(model, ref, textOf(element));
	}
}

function structureFromXml(model: Model, shape: StructureShape, element: Element): Record<string, unknown> {
	const members: Record<string, unknown> = {};
	for (const [name, ref] of Object.entries(shape.members)) {
		if (ref.location !== undefined) continue;
		const wire = ref.locationName ?? name;
		const found = child(element, ref.xmlAttribute ? `@${wire}` : wire);
		if (found === undefined) continue;
		const target = model.shapes[ref.shape];
		const flatList = (target?.type === "list" || target?.type === "map") && isFlat(target, ref);
		members[name] = fromXml(model, ref, flatList ? found : (listOf(found)[0] ?? ""));
	}
	return members;
}

/** The members of a structure as elements, in the model's order, which is the order of AWS's answers. */
export function toXml(model: Model, shape: StructureShape, answer: Readonly<Record<string, unknown>>): string {
	let xml = "";
	for (const [name, ref] of Object.entries(shape.members)) {
		const value = answer[name];
		if (value === undefined || value === null || ref.location !== undefined || ref.xmlAttribute) continue;
		xml += elementOf(model, ref, ref.locationName ?? name, value);
	}
	return xml;
}

export function elementOf(model: Model, ref: MemberRef, tag: string, value: unknown): string {
	const shape = model.shapes[ref.shape];
	const namespace = ref.xmlNamespace === undefined ? "" : ` xmlns="${escapeXml(ref.xmlNamespace)}"`;
	switch (shape?.type) {
		case "structure":
			return `<${tag}${namespace}>${toXml(model, shape, value as Record<string, unknown>)}</${tag}>`;
		case "list": {
			const flat = isFlat(shape, ref);
			const itemTag = flat ? tag : (shape.member.locationName ?? "member");
			const items = (value as readonly unknown[]).map((it) => elementOf(model, shape.member, itemTag, it)).join("");
			return flat ? items : `<${tag}${namespace}>${items}</${tag}>`;
		}
		case "map": {
			const flat = isFlat(shape, ref);
			const entryTag = flat ? tag : "entry";
			const entries = Object.entries(value as Record<string, unknown>).map(([key, it]) => {
				const keyXml = elementOf(model, shape.key, shape.key.locationName ?? "key", key);
				return `<${entryTag}>${keyXml}${elementOf(model, shape.value, shape.value.locationName ?? "value", it)}</${entryTag}>`;
			});
			return flat ? entries.join("") : `<${tag}${namespace}>${entries.join("")}</${tag}>`;
		}
		case undefined:
			throw new Error(`The model names a shape that it does not have: ${ref.shape}`);
		default:
			return `<${tag}${namespace}>${escapeXml(toText(model, ref, value, "iso8601"))}</${tag}>`;
	}
}

export function escapeXml(text: string): string {
	return text.replace(
		/[&<>"\r]/g,
		(it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;" })[it] ?? it,
	);
}

function isFlat(shape: { flattened?: true }, ref: MemberRef): boolean {
	return shape.flattened === true || ref.flattened === true;
}

function child(element: Element | readonly Element[] | undefined, name: string): Element | undefined {
	if (typeof element !== "object" || Array.isArray(element)) return undefined;
	return (element as { [child: string]: Element })[name];
}

function listOf(element: Element | readonly Element[] | undefined): readonly Element[] {
	if (element === undefined) return [];
	return Array.isArray(element) ? element : [element as Element];
}

function textOf(element: Element | undefined): string {
	if (typeof element === "string") return element;
	const text = element?.["#text"];
	return typeof text === "string" ? text : "";
}
