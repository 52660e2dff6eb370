import type { Problem } from "../../protocol/problem.ts";
import { isApiPart } from "./apiPart.ts";
import { child, type Node } from "./node.ts";
import { references } from "./references.ts";
import type { Resource, Template } from "./template.ts";

export type Ordered = {
	readonly resource: Resource;
	/** What its properties refer to: it cannot be without them. */
	readonly needs: readonly string[];
	/** All that must come before it. */
	readonly dependsOn: readonly string[];
};

/**
 * The resources in an order in which each comes after all it needs, and deployments as late as they can. Resources in a
 * cycle are left out and reported, as CloudFormation refuses them.
 */
export function order(
	template: Template,
	condition: (name: string) => boolean | undefined,
): { readonly ordered: readonly Ordered[]; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const waiting = new Map<string, Set<string>>();
	const needs = new Map<string, ReadonlySet<string>>();
	const written = new Map<string, ReadonlySet<string>>();
	for (const resource of template.resources.values()) {
		const needed = referred(resource, template, condition);
		needs.set(resource.logicalId, needed);
		written.set(resource.logicalId, new Set([...needed, ...namedInDependsOn(resource, template, problems)]));
	}
	for (const resource of template.resources.values()) {
		const before = new Set(written.get(resource.logicalId));
		for (const part of impliedParts(resource, template, written)) before.add(part);
		waiting.set(resource.logicalId, before);
	}

	const ordered: Ordered[] = [];
	while (waiting.size > 0) {
		const ready = [...waiting]
			.filter(([, before]) => [...before].every((name) => !waiting.has(name)))
			.map(([name]) => name);
		const next = ready.find((name) => template.resources.get(name)?.type !== deployment) ?? ready[0];
		const resource = next === undefined ? undefined : template.resources.get(next);
		if (next === undefined || resource === undefined) break;
		ordered.push({ resource, needs: [...(needs.get(next) ?? [])], dependsOn: [...(waiting.get(next) ?? [])] });
		waiting.delete(next);
	}
	const cycle = cycleAmong(waiting);
	const first = template.resources.get(cycle[0] ?? "");
	if (first !== undefined) {
		const message = `Circular dependency between resources: [${cycle.join(", ")}]. None of them is deployed until one stops referring to the next.`;
		problems.push({ severity: "error", code: "circular-dependency", message, at: first.at });
	}
	return { ordered, problems };
}

const deployment = "AWS::ApiGateway::Deployment";

function referred(
	resource: Resource,
	template: Template,
	condition: (name: string) => boolean | undefined,
): ReadonlySet<string> {
	const names = new Set<string>();
	for (const reference of references(resource.properties, condition)) {
		const name = template.aliases.get(reference) ?? reference;
		if (template.resources.has(name)) names.add(name);
	}
	names.delete(resource.logicalId);
	return names;
}

function namedInDependsOn(resource: Resource, template: Template, problems: Problem[]): readonly string[] {
	return resource.dependsOn.flatMap(({ logicalId, at }) => {
		if (template.resources.has(logicalId)) return logicalId;
		if (!template.removed.has(logicalId)) {
			const message = `${resource.logicalId} depends on ${logicalId}, but there is no resource of that name.`;
			problems.push({ severity: "error", code: "unresolved-reference", message, at });
		}
		return [];
	});
}

/**
 * A deployment comes after every part of its API, also where the template does not say so: on AWS it is a race whether
 * an unnamed method is in the snapshot. A part that itself needs the deployment is let go first.
 */
function impliedParts(
	resource: Resource,
	template: Template,
	written: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
	if (resource.type !== deployment) return [];
	const api = apiOf(resource);
	if (api === undefined) return [];
	return [...template.resources.values()]
		.filter(
			(other) => isApiPart(other) && apiOf(other) === api && !reaches(other.logicalId, resource.logicalId, written),
		)
		.map((other) => other.logicalId);
}

function apiOf(resource: Resource): string | undefined {
	const api: Node | undefined = child(child(resource.properties, "RestApiId"), "Ref");
	return api?.kind === "scalar" ? api.text : undefined;
}

function reaches(from: string, to: string, edges: ReadonlyMap<string, ReadonlySet<string>>): boolean {
	const seen = new Set<string>();
	const open = [from];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		if (name === to) return true;
		if (seen.has(name)) continue;
		seen.add(name);
		open.push(...(edges.get(name) ?? []));
	}
	return false;
}

/** One cycle out of what could not be ordered: follow any open need until a name comes back. */
function cycleAmong(waiting: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
	const path: string[] = [];
	let name = waiting.keys().next().value;
	while (name !== undefined && !path.includes(name)) {
		path.push(name);
		name = [...(waiting.get(name) ?? [])].find((needed) => waiting.has(needed));
	}
	return name === undefined ? [] : path.slice(path.indexOf(name));
}
