import type { Dynamodb } from "../dynamodb.ts";
import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from "../model.generated.ts";
import { readPolicy } from "../policies/policyDocument.ts";
import { policyResource } from "../policies/policyResource.ts";
import { checkSettled } from "../tables/statuses.ts";

/** Kept as it is, and not enforced: nothing here knows who calls. */
export async function putResourcePolicy(
	needs: Pick<Dynamodb, "account" | "region" | "clock" | "events" | "tables" | "streams" | "policies">,
	request: PutResourcePolicyRequest,
): Promise<PutResourcePolicyResponse> {
	const { ResourceArn: arn, Policy, ExpectedRevisionId: expected } = request;
	const table = policyResource(needs, arn);
	const text = readPolicy(Policy);
	checkSettled(table, needs.clock.now());
	const { revision } = await needs.policies.put(arn, table.name, text, expected);
	const said = `The resource policy of ${table.name} is kept, not enforced: who calls is not checked here.`;
	needs.events.publish({ type: "log", part: "dynamodb", level: "warn", text: said });
	return { RevisionId: revision };
}
