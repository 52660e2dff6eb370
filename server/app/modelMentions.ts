import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import type { Span } from "../../language/vtl/nodes.ts";
import { entriesOf, type HostDocument, resolved, rootOf, spanOf, textOf, under } from "../embedded/hostDocument.ts";
import type { DocumentFacts } from "./documentFacts.ts";

/** A place where a document names a model, by its logical id, which is the document's own, or by its name in the API. */
export type ModelMention = Span & {
	readonly uri: string;
	readonly name: string;
	readonly by: "logicalId" | "name";
	readonly declares: boolean;
};

/** All places of a document that name models which may be declared in it or elsewhere in the app. */
export function modelMentions({ uri, host }: Pick<DocumentFacts, "uri" | "host">): readonly ModelMention[] {
	const resources = entriesOf(host, under(host, rootOf(host), "Resources"));
	const models = resources.filter(({ value }) => textOf(host, under(host, value, "Type")) === modelType);
	const reading: Reading = { uri, host, ids: new Set(models.map(({ key }) => key)), found: [], seen: new Set() };
	for (const { key, keySpan } of models) mention(reading, { ...keySpan, name: key, by: "logicalId", declares: true });
	walk(reading, rootOf(host), []);
	return reading.found;
}

type Reading = {
	readonly uri: string;
	readonly host: HostDocument;
	readonly ids: ReadonlySet<string>;
	readonly found: ModelMention[];
	/** What aliases lead to is visited once. */
	readonly seen: Set<unknown>;
};

const modelType = "AWS::ApiGateway::Model";
const depthMax = 100;
const nodesMax = 200_000;

function walk(reading: Reading, node: unknown, keys: readonly string[]): void {
	const { host, seen } = reading;
	const here = resolved(host, node);
	if (here === undefined || seen.has(here) || keys.length > depthMax || seen.size > nodesMax) return;
	seen.add(here);
	if (isScalar(here)) inScalar(reading, here, keys);
	else if (isSeq(here)) for (const [i, item] of here.items.entries()) walk(reading, item, [...keys, `${i}`]);
	else if (isMap(here)) {
		const isSchemas = declaresSchemas(keys);
		for (const { key, keySpan, value } of entriesOf(host, here)) {
			if (isSchemas) mention(reading, { ...keySpan, name: key, by: "name", declares: true });
			walk(reading, value, [...keys, key]);
		}
	}
}

/** The keys of OpenAPI's schemas, and those of SAM's models. */
function declaresSchemas(keys: readonly string[]): boolean {
	const [top, , properties, last] = keys;
	if (top === "Resources" && properties === "Properties" && last === "Models") return keys.length === 4;
	const own = top === "Resources" && /^(Body|DefinitionBody)$/.test(last ?? "") ? keys.slice(4) : keys;
	return (own.length === 1 && own[0] === "definitions") || (own.length === 2 && own.join("/") === "components/schemas");
}

function inScalar(reading: Reading, scalar: Scalar, keys: readonly string[]): void {
	const { ids, host } = reading;
	const text = textOf(host, scalar) ?? "";
	const [last = "", before = ""] = keys.toReversed();
	const id = scalar.tag === "!GetAtt" ? text.split(".", 1)[0] : text;
	const refers = scalar.tag === "!Ref" || scalar.tag === "!GetAtt" || last === "Ref" || last === "DependsOn";
	if ((refers || before === "DependsOn" || before === "Fn::GetAtt") && id !== undefined && ids.has(id)) {
		return use(reading, scalar, { name: id, by: "logicalId" });
	}
	for (const [, name = ""] of text.matchAll(/\$\{(\w+)(?:\.\w+)?\}/g)) {
		if (ids.has(name)) use(reading, scalar, { name, by: "logicalId", behind: "${" });
	}
	if (keys[0] === "Resources" && keys.length === 4 && last === "Name" && isModel(reading, keys)) {
		return use(reading, scalar, { name: text, by: "name", declares: true });
	}
	if (/^(Request|Response)Models$/.test(before) || (last === "Model" && before === "RequestModel")) {
		return use(reading, scalar, { name: text, by: "name" });
	}
	// In a model's own schema `#/definitions/…` is its own.
	const local = isModel(reading, keys) ? "" : "|#/definitions/|#/components/schemas/";
	const [, slash = "", name] = last === "$ref" ? (new RegExp(`(/models/${local})(\\w+)$`).exec(text) ?? []) : [];
	if (name !== undefined) use(reading, scalar, { name, by: "name", behind: slash });
}

function isModel({ ids }: Reading, [top, id = ""]: readonly string[]): boolean {
	return top === "Resources" && ids.has(id);
}

type Use = Pick<ModelMention, "name" | "by"> & {
	readonly declares?: boolean;
	/** What stands before the name in the text. */
	readonly behind?: string;
};

/** The name as it stands in the source of a scalar; one that is written with escapes is left out. */
function use(reading: Reading, scalar: Scalar, { name, by, declares = false, behind = "" }: Use): void {
	const { start, end } = spanOf(scalar);
	const at = reading.host.text.slice(start, end).indexOf(behind + name);
	if (at === -1 || name === "") return;
	const from = start + at + behind.length;
	mention(reading, { start: from, end: from + name.length, name, by, declares });
}

function mention({ found, uri, host }: Reading, one: Omit<ModelMention, "uri">): void {
	const { start, end, name } = one;
	const quote = host.text[start] === '"' || host.text[start] === "'" ? 1 : 0;
	const inside = { start: start + quote, end: end - quote };
	if (host.text.slice(inside.start, inside.end) === name) found.push({ ...one, ...inside, uri });
}
