import assert from "node:assert/strict";
import { test } from "node:test";
import { AwsError } from "../../../../emulator/aws/awsError.ts";
import type { WireRequest } from "../../../../emulator/aws/wire.ts";
import { deployMethod, testGateway } from "../testGateway.ts";

const role = "arn:aws:iam::000000000000:role/any";
const arn = (rest: string) => `arn:aws:apigateway:eu-central-1:${rest}`;

for (const [name, integration, expected] of [
	[
		"a JSON service is told its operation by header",
		{ uri: arn("dynamodb:action/Query") },
		{
			method: "POST",
			path: "/",
			query: "",
			target: "DynamoDB_20120810.Query",
			type: "application/x-amz-json-1.0",
			body: "{}",
		},
	],
	[
		"a target that is mapped goes before",
		{
			uri: arn("events:action/PutEvents"),
			requestParameters: { "integration.request.header.X-Amz-Target": "'AWSEvents.PutEvents'" },
		},
		{
			method: "POST",
			path: "/",
			query: "",
			target: "AWSEvents.PutEvents",
			type: "application/x-amz-json-1.1",
			body: "{}",
		},
	],
	[
		"a query service is told its operation by query",
		{ uri: arn("sns:action/Publish"), requestParameters: { "integration.request.querystring.Message": "'a b'" } },
		{
			method: "POST",
			path: "/",
			query: "Action=Publish&Version=2010-03-31&Message=a+b",
			target: undefined,
			type: "application/json",
			body: "{}",
		},
	],
	[
		"a path goes out as it is, with the type that is mapped",
		{
			uri: arn("sqs:path/000000000000/queue"),
			requestParameters: { "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'" },
		},
		{
			method: "POST",
			path: "/000000000000/queue",
			query: "",
			target: undefined,
			type: "application/x-www-form-urlencoded",
			body: "{}",
		},
	],
	[
		"a path may be filled with what must be encoded",
		{ uri: arn("s3:path/bucket/{key}"), requestParameters: { "integration.request.path.key": "'ä b'" } },
		{ method: "POST", path: "/bucket/%C3%A4%20b", query: "", target: undefined, type: "application/json", body: "{}" },
	],
	[
		"GET has no body",
		{ integrationHttpMethod: "GET", uri: arn("s3:path/bucket/key?acl") },
		{ method: "GET", path: "/bucket/key", query: "acl", target: undefined, type: "application/json", body: "" },
	],
] as const) {
	test(name, async () => {
		const requests: WireRequest[] = [];
		const gateway = await testGateway({
			async callAws(service, wire) {
				assert.equal(service, /eu-central-1:([a-z0-9]+):/.exec(integration.uri)?.[1]);
				requests.push(wire);
				return { status: 200, headers: {}, body: "" };
			},
		});
		const base = { type: "AWS", integrationHttpMethod: "POST", credentials: role };
		const apiId = await deployMethod(gateway, { method: "POST", integration: { ...base, ...integration } });
		assert.equal((await gateway.send(apiId, { method: "POST", path: "/", body: "{}" })).status, 200);
		const [wire] = requests;
		const shown = {
			target: wire?.headers["x-amz-target"],
			type: wire?.headers["content-type"],
			body: wire?.body.toString(),
		};
		assert.deepEqual({ method: wire?.method, path: wire?.path, query: wire?.query, ...shown }, expected);
	});
}

test("a service that cannot be called is a configuration error that names it", async () => {
	const gateway = await testGateway({
		callAws: () => Promise.reject(new AwsError("InternalFailure", "no such service", 501)),
	});
	const integration = {
		type: "AWS",
		integrationHttpMethod: "POST",
		credentials: role,
		uri: arn("polly:path/v1/speech"),
	};
	const apiId = await deployMethod(gateway, { integration });
	const answer = await gateway.send(apiId, { path: "/" });
	assert.equal(answer.status, 500);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /polly cannot be called/);
});
