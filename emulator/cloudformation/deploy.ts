import type { Problem } from "../../protocol/problem.ts";
import type { Kernel } from "../aws/service.ts";
import { isApiPart } from "./apiPart.ts";
import { type Build, startBuilds } from "./builds.ts";
import { cleaner } from "./cleaner.ts";
import { deployResource, type Running } from "./deployResource.ts";
import { order } from "./order.ts";
import { outputExports } from "./outputs.ts";
import { parameterValues } from "./parameters.ts";
import { problemCollector } from "./problemCollector.ts";
import type { Hands, Stored } from "./resources/resourceType.ts";
import type { Stack } from "./stack.ts";
import { type StackScope, stackScope } from "./stackScope.ts";
import type { Template } from "./template.ts";

export type DeployHands = Pick<Hands, "call"> & {
	readonly kernel: Pick<Kernel, "account" | "region" | "ids" | "sources">;
	readonly log: (text: string) => void;
	readonly build: Build;
};

export type Deployable = {
	readonly template: Template;
	/** False when a part could not be read: what is missing is then no sign that it should go, a table and its items least of all. */
	readonly isWhole: boolean;
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
	{ template, isWhole }: Deployable,
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

	const builds = startBuilds(ordered, scope, hands.build, collector.report);
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
	const isUnderstood = isWhole && parameters.problems.every((it) => it.severity !== "error");
	for (const resource of isUnderstood ? stack.all() : []) {
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
