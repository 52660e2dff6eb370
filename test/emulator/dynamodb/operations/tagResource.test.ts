import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

test("tags are added, changed, listed and removed by the table's ARN", async (t) => {
	const { table, call, invalid, refused } = await dynamodbForTest(t);
	const { TableDescription } = await table({ Tags: [{ Key: "a", Value: "1" }] });
	const ResourceArn = TableDescription.TableArn;
	await call("TagResource", {
		ResourceArn,
		Tags: [
			{ Key: "a", Value: "2" },
			{ Key: "b", Value: "3" },
		],
	});
	await call("UntagResource", { ResourceArn, TagKeys: ["b", "none"] });
	assert.deepEqual(await call("ListTagsOfResource", { ResourceArn }), { Tags: [{ Key: "a", Value: "2" }] });
	await invalid(
		"ListTagsOfResource",
		{ ResourceArn: "not-an-arn" },
		"One or more parameter values were invalid: ARNs must start with 'arn:': not-an-arn",
	);
	await refused(
		"ListTagsOfResource",
		{ ResourceArn: `${ResourceArn}-none` },
		"ResourceNotFoundException",
		`Requested resource not found: ResourceArn: ${ResourceArn}-none not found`,
	);
	const foreign = ResourceArn.replace("000000000000", "111111111111");
	await refused("ListTagsOfResource", { ResourceArn: foreign }, "AccessDeniedException", /not authorized/);
	const cases = [
		[[{ Key: "a#", Value: "" }], "The Tag Key provided is invalid, Key: a#"],
		[[{ Key: "a", Value: "|" }], "The Tag Value provided is invalid, Value: |"],
		[[{ Key: "aws:a", Value: "" }], "Tag Key cannot be prefixed with aws:, Key: aws:a"],
		[[], "Atleast one Tag needs to be provided as Input."],
		[
			Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: "" })),
			"Number of Tags exceed the current limit for the provided ResourceArn",
		],
	] as const;
	for (const [Tags, message] of cases) await invalid("TagResource", { ResourceArn, Tags }, message);
});
