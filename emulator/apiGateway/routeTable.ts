import type { Route } from "./call.ts";
import type { MethodDefinition, ResourceDefinition } from "./definitions.ts";

export type RouteTable = {
	/** The method that answers, or, when none does, the resource that has the path without the method. */
	find(httpMethod: string, path: string): Route | { readonly resource?: ResourceDefinition };
	readonly resources: readonly ResourceDefinition[];
};

/**
 * Which resource has a path: a fixed part goes before a parameter, a parameter before a greedy one, and where a branch
 * leads nowhere the next is tried. A resource without methods is no place to stop.
 */
export function routeTable(resources: readonly ResourceDefinition[]): RouteTable {
	const root: Node = { statics: new Map() };
	for (const resource of resources) insert(root, resource);
	return {
		resources,
		find(httpMethod, path) {
			const segments = segmentsOf(path);
			const walk: Walk = { httpMethod, segments, values: [] };
			return descend(root, 0, walk) ?? (walk.nearest ? { resource: walk.nearest } : {});
		},
	};
}

type Node = {
	resource?: ResourceDefinition;
	readonly statics: Map<string, Node>;
	parameter?: { readonly name: string; readonly node: Node };
	greedy?: { readonly name: string; readonly resource: ResourceDefinition };
};
type Walk = {
	readonly httpMethod: string;
	readonly segments: readonly string[];
	readonly values: [name: string, value: string][];
	nearest?: ResourceDefinition;
};

/** A trailing slash is not part of what is matched (recorded: test_lambda_aws_proxy_integration, with-trailing-slash). */
function segmentsOf(path: string): string[] {
	const trimmed = path.replace(/^\/+/, "").replace(/\/+$/, "");
	return trimmed === "" ? [] : trimmed.split("/");
}

function insert(root: Node, resource: ResourceDefinition): void {
	let node = root;
	for (const segment of segmentsOf(resource.path)) {
		if (segment.startsWith("{") && segment.endsWith("+}")) {
			node.greedy = { name: segment.slice(1, -2), resource };
			return;
		}
		if (segment.startsWith("{") && segment.endsWith("}")) {
			node.parameter ??= { name: segment.slice(1, -1), node: { statics: new Map() } };
			node = node.parameter.node;
			continue;
		}
		let next = node.statics.get(segment);
		if (next === undefined) {
			next = { statics: new Map() };
			node.statics.set(segment, next);
		}
		node = next;
	}
	node.resource = resource;
}

function descend(node: Node, index: number, walk: Walk): Route | undefined {
	const segment = walk.segments[index];
	if (segment === undefined) return node.resource && stop(node.resource, walk);

	const fixed = node.statics.get(segment) ?? node.statics.get(decoded(segment));
	const byStatic = fixed && descend(fixed, index + 1, walk);
	if (byStatic) return byStatic;

	if (node.parameter !== undefined && segment !== "") {
		walk.values.push([node.parameter.name, segment]);
		const byParameter = descend(node.parameter.node, index + 1, walk);
		if (byParameter) return byParameter;
		walk.values.pop();
	}
	if (node.greedy === undefined) return undefined;
	walk.values.push([node.greedy.name, walk.segments.slice(index).join("/")]);
	const byGreedy = stop(node.greedy.resource, walk);
	if (byGreedy === undefined) walk.values.pop();
	return byGreedy;
}

function stop(resource: ResourceDefinition, walk: Walk): Route | undefined {
	const method = methodOf(resource, walk.httpMethod);
	if (method === undefined) {
		if (Object.keys(resource.methods).length > 0) walk.nearest ??= resource;
		return undefined;
	}
	return { resource, method, pathParameters: Object.fromEntries(walk.values) };
}

function methodOf({ methods }: ResourceDefinition, httpMethod: string): MethodDefinition | undefined {
	if (Object.hasOwn(methods, httpMethod)) return methods[httpMethod];
	return Object.hasOwn(methods, "ANY") ? methods["ANY"] : undefined;
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
