import { AwsError } from "../aws/awsError.ts";
import type { ResourceDefinition } from "./definitions.ts";
import { badRequest, siblingExists } from "./errors.ts";

/** Resources an API may have; AWS's default quota, raisable there on request. */
const mostResources = 300;

/** Refuses what AWS refuses about a path part's form and place (recorded: test_create_proxy_resource_validation). */
export function checkPlace(
	all: readonly ResourceDefinition[],
	parent: ResourceDefinition,
	pathPart: string,
	self?: ResourceDefinition,
): void {
	if (!/^(?:[A-Za-z0-9._:,@~!$&'()*+;=%-]+|\{[A-Za-z0-9._:$-]+\+?\})$/.test(pathPart)) throw invalidPathPart();
	if (isGreedy(parent.pathPart)) {
		throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`);
	}
	const siblings = all.filter((it) => it.parentId === parent.id && it.id !== self?.id);
	if (siblings.some((it) => it.pathPart === pathPart)) throw siblingExists(pathPart);
	const variable = siblings.find((it) => isVariable(it.pathPart));
	if (variable !== undefined && isVariable(pathPart)) {
		throw badRequest(
			`A sibling (${variable.pathPart}) of this resource already has a variable path part -- only one is allowed`,
		);
	}
	if (self === undefined && all.length >= mostResources) {
		const advice = "Please contact AWS if you need additional resources.";
		throw new AwsError(
			"LimitExceededException",
			`Maximum number of resources for this API has been reached. ${advice}`,
			429,
		);
	}
}

const invalidPathPart = () =>
	badRequest(
		"Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
	);

export function pathOf(parent: ResourceDefinition, pathPart: string): string {
	return parent.path === "/" ? `/${pathPart}` : `${parent.path}/${pathPart}`;
}

const isVariable = (pathPart: string | undefined) => pathPart?.startsWith("{") ?? false;
const isGreedy = (pathPart: string | undefined) => pathPart?.endsWith("+}") ?? false;

/** A resource and all below it. */
export function subtree(all: readonly ResourceDefinition[], root: ResourceDefinition): ResourceDefinition[] {
	const found = [root];
	for (let i = 0; i < found.length; i++) found.push(...all.filter((it) => it.parentId === found[i]?.id));
	return found;
}
