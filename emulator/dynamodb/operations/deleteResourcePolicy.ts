import type { Dynamodb } from "../dynamodb.ts";
import type { DeleteResourcePolicyRequest, DeleteResourcePolicyResponse } from "../model.generated.ts";
import { policyResource } from "../policies/policyResource.ts";
import { checkSettled } from "../tables/statuses.ts";

/** Where there is no policy, there is nothing to say. */
export async function deleteResourcePolicy(
	needs: Pick<Dynamodb, "account" | "region" | "clock" | "tables" | "streams" | "policies">,
	{ ResourceArn: arn, ExpectedRevisionId: expected }: DeleteResourcePolicyRequest,
): Promise<DeleteResourcePolicyResponse> {
	const table = policyResource(needs, arn);
	checkSettled(table, needs.clock.now());
	const deleted = await needs.policies.delete(arn, table.name, expected);
	return deleted === undefined ? {} : { RevisionId: deleted.revision };
}
