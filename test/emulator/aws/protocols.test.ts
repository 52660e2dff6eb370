import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { DynamoDBClient, ListTablesCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
	GetFunctionConfigurationCommand,
	InvokeCommand,
	LambdaClient,
	ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import {
	GetObjectCommand,
	ListBucketsCommand,
	PutBucketTaggingCommand,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { AwsError } from "../../../emulator/aws/awsError.ts";
import type { BoundOperation, Service } from "../../../emulator/aws/service.ts";
import { serve } from "./serve.ts";

/** Operations of the tests' own behind the real wire; what they were asked is kept. */
function watched(model: Service["model"], operations: Record<string, (request: Record<string, unknown>) => unknown>) {
	const asked: Record<string, unknown>[] = [];
	const bound = Object.fromEntries(
		Object.entries(operations).map(([name, operation]): [string, BoundOperation] => [
			name,
			(request: Record<string, unknown>) => {
				asked.push(request);
				return operation(request);
			},
		]),
	);
	return { asked, service: { model, operations: bound } };
}

suite("AWS JSON", () => {
	test("blobs arrive as bytes, and come back as the client sent them", async (t) => {
		const { asked, service: dynamodb } = watched("dynamodb", { PutItem: (it) => ({ Attributes: it["Item"] }) });
		const { options } = await serve(t, [dynamodb]);
		const Item = {
			id: { S: "1" },
			photo: { B: new Uint8Array([1, 2, 255]) },
			list: { L: [{ N: "1" }, { NULL: true }] },
		};
		const answer = await new DynamoDBClient(options).send(new PutItemCommand({ TableName: "orders", Item }));
		assert.deepEqual(answer.Attributes, Item);
		assert.deepEqual(asked[0]?.["TableName"], "orders");
	});

	test("an error comes with AWS's name, message and further members", async (t) => {
		const { service: dynamodb } = watched("dynamodb", {
			PutItem: () => {
				throw new AwsError("ConditionalCheckFailedException", "The conditional request failed", 400, {
					Item: { id: { S: "1" } },
				});
			},
		});
		const { options } = await serve(t, [dynamodb]);
		const put = new DynamoDBClient(options).send(new PutItemCommand({ TableName: "orders", Item: {} }));
		await assert.rejects(put, {
			name: "ConditionalCheckFailedException",
			message: "The conditional request failed",
			Item: { id: { S: "1" } },
		});
	});

	const wrongTypes: readonly [body: string, message: string][] = [
		['{"TableName": 1}', "NUMBER_VALUE cannot be converted to String"],
		['{"TableName": true}', "TRUE_VALUE cannot be converted to String"],
		['{"TableName": []}', "Unrecognized collection type class java.util.ArrayList"],
		['{"TableName": {}}', "Start of structure or map found where not expected."],
		['{"Limit": "x"}', "STRING_VALUE cannot be converted to Integer"],
		["{", ""],
	];
	for (const [body, message] of wrongTypes) {
		test(`a body that is ${body} is refused before any constraint is looked at`, async (t) => {
			const { service: dynamodb } = watched("dynamodb", { Scan: () => ({}) });
			const { endpoint } = await serve(t, [dynamodb]);
			const response = await fetch(endpoint, { method: "POST", headers: signed("DynamoDB_20120810.Scan"), body });
			assert.equal(response.status, 400);
			assert.deepEqual(await response.json(), {
				__type: "com.amazon.coral.service#SerializationException",
				Message: message,
			});
		});
	}

	test("a gzip body is read", async (t) => {
		const { asked, service: dynamodb } = watched("dynamodb", { ListTables: () => ({ TableNames: [] }) });
		const { endpoint } = await serve(t, [dynamodb]);
		const headers = { ...signed("DynamoDB_20120810.ListTables"), "Content-Encoding": "gzip" };
		const response = await fetch(endpoint, { method: "POST", headers, body: gzipSync('{"Limit": 5}') });
		assert.deepEqual([response.status, asked], [200, [{ Limit: 5 }]]);
	});

	test("a call without a signature is refused as AWS does", async (t) => {
		const { endpoint } = await serve(t, []);
		const response = await fetch(endpoint, {
			method: "POST",
			headers: { "X-Amz-Target": "DynamoDB_20120810.ListTables" },
			body: "{}",
		});
		assert.equal(response.status, 400);
		assert.deepEqual(await response.json(), {
			__type: "com.amazon.coral.service#MissingAuthenticationTokenException",
			message: "Request is missing Authentication Token",
		});
	});

	test("what AWS has and Gatewright lacks answers 501 and names it", async (t) => {
		const { options } = await serve(t, []);
		const list = new DynamoDBClient(options).send(new ListTablesCommand({}));
		await assert.rejects(list, (error: Error & { $metadata: { httpStatusCode: number } }) => {
			assert.equal(error.$metadata.httpStatusCode, 501);
			assert.match(error.message, /does not implement dynamodb:ListTables yet/);
			return true;
		});
	});

	test("our own mistake is AWS's 500, and the log has its stack", async (t) => {
		const { service: dynamodb } = watched("dynamodb", {
			ListTables: () => {
				throw new TypeError("a mistake");
			},
		});
		const { endpoint, events } = await serve(t, [dynamodb]);
		const response = await fetch(endpoint, {
			method: "POST",
			headers: signed("DynamoDB_20120810.ListTables"),
			body: "{}",
		});
		assert.equal(response.status, 500);
		const [event] = events.since(0);
		assert.ok(event?.type === "log" && /a mistake[\s\S]*protocols\.test/.test(event.text));
	});
});

suite("REST-JSON", () => {
	test("labels, query, headers and a blob body are bound as the model says", async (t) => {
		const { asked, service: lambda } = watched("lambda", {
			Invoke: () => ({
				StatusCode: 200,
				FunctionError: "Unhandled",
				LogResult: "bG9n",
				Payload: Buffer.from('{"a":1}'),
				ExecutedVersion: "$LATEST",
			}),
		});
		const { options } = await serve(t, [lambda]);
		const command = new InvokeCommand({
			FunctionName: "f",
			Qualifier: "live",
			LogType: "Tail",
			Payload: Buffer.from("{}"),
		});
		const answer = await new LambdaClient(options).send(command);
		assert.deepEqual(
			[
				answer.StatusCode,
				answer.FunctionError,
				answer.LogResult,
				Buffer.from(answer.Payload ?? []).toString(),
				answer.ExecutedVersion,
			],
			[200, "Unhandled", "bG9n", '{"a":1}', "$LATEST"],
		);
		assert.deepEqual(asked[0], { FunctionName: "f", Qualifier: "live", LogType: "Tail", Payload: Buffer.from("{}") });
	});

	test("numbers in the query are numbers", async (t) => {
		const { asked, service: lambda } = watched("lambda", { ListFunctions: () => ({ Functions: [] }) });
		const { options } = await serve(t, [lambda]);
		await new LambdaClient(options).send(new ListFunctionsCommand({ MaxItems: 3 }));
		assert.deepEqual(asked, [{ MaxItems: 3 }]);
	});

	test("an error's message has the spelling of its shape", async (t) => {
		const { service: lambda } = watched("lambda", {
			GetFunctionConfiguration: () => {
				throw new AwsError("ResourceNotFoundException", "Function not found: x", 404, { Type: "User" });
			},
		});
		const { endpoint, options } = await serve(t, [lambda]);
		const get = new LambdaClient(options).send(new GetFunctionConfigurationCommand({ FunctionName: "x" }));
		await assert.rejects(get, { name: "ResourceNotFoundException", message: "Function not found: x", Type: "User" });
		const raw = await fetch(`${endpoint}/2015-03-31/functions/x/configuration`, {
			headers: signed(undefined, "lambda"),
		});
		assert.equal(raw.headers.get("x-amzn-errortype"), "ResourceNotFoundException");
		assert.deepEqual(await raw.json(), { Type: "User", Message: "Function not found: x" });
	});
});

suite("REST-XML", () => {
	test("a list in an answer is an element each", async (t) => {
		const CreationDate = new Date("2026-11-22T10:00:00.000Z");
		const { service: s3 } = watched("s3", {
			ListBuckets: () => ({ Buckets: [{ Name: "a<b>", CreationDate }, { Name: "c" }], Owner: { ID: "me" } }),
		});
		const { options } = await serve(t, [s3]);
		const answer = await new S3Client({ ...options, forcePathStyle: true }).send(new ListBucketsCommand({}));
		assert.deepEqual([answer.Buckets, answer.Owner], [[{ Name: "a<b>", CreationDate }, { Name: "c" }], { ID: "me" }]);
	});

	test("an XML body is read into members", async (t) => {
		const { asked, service: s3 } = watched("s3", { PutBucketTagging: () => ({}) });
		const { options } = await serve(t, [s3]);
		const Tagging = {
			TagSet: [
				{ Key: "a", Value: "1 & 2" },
				{ Key: "b", Value: "" },
			],
		};
		await new S3Client({ ...options, forcePathStyle: true }).send(
			new PutBucketTaggingCommand({ Bucket: "bucket", Tagging }),
		);
		assert.deepEqual([asked[0]?.["Bucket"], asked[0]?.["Tagging"]], ["bucket", Tagging]);
	});

	test("an object's key keeps its slashes, its body and its metadata", async (t) => {
		const { asked, service: s3 } = watched("s3", {
			PutObject: () => ({ ETag: '"e"' }),
			GetObject: () => ({ Body: Buffer.from("hello"), ContentType: "text/plain", Metadata: { owner: "me" } }),
		});
		const { options } = await serve(t, [s3]);
		const client = new S3Client({ ...options, forcePathStyle: true, requestChecksumCalculation: "WHEN_REQUIRED" });
		await client.send(
			new PutObjectCommand({ Bucket: "b", Key: "a/b c/d.txt", Body: "hello", Metadata: { owner: "me" } }),
		);
		assert.deepEqual(
			[asked[0]?.["Bucket"], asked[0]?.["Key"], String(asked[0]?.["Body"]), asked[0]?.["Metadata"]],
			["b", "a/b c/d.txt", "hello", { owner: "me" }],
		);
		const got = await client.send(new GetObjectCommand({ Bucket: "b", Key: "a/b c/d.txt" }));
		assert.deepEqual([await got.Body?.transformToString(), got.Metadata], ["hello", { owner: "me" }]);
	});

	test("an error is the element that S3's clients read", async (t) => {
		const { service: s3 } = watched("s3", {
			GetObject: () => {
				throw new AwsError("NoSuchKey", "The specified key does not exist.", 404, { Key: "x" });
			},
		});
		const { options } = await serve(t, [s3]);
		const get = new S3Client({ ...options, forcePathStyle: true }).send(
			new GetObjectCommand({ Bucket: "b", Key: "x" }),
		);
		await assert.rejects(get, { name: "NoSuchKey", message: "The specified key does not exist." });
	});
});

suite("Query", () => {
	test("an answer is in its operation's result element", async (t) => {
		const { service: sts } = watched("sts", {
			GetCallerIdentity: () => ({ Account: "000000000000", Arn: "arn:aws:iam::000000000000:root" }),
		});
		const { options } = await serve(t, [sts]);
		const { Account, Arn } = await new STSClient(options).send(new GetCallerIdentityCommand({}));
		assert.deepEqual([Account, Arn], ["000000000000", "arn:aws:iam::000000000000:root"]);
	});

	test("lists and structures of the form are read, and dates come back as dates", async (t) => {
		const Expiration = new Date("2026-11-22T12:00:00.000Z");
		const { asked, service: sts } = watched("sts", {
			AssumeRole: () => ({
				Credentials: { AccessKeyId: "A".repeat(20), SecretAccessKey: "s", SessionToken: "t", Expiration },
			}),
		});
		const { options } = await serve(t, [sts]);
		const Tags = [
			{ Key: "a", Value: "1" },
			{ Key: "b", Value: "2" },
		];
		const command = new AssumeRoleCommand({
			RoleArn: "arn:aws:iam::000000000000:role/r",
			RoleSessionName: "me",
			DurationSeconds: 900,
			Tags,
		});
		const answer = await new STSClient(options).send(command);
		assert.deepEqual(answer.Credentials?.Expiration, Expiration);
		assert.deepEqual([asked[0]?.["DurationSeconds"], asked[0]?.["Tags"]], [900, Tags]);
	});

	// Recorded from AWS: sts test_sts, test_assume_role_with_invalid_session_name.
	test("a constraint that does not hold has the Query protocol's own code", async (t) => {
		const { service: sts } = watched("sts", { AssumeRole: () => ({}) });
		const { options } = await serve(t, [sts]);
		const command = new AssumeRoleCommand({
			RoleArn: "arn:aws:iam::000000000000:role/r",
			RoleSessionName: "Session1:2",
		});
		await assert.rejects(new STSClient(options).send(command), {
			name: "ValidationError",
			message:
				"1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
		});
	});
});

function signed(target: string | undefined, service = "dynamodb"): Record<string, string> {
	return {
		Authorization: `AWS4-HMAC-SHA256 Credential=any/20261122/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=00`,
		"X-Amz-Date": "20261122T000000Z",
		...(target === undefined ? {} : { "X-Amz-Target": target }),
	};
}
