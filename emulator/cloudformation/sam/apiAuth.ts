import { names } from "../names.ts";
import { child, childText, type Mapping, type Node } from "../node.ts";
import type { Resource } from "../template.ts";
import { made, ref } from "./made.ts";
import { checkProperties, pick } from "./properties.ts";
import type { ApiRoute, Report } from "./transformed.ts";

/** A method's own word counts, else the API's; OPTIONS for CORS is always open. */
export function isApiKeyRequired(resource: Resource, route: ApiRoute, report: Report): Node | boolean | undefined {
	if (route.auth?.kind === "map") warnOfLater(route.auth, "Auth of an Api event", report);
	if (route.method === "OPTIONS" && route.auth === undefined) return undefined;
	return child(route.auth, "ApiKeyRequired") ?? child(child(resource.properties, "Auth"), "ApiKeyRequired");
}

/** `Auth.UsagePlan` with PER_API: a plan, a key and what ties them together. */
export function usagePlanResources(resource: Resource, stageId: string, report: Report): readonly Resource[] {
	const auth = child(resource.properties, "Auth");
	if (auth?.kind !== "map") return [];
	warnOfLater(auth, `Auth of ${resource.type}`, report);
	const plan = child(auth, "UsagePlan");
	const kind = childText(plan, "CreateUsagePlan") ?? "NONE";
	if (plan?.kind !== "map" || kind === "NONE") return [];
	if (kind !== "PER_API") {
		const message = `CreateUsagePlan: ${kind} is not emulated yet: the API has no usage plan here. PER_API is.`;
		report({ severity: "warning", code: "missing-property", message, at: plan.at });
		return [];
	}
	const { logicalId } = resource;
	const [planId, keyId] = [`${logicalId}UsagePlan`, `${logicalId}ApiKey`];
	return [
		made(resource, planId, "AWS::ApiGateway::UsagePlan", {
			...pick(plan, ["Description", "Quota", "Tags", "Throttle", "UsagePlanName"]),
			ApiStages: [{ ApiId: ref(logicalId), Stage: ref(stageId) }],
		}),
		made(resource, keyId, "AWS::ApiGateway::ApiKey", {
			Enabled: true,
			StageKeys: [{ RestApiId: ref(logicalId), StageName: ref(stageId) }],
		}),
		made(resource, `${logicalId}UsagePlanKey`, "AWS::ApiGateway::UsagePlanKey", {
			KeyId: ref(keyId),
			KeyType: "API_KEY",
			UsagePlanId: ref(planId),
		}),
	];
}

/** What is left open here must be said aloud: an API that answers without its policy looks as if it worked. */
function warnOfLater(auth: Mapping, owner: string, report: Report): void {
	const known = names(`
		AddDefaultAuthorizerToCorsPreflight ApiKeyRequired Authorizer Authorizers DefaultAuthorizer UsagePlan
	`);
	const missing = names(`
		AddApiKeyRequiredToCorsPreflight AuthorizationScopes InvokeRole OverrideApiAuth ResourcePolicy
	`);
	checkProperties(auth, { owner, known, missing }, report);
}
