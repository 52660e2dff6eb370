import { Buffer } from "node:buffer";
import { AwsError } from "../../aws/awsError.ts";
import { loadModel, type Model, modelNames } from "../../aws/model.ts";
import type { WireRequest } from "../../aws/wire.ts";
import { type GatewayCall, type IntegrationRequest, integrationOf } from "../call.ts";
import { configurationError } from "../gatewayResponse.ts";
import { type HeaderList, headerValue, withHeader } from "../headerList.ts";
import type { StepNeeds } from "../step.ts";

/** Any other AWS service: by `action/Name`, or by `path/…` as its own HTTP API has it. */
export async function awsIntegration(call: GatewayCall, { hands }: StepNeeds): Promise<string> {
	const request = call.integrationRequest;
	const uri = request?.uri ?? integrationOf(call).uri ?? "";
	const arn = /^arn:[^:]*:apigateway:([^:]*):([^:]+):(path|action)\/(.*)$/s.exec(uri);
	if (request === undefined || arn === null) {
		throw configurationError(`the integration's URI names no AWS service: ${uri}`, {
			property: ["Integration", "Uri"],
		});
	}
	const [, region = "", host = "", kind, rest = ""] = arn;
	// A subdomain may stand before the service: `account.service`.
	const service = host.slice(host.lastIndexOf(".") + 1);
	const made = kind === "action" ? actionRequest(request, service, rest) : pathRequest(request, rest);
	const wire = bodyless.has(made.method) ? { ...made, body: Buffer.alloc(0) } : made;
	const response = await hands
		.callAws(service, serialised(call, wire, `${host}.${region}.amazonaws.com`))
		.catch((error: unknown) => {
			if (!(error instanceof AwsError)) throw error;
			throw configurationError(`${service} cannot be called: ${error.message}`, { property: ["Integration", "Uri"] });
		});
	call.endpointResponse = {
		status: response.status,
		headers: Object.entries(response.headers).flatMap(([name, value]) =>
			typeof value === "string" ? [[name, value] as const] : value.map((it) => [name, it] as const),
		),
		body: Buffer.from(response.body),
	};
	return `${service} ${kind} ${rest} answered ${response.status}`;
}

const bodyless = new Set(["GET", "HEAD", "OPTIONS"]);

type Wire = Pick<WireRequest, "method" | "path" | "query" | "body"> & { readonly headers: HeaderList };

/** An action goes out in the service's own protocol: API Gateway adds what names the operation. */
function actionRequest(request: IntegrationRequest, service: string, target: string): Wire {
	const [action = "", parameters = ""] = target.split("&", 2);
	const query = [formEncoded(request.query), parameters].filter((it) => it !== "").join("&");
	const model = modelOf(service);
	if (model?.metadata.protocol === "json") {
		const { targetPrefix, jsonVersion } = model.metadata;
		let headers = withHeader(request.headers, "Content-Type", `application/x-amz-json-${jsonVersion ?? "1.1"}`);
		if (headerValue(headers, "x-amz-target") === undefined) {
			headers = [...headers, ["X-Amz-Target", `${targetPrefix}.${action}`]];
		}
		return { method: request.method, path: "/", query: "", headers, body: request.body };
	}
	const version = model === undefined || /(?:^|&)Version=/.test(query) ? "" : `&Version=${model.metadata.apiVersion}`;
	const named = `Action=${encodeURIComponent(action)}${version}${query === "" ? "" : `&${query}`}`;
	return { method: request.method, path: "/", query: named, headers: request.headers, body: request.body };
}

function pathRequest(request: IntegrationRequest, target: string): Wire {
	const [path = "", ownQuery = ""] = target.split("?", 2);
	const query = [ownQuery, formEncoded(request.query)].filter((it) => it !== "").join("&");
	return {
		method: request.method,
		path: `/${urlSafe(path.replace(/^\/+/, ""))}`,
		query,
		headers: request.headers,
		body: request.body,
	};
}

/** What a mapping put into a path may hold what a URL may not; what is encoded already stays so. */
function urlSafe(path: string): string {
	const escaped = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
	return path.replace(/[^\x21-\x7e]+/g, (part) => [...Buffer.from(part, "utf8")].map(escaped).join(""));
}

function formEncoded(query: HeaderList): string {
	const parameters = new URLSearchParams();
	for (const [name, value] of query) parameters.append(name, value);
	return parameters.toString();
}

function serialised(call: GatewayCall, { headers, ...wire }: Wire, host: string): WireRequest {
	const all: HeaderList = [
		["Host", host],
		...headers,
		["X-Amzn-Trace-Id", call.traceId],
		["Content-Length", String(wire.body.length)],
	];
	const joined: Record<string, string> = {};
	for (const [name, value] of all) {
		const lower = name.toLowerCase();
		joined[lower] = Object.hasOwn(joined, lower) ? `${joined[lower]}, ${value}` : value;
	}
	return { ...wire, headers: joined, rawHeaders: all.flat(), remoteAddress: call.request.remoteAddress };
}

const byHost = new Map<string, Model | undefined>();

/** The service's model by its host; read once a service. */
function modelOf(service: string): Model | undefined {
	if (!byHost.has(service)) {
		const name =
			modelNames.find((it) => it === service) ??
			modelNames.find((it) => loadModel(it).metadata.endpointPrefix === service);
		byHost.set(service, name && loadModel(name));
	}
	return byHost.get(service);
}
