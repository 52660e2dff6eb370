import assert from "node:assert/strict";
import { test } from "node:test";
import { testLambda } from "./testLambda.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const api = "arn:aws:execute-api:us-east-1:000000000000:abc";
const gateway = "apigateway.amazonaws.com";
const statement = {
	FunctionName: "f",
	StatementId: "api",
	Action: "lambda:InvokeFunction",
	Principal: gateway,
	SourceArn: `${api}/*/GET/orders`,
};
const expected = {
	Sid: "api",
	Effect: "Allow",
	Principal: { Service: gateway },
	Action: "lambda:InvokeFunction",
	Resource: arn,
	Condition: { ArnLike: { "AWS:SourceArn": `${api}/*/GET/orders` } },
};

test("a resource policy is kept, read and decided by", async (t) => {
	const { make, call, lambda } = await testLambda(t);
	await make("f", { "index.js": "" });
	const allows = (source: string, principal = gateway) => lambda.policyAllows(arn, principal, source);
	assert.equal(allows(`${api}/prod/GET/orders`), false);

	const added = await call("AddPermission", statement);
	assert.equal(added["Statement"], JSON.stringify(expected));
	const { Policy, RevisionId } = await call("GetPolicy", { FunctionName: "f" });
	assert.deepEqual(JSON.parse(String(Policy)), { Version: "2012-10-17", Id: "default", Statement: [expected] });
	const { Configuration } = await call("GetFunction", { FunctionName: "f" });
	assert.equal(RevisionId, (Configuration as { RevisionId: string }).RevisionId);

	assert.equal(allows(`${api}/prod/GET/orders`), true);
	assert.equal(allows(`${api}/prod/POST/orders`), false);
	assert.equal(allows(`${api.replace("abc", "xyz")}/prod/GET/orders`), false);
	assert.equal(allows(`${api}/prod/GET/orders`, "s3.amazonaws.com"), false);
	assert.equal(lambda.policyAllows(`${arn}:live`, gateway, `${api}/prod/GET/orders`), false);

	await call("RemovePermission", { FunctionName: "f", StatementId: "api" });
	assert.equal(allows(`${api}/prod/GET/orders`), false);
	await assert.rejects(call("GetPolicy", { FunctionName: "f" }), {
		code: "ResourceNotFoundException",
		message: "The resource you requested does not exist.",
	});
});

test("principals and conditions are written as AWS writes them", async (t) => {
	const { make, call } = await testLambda(t);
	await make("f", { "index.js": "" });
	const cases: [request: object, members: object][] = [
		[{ Principal: "*" }, { Principal: "*" }],
		[{ Principal: "123456789012" }, { Principal: { AWS: "arn:aws:iam::123456789012:root" } }],
		[{ Principal: "arn:aws:iam::123456789012:user/a" }, { Principal: { AWS: "arn:aws:iam::123456789012:user/a" } }],
		[
			{ Principal: "s3.amazonaws.com", SourceArn: "arn:aws:s3:::b", SourceAccount: "123456789012" },
			{
				Principal: { Service: "s3.amazonaws.com" },
				Condition: {
					StringEquals: { "AWS:SourceAccount": "123456789012" },
					ArnLike: { "AWS:SourceArn": "arn:aws:s3:::b" },
				},
			},
		],
	];
	for (const [i, [request, members]] of cases.entries()) {
		const base = { FunctionName: "f", StatementId: `s${i}`, Action: "lambda:InvokeFunction" };
		const { Statement } = await call("AddPermission", { ...base, ...request });
		const { Sid: _sid, Effect: _effect, Action: _action, Resource: _resource, ...rest } = JSON.parse(String(Statement));
		assert.deepEqual(rest, members);
	}
});

/** As recorded: TestLambdaPermissions::test_permission_exceptions, test_remove_multi_permissions. */
test("what AWS refuses of a policy is refused in its words", async (t) => {
	const { make, call } = await testLambda(t);
	await make("f", { "index.js": "" });
	const remove = (FunctionName: string, StatementId: string, rest: object = {}) =>
		call("RemovePermission", { FunctionName, StatementId, ...rest });
	await assert.rejects(remove("f", "s"), { message: "No policy is associated with the given resource." });
	await call("AddPermission", statement);
	const add = (rest: object) => call("AddPermission", { ...statement, StatementId: "other", ...rest });
	const cases: [refused: Promise<unknown>, message: string][] = [
		[
			call("AddPermission", statement),
			"The statement id (api) provided already exists. Please provide a new statement id, or remove the existing statement.",
		],
		[add({ Principal: "nobody" }), "The provided principal was invalid. Please check the principal and try again."],
		[add({ Qualifier: "$LATEST" }), "We currently do not support adding policies for $LATEST."],
		[add({ Qualifier: "live" }), `Cannot find alias arn: ${arn}:live`],
		[add({ Qualifier: "42" }), `Function not found: ${arn}:42`],
		[add({ Qualifier: "valid-with-$-but-doesnotexist" }), `Function not found: ${arn}:valid-with-$-but-doesnotexist`],
		[add({ FunctionName: "doesnotexist" }), `Function not found: ${arn.slice(0, -1)}doesnotexist`],
		[
			add({ RevisionId: "00000000-0000-4000-8000-000000000000" }),
			"The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id",
		],
		[remove("f", "non-existent"), "Statement non-existent is not found in resource policy."],
		[remove("doesnotexist", "s"), `No policy found for: ${arn.slice(0, -1)}doesnotexist`],
		[remove("f", "api", { Qualifier: "live" }), `Cannot find alias arn: ${arn}:live`],
	];
	for (const [refused, message] of cases) await assert.rejects(refused, { message });
});
