import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, functionAnswer, lambdaUri, testGateway } from "../testGateway.ts";

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html; clients come from 192.0.2.1.

const allow = (more: object = {}) => ({
	Effect: "Allow",
	Principal: "*",
	Action: "execute-api:Invoke",
	Resource: "execute-api:/*",
	...more,
});
const deny = (more: object = {}) => ({ ...allow(more), Effect: "Deny" });
const from = (...blocks: string[]) => ({ Condition: { IpAddress: { "aws:SourceIp": blocks } } });
const notFrom = (...blocks: string[]) => ({ Condition: { NotIpAddress: { "aws:SourceIp": blocks } } });

const verdicts: readonly [string, readonly object[] | object, 200 | 403][] = [
	["everybody is allowed", [allow()], 200],
	["one statement need not be a list", allow(), 200],
	["nobody is mentioned", [], 403],
	["a denial goes before a permission", [allow(), deny()], 403],
	["another method is allowed", [allow({ Resource: "execute-api:/test/POST/pets" })], 403],
	["this method is allowed", [allow({ Resource: "execute-api:/test/GET/pets" })], 200],
	[
		"this method is allowed by its whole ARN",
		[allow({ Resource: "arn:aws:execute-api:eu-central-1:000000000000:*/test/GET/*" })],
		200,
	],
	[
		"all but this method are allowed",
		[{ ...allow(), Resource: undefined, NotResource: "execute-api:/test/GET/pets" }],
		403,
	],
	["another action is allowed", [allow({ Action: "execute-api:InvalidateCache" })], 403],
	["actions have wildcards and any case", [allow({ Action: "Execute-API:*" })], 200],
	[
		"an IAM role is allowed, the caller is anonymous",
		[allow({ Principal: { AWS: "arn:aws:iam::000000000000:role/r" } })],
		403,
	],
	["everybody is allowed as AWS", [allow({ Principal: { AWS: ["*"] } })], 200],
	["the caller's block is allowed", [allow(from("192.0.2.0/24"))], 200],
	["the caller's address is allowed", [allow(from("203.0.113.9", "192.0.2.1"))], 200],
	["another block is allowed", [allow(from("203.0.113.0/24"))], 403],
	["all but the caller's block are denied", [allow(), deny(notFrom("192.0.2.0/24"))], 200],
	["all but another block are denied", [allow(), deny(notFrom("203.0.113.0/24", "2001:db8::/32"))], 403],
	["a block that is none holds nobody", [allow(from("192.0.2.0/99"))], 403],
	[
		"a VPC endpoint is asked for: the caller is taken to be behind it",
		[allow({ Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } })],
		200,
	],
	["a header is asked for", [allow({ Condition: { StringLike: { "aws:UserAgent": "test/*" } } })], 200],
	["a header is missing", [allow({ Condition: { StringEquals: { "aws:Referer": "x" } } })], 403],
	["a header may be missing", [allow({ Condition: { StringEqualsIfExists: { "aws:Referer": "x" } } })], 200],
	[
		"two conditions must both hold",
		[allow({ Condition: { ...from("192.0.2.1").Condition, Bool: { "aws:SecureTransport": "true" } } })],
		200,
	],
	["a time that is over", [allow({ Condition: { DateLessThan: { "aws:CurrentTime": "2026-01-02T03:04:05Z" } } })], 403],
	[
		"an operator that nobody knows holds for nothing",
		[allow({ Condition: { Resembles: { "aws:UserAgent": "test/1" } } })],
		403,
	],
];
for (const [name, statement, status] of verdicts) {
	test(`a resource policy, when ${name}: ${status}`, async () => {
		const gateway = await testGateway();
		const policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
		const apiId = await deployMethod(gateway, { path: ["pets"], api: { policy } });
		assert.equal((await gateway.send(apiId, { path: "/pets" })).status, status);
	});
}

test("AWS's text names the method with the account masked, and an explicit deny", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, {
		path: ["pets"],
		api: { policy: JSON.stringify({ Statement: [deny({ Sid: "NotHere" })] }) },
	});
	const answer = await gateway.send(apiId, { path: "/pets" });
	const arn = `arn:aws:execute-api:eu-central-1:********0000:${apiId}/test/GET/pets`;
	assert.deepEqual(JSON.parse(answer.body), {
		Message: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${arn} with an explicit deny`,
	});
	assert.equal(answer.headers["x-amzn-errortype"], "AccessDeniedException");
	const frame = answer.trace?.frames.at(-1);
	assert.equal(frame?.step, "resourcePolicy");
	assert.match(frame.summary, /NotHere of the API's policy denies a caller from 192\.0\.2\.1/);
});

test("a header makes a call from this machine one from elsewhere", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, {
		api: { policy: JSON.stringify({ Statement: [allow(from("203.0.113.0/24"))] }) },
	});
	const refused = await gateway.send(apiId, { path: "/" });
	assert.match(refused.trace?.frames.at(-1)?.summary ?? "", /an X-Forwarded-For header makes a call from this machine/);
	const headers = { "X-Forwarded-For": "203.0.113.7" };
	assert.equal((await gateway.send(apiId, { path: "/", headers })).status, 200);
});

test("what a policy leaves open is a Lambda authorizer's to decide; what it denies is not", async () => {
	const grant = { principalId: "p", policyDocument: { Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] } };
	const send = async (statement: object) => {
		let asked = 0;
		const gateway = await testGateway({
			invokeFunction: () => {
				asked++;
				return Promise.resolve(functionAnswer(grant));
			},
		});
		const apiId = await deployMethod(gateway, { api: { policy: JSON.stringify({ Statement: [statement] }) } });
		const authorizer = await gateway.operate("CreateAuthorizer", {
			restApiId: apiId,
			name: "a",
			type: "TOKEN",
			authorizerUri: lambdaUri("a"),
			identitySource: "method.request.header.Authorization",
		});
		const { items } = (await gateway.operate("GetResources", { restApiId: apiId })) as { items: { id: string }[] };
		const patchOperations = [
			{ op: "replace", path: "/authorizationType", value: "CUSTOM" },
			{ op: "replace", path: "/authorizerId", value: String(authorizer["id"]) },
		];
		await gateway.operate("UpdateMethod", {
			restApiId: apiId,
			resourceId: items[0]?.id,
			httpMethod: "GET",
			patchOperations,
		});
		await gateway.operate("CreateDeployment", { restApiId: apiId, stageName: "test" });
		const { status } = await gateway.send(apiId, { path: "/", headers: { Authorization: "t" } });
		return [status, asked];
	};
	assert.deepEqual(await send(allow(from("203.0.113.0/24"))), [200, 1]);
	assert.deepEqual(await send(deny()), [403, 0]);
});

test("a policy that cannot be read lets nobody in, and says why", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { api: { policy: "{" } });
	const answer = await gateway.send(apiId, { path: "/" });
	assert.equal(answer.status, 403);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /the API's policy cannot be read: it is not JSON/);
});
