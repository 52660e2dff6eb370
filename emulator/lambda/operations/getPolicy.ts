import { noPolicy } from "../errors.ts";
import { revisionOf } from "../functions.ts";
import type { Lambda } from "../lambda.ts";
import type { GetPolicyRequest, GetPolicyResponse } from "../model.generated.ts";
import { policyDocument } from "../policy.ts";

/** The resource policy of a function, a version or an alias. */
export function getPolicy({ functions }: Pick<Lambda, "functions">, request: GetPolicyRequest): GetPolicyResponse {
	const { name, qualifier = "" } = functions.name(request.FunctionName, request.Qualifier);
	const found = functions.stored.get(name);
	const policy = found?.policies[qualifier];
	if (found === undefined || policy === undefined || policy.length === 0) throw noPolicy();
	return { Policy: policyDocument(policy), RevisionId: revisionOf(found, qualifier === "" ? undefined : qualifier) };
}
