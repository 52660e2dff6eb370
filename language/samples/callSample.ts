import type { JsonObject, JsonValue, MappingEnvironment } from "../vtl/bindings/environment.ts";
import { jsonObject } from "./jsonObject.ts";
import { textMap } from "./textMap.ts";

/** Whether this is a call written down: nothing but the parts of one, and at least what comes in or its context. */
export function isCallSample(value: JsonValue): value is JsonObject {
	const call = jsonObject(value);
	if (call === undefined || !("input" in call || "context" in call || "stageVariables" in call)) return false;
	return Object.entries(call).every(
		([name, part]) => notes.has(name) || (parts.has(name) && (part === null || jsonObject(part) !== undefined)),
	);
}

const parts = new Set(["input", "context", "stageVariables", "overrides"]);
/** What may stand beside the call for people. */
const notes = new Set(["$schema", "name", "description"]);

/** `{ input: { body, headers, path, query }, context, stageVariables, overrides }`, or what is wrong with it. */
export function callSample(call: JsonObject): MappingEnvironment | string {
	const input = jsonObject(call["input"] ?? {});
	if (input === undefined) return '"input" is an object with "body", "headers", "path" and "query".';
	const strange = Object.keys(input).find((name) => !inputs.has(name));
	if (strange !== undefined) return `"input" has "body", "headers", "path" and "query", and no "${strange}".`;
	const [headers, path, query] = [textMap(input["headers"]), textMap(input["path"]), textMap(input["query"])];
	if (headers === undefined) return '"input.headers" is an object of names and texts.';
	if (path === undefined) return '"input.path" is an object of names and texts.';
	if (query === undefined) return '"input.query" is an object of names and texts.';
	const context = jsonObject(call["context"] ?? {});
	if (context === undefined) return '"context" is an object: what stands in $context.';
	const stageVariables = textMap(call["stageVariables"]);
	if (stageVariables === undefined) return '"stageVariables" is an object of names and texts.';
	const { requestOverride, responseOverride } = jsonObject(call["overrides"]) ?? {};
	return {
		input: { body: bodyText(input["body"]), headers, path, query },
		context,
		stageVariables,
		...(requestOverride === undefined || responseOverride === undefined
			? {}
			: { overrides: { requestOverride, responseOverride } }),
	};
}

const inputs = new Set(["body", "headers", "path", "query"]);

/** A body is text; one that is written as JSON in the sample is that JSON's text. */
function bodyText(body: JsonValue | undefined): string {
	if (body === undefined || body === null) return "";
	return typeof body === "string" ? body : JSON.stringify(body);
}
