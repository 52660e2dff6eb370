import { type GatewayCall, integrationOf, type MethodOutput, routeOf } from "../call.ts";
import { packedOutput } from "../compression.ts";
import { outputOf } from "../endpointResponse.ts";
import { type KeptBody, keptBody, shownBody, shownHeaders } from "../frames.ts";
import { configurationError } from "../gatewayResponse.ts";
import { type HeaderList, headerValue } from "../headerList.ts";
import { responseOverrides } from "../overrides.ts";
import { cacheOf } from "../stageCache/cacheOf.ts";
import { clusterBytes } from "../stageCache/clusterBytes.ts";
import type { StageCache } from "../stageCache/stageCache.ts";
import { passed, type Shown, type StepNeeds, type StepNote } from "../step.ts";

/** The last word: only declared statuses leave, headers get the names that AWS gives them, and the gateway's own are added. */
export function methodResponse(call: GatewayCall, { stageCache }: StepNeeds): StepNote {
	const { type, integrationResponses } = integrationOf(call);
	const output = outputOf(call);
	const isProxy = type === "AWS_PROXY" || type === "HTTP_PROXY";
	const { method } = routeOf(call);
	if (output.status < 200) {
		throw configurationError(`status ${output.status} only announces an answer and cannot be one`, {
			property: ["MethodResponses"],
		});
	}
	// A status that a template has overridden needs no declaration; the one it replaces did.
	if (!isProxy && responseOverrides(call).status === undefined) {
		const status = String(output.status);
		if (integrationResponses?.[status] !== undefined && method.methodResponses?.[status] === undefined) {
			const declared = Object.keys(method.methodResponses ?? {}).join(", ") || "none";
			throw configurationError(`status ${status} is not declared in the method's responses; declared: ${declared}`, {
				property: ["MethodResponses"],
			});
		}
	}
	const passedOn = type === "HTTP_PROXY" ? dropHeaders(output.headers) : output.headers;
	const headers = withDefaults(remapHeaders(passedOn, isProxy), type);
	const response: MethodOutput = { ...output, headers };
	const kept = keepAnswer(call, response, stageCache);
	call.response = packedOutput(call, withWarning(call, response));
	const small = call.response.body.length;
	const how = small === output.body.length ? "" : `, packed to ${small}`;
	return passed(`${output.status}, ${output.body.length} bytes${how}${kept}`, {
		shown: shownHeadersAndBody(output.headers, output.status, headers, keptBody(output.body)),
		property: ["MethodResponses", String(output.status)],
	});
}

/** An answer is kept before it is packed: the next client may take it otherwise. Its status does not matter: AWS keeps errors too. */
function keepAnswer(call: GatewayCall, response: MethodOutput, stageCache: StageCache): string {
	if (call.caching === undefined) return "";
	const { key, ttlSeconds } = call.caching;
	const isKept = stageCache.keep(cacheOf(call), key, response, ttlSeconds, clusterBytes(call.stage));
	return isKept ? `, kept for ${ttlSeconds} s` : ", too long to be kept";
}

function withWarning(call: GatewayCall, response: MethodOutput): MethodOutput {
	const warning = call.caching?.warning ?? [];
	return warning.length === 0 ? response : { ...response, headers: [...response.headers, ...warning] };
}

function shownHeadersAndBody(given: HeaderList, status: number, headers: HeaderList, body: KeptBody): Shown {
	return () => ({
		before: { headers: shownHeaders(given) },
		after: { status, headers: shownHeaders(headers), body: shownBody(body) },
	});
}

/** Recorded: test_apigateway_header_remapping_http[HTTP_PROXY]. */
function dropHeaders(headers: HeaderList): HeaderList {
	return headers.filter(([name]) => !["content-encoding", "via"].includes(name.toLowerCase()));
}

/** Headers that belong to the gateway go out as `x-amzn-Remapped-…` (recorded: test_apigateway_header_remapping_*). */
function remapHeaders(headers: HeaderList, isProxy: boolean): HeaderList {
	return headers
		.filter(([name]) => name.toLowerCase() !== "transfer-encoding")
		.map(([name, value]) => {
			const lower = name.toLowerCase();
			const remapped = remappedAlways.has(lower) || (!isProxy && remappedWithoutProxy.has(lower));
			return [remapped ? `x-amzn-Remapped-${name}` : name, value];
		});
}

const remappedAlways = new Set(["connection", "content-length", "date", "server", "x-amzn-requestid"]);
const remappedWithoutProxy = new Set([
	"authorization",
	"content-md5",
	"expect",
	"host",
	"max-forwards",
	"proxy-authenticate",
	"trailer",
	"upgrade",
	"user-agent",
	"www-authenticate",
]);

function withDefaults(headers: HeaderList, type: string): HeaderList {
	if (headerValue(headers, "content-type") !== undefined || type === "HTTP_PROXY") return headers;
	return [...headers, ["Content-Type", "application/json"]];
}
