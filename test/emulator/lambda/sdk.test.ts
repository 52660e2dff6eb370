import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateFunctionCommand,
	DeleteFunctionCommand,
	GetFunctionCommand,
	InvokeCommand,
	LambdaClient,
	ListFunctionsCommand,
	ResourceNotFoundException,
	UpdateFunctionCodeCommand,
	waitUntilFunctionActiveV2,
} from "@aws-sdk/client-lambda";
import { strToU8, zipSync } from "fflate";
import { clientOptions, startEmulator } from "../startEmulator.ts";

const zip = (result: string) =>
	zipSync({
		"index.js": strToU8(`exports.handler = async (event, context) => { console.log("hi"); return ${result}; };`),
	});

test("the AWS SDK creates, waits for, invokes, updates and deletes a function", async (t) => {
	const emulator = await startEmulator(t);
	const client = new LambdaClient(clientOptions(emulator));
	t.after(() => client.destroy());
	const FunctionName = "hello";
	await client.send(
		new CreateFunctionCommand({
			FunctionName,
			Role: "arn:aws:iam::000000000000:role/r",
			Runtime: "nodejs22.x",
			Handler: "index.handler",
			Code: { ZipFile: zip("{ got: event, endpoint: process.env.AWS_ENDPOINT_URL, id: context.awsRequestId }") },
		}),
	);
	await waitUntilFunctionActiveV2({ client, maxWaitTime: 5 }, { FunctionName });
	const { $metadata, ...invoked } = await client.send(
		new InvokeCommand({ FunctionName, Payload: strToU8('{"a":"ü"}'), LogType: "Tail" }),
	);
	assert.deepEqual(JSON.parse(invoked.Payload?.transformToString() ?? ""), {
		got: { a: "ü" },
		endpoint: emulator.endpoint,
		id: $metadata.requestId,
	});
	assert.deepEqual([invoked.StatusCode, invoked.ExecutedVersion, invoked.FunctionError], [200, "$LATEST", undefined]);
	assert.match(Buffer.from(invoked.LogResult ?? "", "base64").toString("utf8"), /\tINFO\thi\n/);

	await client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: zip("event.not.there") }));
	const failed = await client.send(new InvokeCommand({ FunctionName }));
	assert.equal(failed.FunctionError, "Unhandled");
	const { errorType, errorMessage } = JSON.parse(failed.Payload?.transformToString() ?? "");
	assert.deepEqual([errorType, errorMessage], ["TypeError", "Cannot read properties of undefined (reading 'there')"]);

	const event = await client.send(new InvokeCommand({ FunctionName, InvocationType: "Event" }));
	assert.equal(event.StatusCode, 202);
	const { Functions } = await client.send(new ListFunctionsCommand({}));
	assert.deepEqual(
		Functions?.map((it) => it.FunctionName),
		[FunctionName],
	);
	await client.send(new DeleteFunctionCommand({ FunctionName }));
	await assert.rejects(client.send(new GetFunctionCommand({ FunctionName })), (error) => {
		assert.ok(error instanceof ResourceNotFoundException);
		assert.equal(error.Type, "User");
		assert.equal(error.message, "Function not found: arn:aws:lambda:us-east-1:000000000000:function:hello");
		return true;
	});
});
