import type { Clock } from "../../aws/clock.ts";
import type { Documents } from "../../aws/documents.ts";
import { policyNotFound } from "../errors.ts";

/** A resource policy. It is kept and given back; nothing here asks it. */
export type Policy = { readonly text: string; readonly revision: string };

/** The policies of tables and streams, by their resources' ARNs. */
export type Policies = {
	find(arn: string): Policy | undefined;
	/** The same text again is the same revision. */
	put(arn: string, tableName: string, text: string, expected: string | undefined): Promise<Policy>;
	delete(arn: string, tableName: string, expected: string | undefined): Promise<Policy | undefined>;
	/** Forgets a table's policies, and those of its streams. */
	forget(tableArn: string): Promise<void>;
};

export function openPolicies(clock: Clock, documents: Documents<Policy>): Policies {
	/** A revision is the time of its change, and never an older one's. */
	const nextRevision = (now: Policy | undefined) =>
		String(Math.max(Math.floor(clock.now()), now === undefined ? 0 : Number(now.revision) + 1));
	return {
		find: (arn) => documents.get(arn),
		async put(arn, tableName, text, expected) {
			const now = documents.get(arn);
			if (expected === "NO_POLICY" && now !== undefined) {
				throw policyNotFound(
					`Requested policy update expecting none to be present for table ${tableName}, but a policy exists with revision id ${now.revision}.`,
				);
			}
			if (expected !== "NO_POLICY") checkRevision(now, tableName, expected);
			if (now?.text === text) return now;
			const policy = { text, revision: nextRevision(now) };
			await documents.put(arn, policy);
			return policy;
		},
		async delete(arn, tableName, expected) {
			const now = documents.get(arn);
			checkRevision(now, tableName, expected);
			if (now !== undefined) await documents.delete(arn);
			return now;
		},
		async forget(tableArn) {
			await documents.delete(tableArn);
		},
	};
}

function checkRevision(now: Policy | undefined, tableName: string, expected: string | undefined): void {
	if (expected === undefined || expected === now?.revision) return;
	throw policyNotFound(
		now === undefined
			? `Requested update for policy with revision id ${expected}, but table ${tableName} has no associated policy.`
			: `Requested update for policy with revision id ${expected}, but the policy associated to target table ${tableName} has revision id ${now.revision}.`,
	);
}
