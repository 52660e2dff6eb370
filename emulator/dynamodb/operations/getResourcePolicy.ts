import type { Dynamodb } from "../dynamodb.ts";
import { policyNotFound } from "../errors.ts";
import type { GetResourcePolicyRequest, GetResourcePolicyResponse } from "../model.generated.ts";
import { policyResource } from "../policies/policyResource.ts";

export function getResourcePolicy(
	needs: Pick<Dynamodb, "account" | "region" | "clock" | "tables" | "streams" | "policies">,
	{ ResourceArn: arn }: GetResourcePolicyRequest,
): GetResourcePolicyResponse {
	policyResource(needs, arn);
	const policy = needs.policies.find(arn);
	if (policy === undefined) throw policyNotFound(arn);
	return { Policy: policy.text, RevisionId: policy.revision };
}
