import { type Model, type OperationModel, type StructureShape, structureShape } from "./model.ts";
import type { WireRequest } from "./wire.ts";

/** The REST operation whose method and path a request has, with the parts that the model names, decoded. */
export function matchRestOperation(model: Model, request: WireRequest): Match | undefined {
	// S3 has operations that only a required header or query tells apart: PutObject and CopyObject.
	let fallback: Match | undefined;
	for (const route of routesOf(model)) {
		if (route.method !== request.method || !route.query.every((it) => hasQuery(request.query, it))) continue;
		const match = route.pattern.exec(request.path);
		if (match === null) continue;
		const labels: Record<string, string> = {};
		for (const [index, label] of route.labels.entries()) labels[label] = decode(match[index + 1] ?? "");
		const found: Match = { name: route.name, operation: route.operation, labels };
		if (route.required.every((it) => (it.header ? it.name in request.headers : hasQuery(request.query, it.name))))
			return found;
		// The later of two has fewer requirements: what it lacks is for validation to say.
		fallback = found;
	}
	return fallback;
}

type Match = { readonly name: string; readonly operation: OperationModel; readonly labels: Record<string, string> };

type Route = {
	readonly name: string;
	readonly operation: OperationModel;
	readonly method: string;
	readonly pattern: RegExp;
	readonly labels: readonly string[];
	/** Fixed parts of the query, as `tagging` or `list-type=2`. */
	readonly query: readonly string[];
	/** Required members in headers (lower case) and in the query. */
	readonly required: readonly { readonly header: boolean; readonly name: string }[];
};

const routesOfModels = new WeakMap<Model, readonly Route[]>();

/** The most particular first: more fixed query, more fixed segments, and greedy labels last. */
function routesOf(model: Model): readonly Route[] {
	let routes = routesOfModels.get(model);
	if (routes === undefined) {
		routes = Object.entries(model.operations)
			.map(([name, operation]) => routeOf(model, name, operation))
			.toSorted((a, b) => specificity(b) - specificity(a));
		routesOfModels.set(model, routes);
	}
	return routes;
}

function routeOf(model: Model, name: string, operation: OperationModel): Route {
	const [path = "", query = ""] = operation.uri.split("?");
	const labels: string[] = [];
	const pattern = path
		.replace(/\/$/, "")
		.split(/(\{[^}]+\})/)
		.map((part) => {
			if (!part.startsWith("{")) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
			const greedy = part.endsWith("+}");
			labels.push(part.slice(1, greedy ? -2 : -1));
			return greedy ? "(.+)" : "([^/]+)";
		})
		.join("");
	return {
		name,
		operation,
		method: operation.method,
		pattern: new RegExp(`^${pattern}/?$`),
		labels,
		query: query.split("&").filter((it) => it !== ""),
		required: requiredBindings(structureShape(model, operation.input)),
	};
}

function requiredBindings(input: StructureShape | undefined): Route["required"] {
	return (input?.required ?? []).flatMap((member): Route["required"] => {
		const ref = input?.members[member];
		const name = ref?.locationName ?? member;
		if (ref?.location === "header") return [{ header: true, name: name.toLowerCase() }];
		return ref?.location === "querystring" ? [{ header: false, name }] : [];
	});
}

function specificity({ operation, labels, query, required }: Route): number {
	const segments = operation.uri.split("/").length;
	const greedy = operation.uri.includes("+}") ? 1 : 0;
	return query.length * 10_000 + segments * 100 - labels.length * 10 - greedy * 5_000 + required.length;
}

function hasQuery(query: string, wanted: string): boolean {
	return query
		.split("&")
		.some((it) => it === wanted || it === `${wanted}=` || (!wanted.includes("=") && it.startsWith(`${wanted}=`)));
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
