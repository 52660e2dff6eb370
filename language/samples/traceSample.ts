import type { JsonObject, JsonValue, MappingEnvironment } from "../vtl/bindings/environment.ts";
import { jsonList } from "./jsonList.ts";
import { jsonObject } from "./jsonObject.ts";
import { textMap } from "./textMap.ts";

/** Whether this is a request as the emulator recorded it (`/_gatewright/traces/{id}`). */
export function isTrace(value: JsonValue): value is JsonObject {
	const trace = jsonObject(value);
	return trace !== undefined && Array.isArray(trace["frames"]) && typeof trace["apiId"] === "string";
}

/** Which of a recorded request's two templates the sample is for: the one before the integration, or the one behind it. */
export type TraceSide = "request" | "response";

/**
 * The call that a recorded request brought to its template. The frames mask what would let somebody sign in and cut long
 * bodies, so a sample made of a trace is as good as the trace: a body that was cut is refused.
 */
export function traceSample(trace: JsonObject, side: TraceSide = "request"): MappingEnvironment | string {
	const route = frame(trace, "route");
	const template = frame(trace, side === "request" ? "integrationRequest" : "integrationResponse");
	if (template === undefined) return `The recorded request has no frame of the integration ${side}.`;
	const came = jsonObject(template["before"]) ?? {};
	const { body = "" } = came;
	if (typeof body !== "string") {
		return "The body of the recorded request is binary or too long to be kept whole.";
	}
	const query = jsonObject(route?.["before"])?.["query"];
	// The response's template sees the parameters of the request.
	const request = jsonObject(frame(trace, "integrationRequest")?.["before"]) ?? {};
	return {
		input: {
			body,
			headers: textMap(request["headers"]) ?? {},
			path: textMap(jsonObject(route?.["after"])?.["pathParameters"]) ?? {},
			query: pairs(query),
		},
		context: contextOf(trace),
		stageVariables: {},
	};
}

function frame(trace: JsonObject, step: string): JsonObject | undefined {
	return jsonList(trace["frames"])
		?.map(jsonObject)
		.find((it) => it?.["step"] === step && it["outcome"] !== "skipped");
}

/** What a trace tells of `$context`. */
function contextOf(trace: JsonObject): JsonObject {
	const { id = null, apiId = null, stage = null, method = null, path = null, resourcePath = null } = trace;
	return { requestId: id, apiId, stage, httpMethod: method, path, resourcePath };
}

/** A query as the route's frame shows it: pairs of name and value; the last of a name counts. */
function pairs(query: JsonValue | undefined): Readonly<Record<string, string>> {
	const list = jsonList(query);
	if (list === undefined) return textMap(query) ?? {};
	return Object.fromEntries(
		list.flatMap((pair) => {
			const [name, text] = jsonList(pair) ?? [];
			return typeof name === "string" && typeof text === "string" ? [[name, text]] : [];
		}),
	);
}
