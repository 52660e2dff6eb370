import { authorizerAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { authorizerNotFound } from "../errors.ts";
import type { Authorizer, UpdateAuthorizerRequest } from "../model.generated.ts";
import { type PatchRule, patch, refusePathOrOperation, replaceable } from "../patch.ts";

export async function updateAuthorizer(
	{ authorizers }: Pick<ControlPlane, "authorizers">,
	{ restApiId, authorizerId, patchOperations = [] }: UpdateAuthorizerRequest,
): Promise<Authorizer> {
	let authorizer = authorizers.get(`${restApiId}/${authorizerId}`);
	if (authorizer === undefined) throw authorizerNotFound();
	for (const operation of patchOperations) {
		const { op, path, value = "" } = operation;
		// A provider is named by the value, not by the path.
		if (path === "/providerARNs" && (op === "add" || op === "remove")) {
			const others: readonly string[] = (authorizer.providerARNs ?? []).filter((it) => it !== value);
			authorizer = { ...authorizer, providerARNs: op === "add" ? [...others, value] : others };
		} else {
			authorizer = patch(authorizer, [operation], rules, refusePathOrOperation);
		}
	}
	await authorizers.put(`${restApiId}/${authorizerId}`, authorizer);
	return authorizerAnswer(authorizer);
}

const rules: readonly PatchRule[] = [
	...replaceable("text", "/name", "/type", "/authorizerUri", "/identitySource", "/authType"),
	{ path: "/authorizerCredentials", ops: ["add", "replace", "remove"] },
	{ path: "/identityValidationExpression", ops: ["add", "replace", "remove"] },
	{ path: "/authorizerResultTtlInSeconds", ops: ["replace"], as: "number" },
];
