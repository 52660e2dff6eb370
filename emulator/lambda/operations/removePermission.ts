import { noPolicyAssociated, noPolicyFor, statementNotFound, wrongRevision } from "../errors.ts";
import { requireQualifier, revisionOf, withPolicy } from "../functions.ts";
import type { Lambda } from "../lambda.ts";
import type { RemovePermissionRequest } from "../model.generated.ts";

/** Takes one statement out of a resource policy; without statements there is no policy. */
export async function removePermission(
	{ kernel, functions }: Pick<Lambda, "kernel" | "functions">,
	request: RemovePermissionRequest,
): Promise<Record<string, never>> {
	const { name, qualifier } = functions.name(request.FunctionName, request.Qualifier);
	const found = functions.stored.get(name);
	if (found === undefined) throw noPolicyFor(functions.arn(name, qualifier));
	requireQualifier(functions, found, qualifier);
	const policy = found.policies[qualifier ?? ""] ?? [];
	if (policy.length === 0) throw noPolicyAssociated();
	const rest = policy.filter(({ Sid }) => Sid !== request.StatementId);
	if (rest.length === policy.length) throw statementNotFound(request.StatementId);
	if (request.RevisionId !== undefined && request.RevisionId !== revisionOf(found, qualifier)) throw wrongRevision();
	await functions.stored.put(name, withPolicy(found, qualifier, rest, kernel.ids.uuid()));
	return {};
}
