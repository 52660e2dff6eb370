import { policyForLatest, statementExists, wrongPolicyRevision, wrongRevision } from "../errors.ts";
import { requireQualifier, revisionOf, withPolicy } from "../functions.ts";
import type { Lambda } from "../lambda.ts";
import type { AddPermissionRequest, AddPermissionResponse } from "../model.generated.ts";
import { policyStatement } from "../policy.ts";

/** Lets a service, an account or everybody call the function, by a statement in its resource policy. */
export async function addPermission(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	request: AddPermissionRequest,
): Promise<AddPermissionResponse> {
	const name = functions.name(request.FunctionName, request.Qualifier);
	const { qualifier } = name;
	if (qualifier === "$LATEST") throw policyForLatest();
	const found = functions.get({ ...name, qualifier: undefined });
	requireQualifier(functions, found, qualifier);
	const statement = policyStatement(request, functions.arn(found.name, qualifier));
	const policy = found.policies[qualifier ?? ""] ?? [];
	if (request.RevisionId !== undefined && request.RevisionId !== revisionOf(found, qualifier)) {
		throw policy.length === 0 ? wrongRevision() : wrongPolicyRevision();
	}
	if (policy.some(({ Sid }) => Sid === request.StatementId)) throw statementExists(request.StatementId);
	const changed = withPolicy(found, qualifier, [...policy, statement], kernel.ids.uuid());
	await functions.stored.put(found.name, changed);
	return { Statement: JSON.stringify(statement) };
}
