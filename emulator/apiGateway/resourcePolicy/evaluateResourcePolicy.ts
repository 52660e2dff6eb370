import { matchesWildcard } from "../authorizers/wildcard.ts";
import { holds, type PolicyContext } from "./conditions.ts";
import type { Names, PolicyStatement } from "./readResourcePolicy.ts";

/** Who calls what, as a resource policy sees it. The caller is anonymous: IAM's callers come with its authorizer. */
export type PolicyRequest = { readonly methodArn: string; readonly context: PolicyContext };

/** An explicit denial goes before any permission; `neither` is for the authorizer to decide, or denies where there is none. */
export type PolicyVerdict =
	| { readonly verdict: "allowed" | "denied"; readonly by: PolicyStatement }
	| { readonly verdict: "neither" };

export function evaluateResourcePolicy(statements: readonly PolicyStatement[], request: PolicyRequest): PolicyVerdict {
	const applying = statements.filter((it) => applies(it, request));
	const denial = applying.find((it) => it.effect === "Deny");
	if (denial !== undefined) return { verdict: "denied", by: denial };
	const [permission] = applying;
	return permission === undefined ? { verdict: "neither" } : { verdict: "allowed", by: permission };
}

function applies({ principals, actions, resources, conditions }: PolicyStatement, request: PolicyRequest): boolean {
	return (
		names(principals, (it) => it === "*") &&
		names(actions, (it) => matchesWildcard(it.toLowerCase(), "execute-api:invoke")) &&
		names(resources, (it) => matchesWildcard(fullArn(it, request.methodArn), request.methodArn)) &&
		conditions.every((it) => holds(it, request.context))
	);
}

function names({ not, names: all }: Names, matches: (name: string) => boolean): boolean {
	return all.some(matches) !== not;
}

/**
 * `execute-api:/stage/GET/path` stands for the API's own ARN
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html).
 */
function fullArn(resource: string, methodArn: string): string {
	if (!resource.startsWith("execute-api:/")) return resource;
	return `${methodArn.slice(0, methodArn.indexOf("/"))}${resource.slice("execute-api:".length)}`;
}
