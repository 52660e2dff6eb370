import { rootOf, textOf, under } from "../embedded/hostDocument.ts";
import type { Declared, ModelFacts, Parameters, Place, StageVariable } from "./knowledge.ts";
import type { Use } from "./readApp.ts";

/** The place of a template that one or more methods use: what all of them agree on, and the parameters of each. */
export function mergedPlace(uses: readonly Use[], stageVariables: readonly StageVariable[]): Place {
	const methods = uses.flatMap(({ method }) => method ?? []);
	return {
		part: agreed(uses.map(partOf)) ?? "unknown",
		contentType: agreed(uses.map(({ slot }) => slot.keys.at(-1))),
		uses: uses.map(({ document, slot, method }) => ({
			at: { uri: document.uri, ...(slot.kind === "include" ? slot.at : slot.map.extent) },
			method,
		})),
		methods,
		proxy: methods.length > 0 && methods.every(({ integration }) => integration?.endsWith("_PROXY") === true),
		parameters: {
			path: unique(methods, "path"),
			querystring: unique(methods, "querystring"),
			header: unique(methods, "header"),
		},
		stageVariables,
		input: agreed(uses.map((use) => inputOf(use))),
		output: agreed(uses.map((use) => outputOf(use))),
		answers: agreed(uses.map(answersOf)),
	};
}

function agreed<T>(values: readonly (T | undefined)[]): T | undefined {
	const [first] = values;
	return values.every((value) => value === first) ? first : undefined;
}

function partOf({ slot, document }: Use): Place["part"] {
	if (/^request/i.test(slot.keys.at(-2) ?? "")) return "request";
	if (slot.keys.includes("x-amazon-apigateway-gateway-responses")) return "gatewayResponse";
	const [top = "", id = ""] = slot.keys;
	const type = textOf(document.host, under(document.host, rootOf(document.host), top, id, "Type"));
	return type === "AWS::ApiGateway::GatewayResponse" ? "gatewayResponse" : "response";
}

/** The status of the integration response that the template is in. */
function statusOf({ slot, sketch }: Use): string | undefined {
	return sketch?.statuses.get(slot.keys.at(-3) ?? "");
}

function answersOf(use: Use): string | undefined {
	const part = partOf(use);
	if (part === "response") return statusOf(use);
	if (part !== "gatewayResponse") return undefined;
	const { slot, document } = use;
	const resource = under(document.host, rootOf(document.host), ...slot.keys.slice(0, 3));
	return textOf(document.host, under(document.host, resource, "ResponseType")) ?? slot.keys.at(-3);
}

function inputOf(use: Use): ModelFacts | undefined {
	const { slot, method } = use;
	if (method === undefined || partOf(use) !== "request") return undefined;
	const type = slot.keys.at(-1) ?? "";
	return method.requestModels.get(type) ?? method.requestModels.get("$default");
}

function outputOf(use: Use): ModelFacts | undefined {
	if (partOf(use) !== "response") return undefined;
	const status = statusOf(use);
	return status === undefined ? undefined : use.method?.responseModels.get(status)?.get(use.slot.keys.at(-1) ?? "");
}

function unique(methods: Place["methods"], place: keyof Parameters): readonly Declared[] {
	const found = new Map<string, Declared>();
	for (const { parameters } of methods) {
		for (const one of parameters[place]) if (!found.has(one.name)) found.set(one.name, one);
	}
	return [...found.values()];
}
