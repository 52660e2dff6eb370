import { createHash } from "node:crypto";
import { isApiPart } from "./apiPart.ts";
import { childText, type Mapping, plain } from "./node.ts";
import type { FunctionCode } from "./resources/resourceType.ts";
import type { Stack } from "./stack.ts";
import type { Resource } from "./template.ts";

/**
 * What must lead to a change though the properties stay the same: other code of a function, another part of the API that
 * a deployment is a snapshot of.
 */
export function revisionOf(
	{ type, follows }: Pick<Resource, "type" | "follows">,
	properties: Mapping,
	code: FunctionCode | undefined,
	stack: Pick<Stack, "all" | "get">,
): string {
	if (type === "AWS::Lambda::Function") return code?.revision ?? "";
	if (follows !== undefined) return stack.get(follows)?.revision ?? "";
	if (type !== "AWS::ApiGateway::Deployment") return "";
	const api = childText(properties, "RestApiId");
	const hash = createHash("sha256").update(JSON.stringify(plain(properties)));
	for (const part of stack.all()) {
		const belongs = isApiPart(part) ? part.ids["restApiId"] === api : part.ref === api;
		if (belongs) hash.update(JSON.stringify([part.logicalId, part.ref, part.properties, part.revision]));
	}
	return hash.digest("hex");
}
