import assert from "node:assert/strict";
import { test } from "node:test";
import { stepNames } from "../../../protocol/trace.ts";
import { deployMethod, functionAnswer, lambdaUri, testGateway } from "./testGateway.ts";

test("a MOCK method answers by its templates and shows the frame of every step", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, {
		path: ["hello", "{name}"],
		responses: {
			200: { integration: { responseTemplates: { "application/json": '{"hello":"$input.params(\'name\')"}' } } },
		},
	});
	const answer = await gateway.send(apiId, { path: "/hello/Ada" });
	assert.equal(answer.status, 200);
	assert.equal(answer.body, '{"hello":"Ada"}');
	assert.equal(answer.headers["content-type"], "application/json");
	assert.deepEqual(
		answer.trace?.frames.map((it) => it.step),
		[...stepNames],
	);
	assert.equal(answer.trace.resourcePath, "/hello/{name}");
});

test("an AWS_PROXY method hands the whole request to the function and sends its whole answer", async () => {
	const events: Record<string, unknown>[] = [];
	const gateway = await testGateway({
		async invokeFunction({ function: name, payload }) {
			assert.equal(name, "arn:aws:lambda:eu-central-1:000000000000:function:orders");
			events.push(JSON.parse(Buffer.from(payload).toString()));
			return functionAnswer({ statusCode: 201, headers: { "x-own": "1" }, body: "made" });
		},
	});
	const apiId = await deployMethod(gateway, {
		path: ["orders", "{proxy+}"],
		method: "ANY",
		integration: { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("orders") },
	});
	const answer = await gateway.send(apiId, {
		method: "PUT",
		path: "/orders/a%20b/c/?x=1&x=2&y=a+b",
		headers: { "Content-Type": "application/json" },
		body: "{}",
	});
	assert.deepEqual([answer.status, answer.body, answer.headers["x-own"]], [201, "made", "1"]);
	const [event] = events;
	assert.equal(event?.["path"], "/orders/a%20b/c/");
	assert.deepEqual(event["pathParameters"], { proxy: "a%20b/c" });
	assert.deepEqual(event["queryStringParameters"], { x: "2", y: "a b" });
	assert.deepEqual(event["multiValueQueryStringParameters"], { x: ["1", "2"], y: ["a b"] });
	assert.equal(event["body"], "{}");
});

test("an AWS method calls DynamoDB with what the template made, named as DynamoDB's own protocol names it", async () => {
	const gateway = await testGateway({
		async callAws(service, request) {
			assert.equal(service, "dynamodb");
			assert.equal(request.headers["x-amz-target"], "DynamoDB_20120810.PutItem");
			assert.equal(request.headers["content-type"], "application/x-amz-json-1.0");
			return { status: 200, headers: { "Content-Type": "application/x-amz-json-1.0" }, body: request.body };
		},
	});
	const apiId = await deployMethod(gateway, {
		method: "POST",
		integration: {
			type: "AWS",
			integrationHttpMethod: "POST",
			credentials: "arn:aws:iam::000000000000:role/any",
			uri: "arn:aws:apigateway:eu-central-1:dynamodb:action/PutItem",
			requestTemplates: { "application/json": '{"TableName":"t","Item":$input.json(\'$\')}' },
		},
		responses: { 200: { integration: { responseTemplates: { "application/json": '{"stored":$input.body}' } } } },
	});
	const answer = await gateway.send(apiId, { method: "POST", path: "/", body: '{"id":{"S":"1"}}' });
	assert.equal(answer.body, '{"stored":{"TableName":"t","Item":{"id":{"S":"1"}}}}');
});
