import type { Problem } from "../../protocol/problem.ts";
import type { Kernel } from "../aws/service.ts";
import type { SourceIndex } from "../aws/sources.ts";
import { isApiPart } from "./apiPart.ts";
import { carryOut, type Outcome } from "./carryOut.ts";
import { type Cleaner, cleaner } from "./cleaner.ts";
import { locate } from "./locate.ts";
import { type Mapping, type Node, plain } from "./node.ts";
import { type Ordered, order } from "./order.ts";
import { outputExports } from "./outputs.ts";
import { parameterValues } from "./parameters.ts";
import { type ProblemCollector, problemCollector } from "./problemCollector.ts";
import { resolve } from "./resolve.ts";
import type { FunctionCode, Hands, Resolved, Stored } from "./resources/resourceType.ts";
import { resourceType } from "./resources/table.ts";
import { revisionOf } from "./revision.ts";
import type { Stack } from "./stack.ts";
import { type StackScope, stackScope } from "./stackScope.ts";
import type { Resource, Template } from "./template.ts";

export type DeployHands = Pick<Hands, "call"> & {
	readonly kernel: Pick<Kernel, "account" | "region" | "ids" | "sources">;
	readonly log: (text: string) => void;
	/** Makes a function's code ready to run, or reports why it cannot be. */
	readonly build: (source: FunctionSource, report: (problem: Problem) => void) => Promise<FunctionCode | undefined>;
};

/** A function as the template describes it, for whoever builds its code. */
export type FunctionSource = {
	readonly logicalId: string;
	/** As far as they can be told before anything is deployed. */
	readonly properties: Mapping;
	readonly metadata: Mapping | undefined;
	readonly at: Resource["at"];
};

export type DeployResult = {
	/** The logical ids of what was made, changed or removed. */
	readonly changed: readonly string[];
	readonly problems: readonly Problem[];
};

/**
 * Makes the stack what the template says, by the operations that an SDK would call, and touches only what changed. A
 * resource that fails is reported; what it was before goes on, and so does all that does not need it.
 */
export async function deploy(
	template: Template,
	given: ReadonlyMap<string, string>,
	stack: Stack,
	hands: DeployHands,
): Promise<DeployResult> {
	const collector = problemCollector();
	const parameters = parameterValues(template, given);
	for (const problem of parameters.problems) collector.report(problem);
	const present = withoutRemoved(
		template,
		stackScope(template, parameters.values, stack, hands.kernel, collector.report),
	);
	const scope = stackScope(present, parameters.values, stack, hands.kernel, collector.report);
	const { ordered, problems } = order(present, scope.condition);
	for (const problem of problems) collector.report(problem);

	const builds = startBuilds(ordered, scope, hands, collector);
	const own: Hands = { ...hands, stackName: stack.name, report: collector.report, code: undefined };
	const cleaning = cleaner(stack, own, hands.kernel.sources.delete);
	const changed = new Set<string>();
	const writes: Promise<void>[] = [];
	const types = new Map(ordered.map(({ resource }) => [resource.logicalId, resource.type]));
	const { sources } = hands.kernel;
	const running: Running = { stack, scope, hands: own, sources, collector, builds, cleaning, types, changed, writes };
	const clean = async (which: (resource: Stored) => boolean) => {
		for (const logicalId of await cleaning.run(which)) changed.add(logicalId);
	};
	for (const resource of stack.all()) {
		if (!present.resources.has(resource.logicalId)) cleaning.add(resource, true);
	}
	for (const next of ordered) {
		// A snapshot must not hold the methods that are gone from the template.
		if (next.resource.type === "AWS::ApiGateway::Deployment") await clean(isApiPart);
		await deployResource(next, running);
	}
	await clean(() => true);
	await stack.setExports(outputExports(present, scope));
	await Promise.all(writes);
	return { changed: [...changed], problems: collector.all() };
}

type Running = {
	readonly stack: Stack;
	readonly scope: StackScope;
	readonly hands: Hands;
	readonly sources: SourceIndex;
	readonly collector: ProblemCollector;
	readonly builds: ReadonlyMap<string, Promise<FunctionCode | undefined>>;
	readonly cleaning: Cleaner;
	readonly types: ReadonlyMap<string, string>;
	readonly changed: Set<string>;
	readonly writes: Promise<void>[];
};

