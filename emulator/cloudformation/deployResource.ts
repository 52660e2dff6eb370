import type { SourceIndex } from "../aws/sources.ts";
import { carryOut, type Outcome } from "./carryOut.ts";
import type { Cleaner } from "./cleaner.ts";
import { locate } from "./locate.ts";
import { definitionTemplateProblems, mappingTemplateProblems } from "./mappingTemplateProblems.ts";
import { plain } from "./node.ts";
import type { Ordered } from "./order.ts";
import type { ProblemCollector } from "./problemCollector.ts";
import { resolve } from "./resolve.ts";
import type { FunctionCode, Hands, Resolved, Stored } from "./resources/resourceType.ts";
import { resourceType } from "./resources/table.ts";
import { revisionOf } from "./revision.ts";
import type { Stack } from "./stack.ts";
import type { StackScope } from "./stackScope.ts";
import type { Resource } from "./template.ts";

/** A deployment under way. */
export type Running = {
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

/** Brings one resource to what the template says, if all that it refers to is there, and remembers what it became. */
export async function deployResource({ resource, needs, dependsOn }: Ordered, running: Running): Promise<void> {
	const { stack, scope, hands, collector } = running;
	// Whether it is to be cannot be told: that is reported, and it is left as it is.
	if (resource.condition !== undefined && scope.condition(resource.condition) === undefined) return;
	const absent = needs.find((name) => stack.get(name) === undefined) ?? missingMethods(resource, dependsOn, running);
	if (absent !== undefined) {
		hands.log(`${resource.logicalId} waits for ${absent}, which could not be made.`);
		return;
	}
	const errorsBefore = collector.errorCount();
	const properties = resolve(resource.properties, scope);
	if (properties?.kind !== "map" || collector.errorCount() > errorsBefore) return;
	if (resource.type === "AWS::ApiGateway::Method") mappingTemplateProblems(properties).forEach(collector.report);
	if (resource.type === "AWS::ApiGateway::RestApi") definitionTemplateProblems(properties).forEach(collector.report);
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
	const made = resourceType(type);
	for (const key of made?.sources?.(deployed) ?? []) {
		sources.set(key, made?.locate?.(key, properties, resource, deployed) ?? ((path) => locate(properties, at, path)));
	}
}
