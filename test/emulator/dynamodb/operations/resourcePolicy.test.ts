import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	DeleteResourcePolicyCommand,
	DeleteTableCommand,
	GetResourcePolicyCommand,
	PutResourcePolicyCommand,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest, songs } from "../sdkForTest.ts";

const ResourceArn = "arn:aws:dynamodb:us-east-1:000000000000:table/songs";
const statement = {
	Effect: "Allow",
	Principal: { AWS: ["123456789012"] },
	Action: ["dynamodb:GetItem"],
	Resource: ResourceArn,
};
const policyOf = (more: object = {}, document: object = {}) =>
	JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...more }], ...document }, null, 2);
const put = (Policy = policyOf(), more: object = {}) => new PutResourcePolicyCommand({ ResourceArn, Policy, ...more });
const get = new GetResourcePolicyCommand({ ResourceArn });

test("a resource policy comes back as AWS writes it, with a revision that changes when it does", async (t) => {
	const { client, advance } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const none = `Resource-based policy not found for the provided ResourceArn: ${ResourceArn}`;
	await refused(client.send(get), "PolicyNotFoundException", none);
	assert.equal((await client.send(new DeleteResourcePolicyCommand({ ResourceArn }))).RevisionId, undefined);

	const first = await client.send(put());
	assert.match(first.RevisionId ?? "", /^\d{13}$/);
	assert.deepEqual(JSON.parse((await client.send(get)).Policy ?? ""), {
		Version: "2012-10-17",
		Statement: [
			{
				Effect: "Allow",
				Principal: { AWS: "arn:aws:iam::123456789012:root" },
				Action: "dynamodb:GetItem",
				Resource: ResourceArn,
			},
		],
	});
	advance(60);
	assert.equal((await client.send(put(policyOf({ Action: "dynamodb:GetItem" })))).RevisionId, first.RevisionId);
	const second = await client.send(
		put(policyOf({ Action: "dynamodb:Query" }), { ExpectedRevisionId: first.RevisionId }),
	);
	assert.notEqual(second.RevisionId, first.RevisionId);
	const stale = { ExpectedRevisionId: first.RevisionId };
	const mismatch = `Resource-based policy not found for the provided ResourceArn: Requested update for policy with revision id ${first.RevisionId}, but the policy associated to target table songs has revision id ${second.RevisionId}.`;
	await refused(client.send(put(policyOf(), stale)), "PolicyNotFoundException", mismatch);
	await refused(
		client.send(new DeleteResourcePolicyCommand({ ResourceArn, ...stale })),
		"PolicyNotFoundException",
		mismatch,
	);
	await refused(
		client.send(put(policyOf(), { ExpectedRevisionId: "NO_POLICY" })),
		"PolicyNotFoundException",
		`Resource-based policy not found for the provided ResourceArn: Requested policy update expecting none to be present for table songs, but a policy exists with revision id ${second.RevisionId}.`,
	);
	const deleted = await client.send(new DeleteResourcePolicyCommand({ ResourceArn }));
	assert.equal(deleted.RevisionId, second.RevisionId);
	await refused(client.send(get), "PolicyNotFoundException", none);
});

test("a resource policy is checked in AWS's words", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const malformed = "One or more parameter values were invalid: Invalid policy document:";
	const cases: readonly [string, string][] = [
		["{not json", `${malformed} This policy contains invalid Json`],
		[policyOf({}, { Statement: [] }), `${malformed} Could not parse the policy: Statement is empty!`],
		[policyOf({ Resource: undefined }), `${malformed} Missing required field Resource`],
		[
			policyOf(
				{},
				{
					Statement: [
						{ ...statement, Sid: "a" },
						{ ...statement, Sid: "a" },
					],
				},
			),
			`${malformed} The Statement Ids in the policy are not unique`,
		],
		[
			policyOf({ Principal: "*" }),
			"Resource-based policy grants unbounded access in one or more elements. Please revise the policy to ensure least-privilege form of access",
		],
		[
			policyOf() + " ".repeat(20_480),
			"One or more parameter values were invalid: Maximum policy size of 20480 bytes exceeded",
		],
	];
	for (const [policy, message] of cases) await invalid(client.send(put(policy)), message);
});

test("a resource policy is of a table or a stream of this account, and goes with its table", async (t) => {
	const { client } = await sdkForTest(t);
	const made = await client.send(
		new CreateTableCommand({
			...songs,
			ResourcePolicy: policyOf(),
			StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
		}),
	);
	assert.ok((await client.send(get)).Policy);
	const of = (arn: string | undefined) => client.send(new GetResourcePolicyCommand({ ResourceArn: arn }));
	const stream = made.TableDescription?.LatestStreamArn;
	await refused(of(stream), "PolicyNotFoundException", new RegExp(`ResourceArn: ${stream}$`));
	const prefix = "One or more parameter values were invalid:";
	await invalid(of("songs"), `${prefix} ARNs must start with 'arn:': songs`);
	await invalid(
		of(`${ResourceArn}/index/x`),
		`${prefix} Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ${ResourceArn}/index/x`,
	);
	await invalid(
		of(ResourceArn.replace("us-east-1", "eu-west-1")),
		`${prefix} Invalid resource Arn: ${ResourceArn.replace("us-east-1", "eu-west-1")}`,
	);
	await invalid(
		of(ResourceArn.replace("000000000000", "111111111111")),
		"This action is only supported by accounts that match the resource owner’s account.",
	);
	const gone = "Requested resource not found: Table: none not found";
	await refused(of(ResourceArn.replace("songs", "none")), "ResourceNotFoundException", gone);
	await refused(
		of(`${ResourceArn}/stream/2000-01-01T00:00:00.000`),
		"ResourceNotFoundException",
		"Requested resource not found: Stream: 2000-01-01T00:00:00.000 not found for Table: songs",
	);
	await client.send(new DeleteTableCommand({ TableName: "songs" }));
	await client.send(new CreateTableCommand(songs));
	await refused(client.send(get), "PolicyNotFoundException", /Resource-based policy not found/);
});