async function deployResource({ resource, needs, dependsOn }: Ordered, running: Running): Promise<void> {
	const { stack, scope, hands, collector } = running;
	const absent = needs.find((name) => stack.get(name) === undefined) ?? missingMethods(resource, dependsOn, running);
	if (absent !== undefined) {
		hands.log(`${resource.logicalId} waits for ${absent}, which could not be made.`);
		return;
	}
	const errorsBefore = collector.errorCount();
	const properties = resolve(resource.properties, scope);
	if (properties?.kind !== "map" || collector.errorCount() > errorsBefore) return;
	const code = await running.builds.get(resource.logicalId);
	if (resource.type === "AWS::Lambda::Function" && code === undefined) return;

	const revision = revisionOf(resource, properties, code, stack);
	const before = stack.get(resource.logicalId);
	const outcome = await carryOut({ ...resource, properties, revision }, before, { ...hands, code });
	if (outcome.obsolete !== undefined) running.cleaning.add(outcome.obsolete, false);
	remember({ ...resource, properties, revision }, dependsOn, before, outcome, running);
}

/** AWS refuses to deploy an API without methods. Where none could be made, what kept them is the problem. */
function missingMethods(
	{ type }: Resource,
	dependsOn: readonly string[],
	{ stack, types }: Running,
): string | undefined {
	if (type !== "AWS::ApiGateway::Deployment") return undefined;
	const methods = dependsOn.filter((name) => types.get(name) === "AWS::ApiGateway::Method");
	return methods.every((name) => stack.get(name) === undefined) ? methods[0] : undefined;
}

function remember(
	resource: Resource & Resolved,
	dependsOn: readonly string[],
	before: Stored | undefined,
	{ deployed, verb, isWhole }: Outcome,
	{ stack, hands, sources, changed, writes }: Running,
): void {
	if (deployed === undefined) return;
	const { type, logicalId, isRetained, properties, revision, at } = resource;
	if (verb !== undefined) {
		changed.add(logicalId);
		hands.log(`${verb} ${logicalId} (${type}): ${deployed.ref}`);
	}
	const stored = { stack: stack.name, logicalId, type, dependsOn, isRetained, properties: plain(properties), revision };
	if (!isWhole && before !== undefined) writes.push(stack.put({ ...before, revision: "unfinished" }));
	else if (verb !== undefined || before?.isRetained !== isRetained) writes.push(stack.put({ ...deployed, ...stored }));
	for (const key of resourceType(type)?.sources?.(deployed) ?? []) {
		sources.set(key, (path) => locate(properties, at, path));
	}
}

/** Builds take the longest and need nothing that is deployed: all start at once. */
function startBuilds(
	ordered: readonly Ordered[],
	scope: StackScope,
	hands: DeployHands,
	collector: ProblemCollector,
): ReadonlyMap<string, Promise<FunctionCode | undefined>> {
	const quiet: StackScope = { ...scope, report: () => {} };
	const resolveMap = (map: Mapping | undefined): Mapping | undefined => {
		const resolved: Node | undefined = map === undefined ? undefined : resolve(map, quiet);
		return resolved?.kind === "map" ? resolved : undefined;
	};
	return new Map(
		ordered
			.filter(({ resource }) => resource.type === "AWS::Lambda::Function")
			.map(({ resource: { logicalId, at, properties, metadata } }) => {
				const source = {
					logicalId,
					at,
					properties: resolveMap(properties) ?? properties,
					metadata: resolveMap(metadata),
				};
				return [logicalId, hands.build(source, collector.report)];
			}),
	);
}

/** The template without the resources whose Condition does not hold. */
function withoutRemoved(template: Template, { condition }: StackScope): Template {
	const resources = new Map(template.resources);
	const removed = new Set(template.removed);
	for (const [logicalId, resource] of template.resources) {
		if (resource.condition === undefined || condition(resource.condition, resource.at) !== false) continue;
		resources.delete(logicalId);
		removed.add(logicalId);
	}
	return { ...template, resources, removed };
}
