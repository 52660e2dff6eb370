import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { role, testLambda } from "./testLambda.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ZipFile = zipSync({ "index.js": strToU8("exports.handler = async () => 1;") });
const create = {
	FunctionName: "f",
	Role: role,
	Runtime: "nodejs22.x",
	Handler: "index.handler",
	Code: { ZipFile },
};

/** As recorded: TestLambdaFunction::test_function_lifecycle, test_lambda_code_location_zipfile. */
const configuration = {
	FunctionName: "f",
	FunctionArn: arn,
	Runtime: "nodejs22.x",
	Role: role,
	Handler: "index.handler",
	CodeSize: ZipFile.length,
	Description: "",
	Timeout: 3,
	MemorySize: 128,
	Version: "$LATEST",
	TracingConfig: { Mode: "PassThrough" },
	PackageType: "Zip",
	Architectures: ["x86_64"],
	EphemeralStorage: { Size: 512 },
	SnapStart: { ApplyOn: "None", OptimizationStatus: "Off" },
	LoggingConfig: { LogFormat: "Text", LogGroup: "/aws/lambda/f" },
};

/** The members that differ from run to run, looked at and taken away. */
function stable(answer: Record<string, unknown>): Record<string, unknown> {
	const { RevisionId, LastModified, CodeSha256, RuntimeVersionConfig, ...rest } = answer;
	assert.match(String(RevisionId), uuid);
	assert.match(String(LastModified), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
	assert.match(String(CodeSha256), /^[A-Za-z0-9+/]{43}=$/);
	assert.match(JSON.stringify(RuntimeVersionConfig), /"arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}"/);
	return rest;
}

test("the life of a function, with the answers that AWS gives", async (t) => {
	const { call } = await testLambda(t);
	const made = await call("CreateFunction", { ...create, Tags: { team: "a" } });
	assert.deepEqual(stable(made), {
		...configuration,
		State: "Pending",
		StateReason: "The function is being created.",
		StateReasonCode: "Creating",
	});
	const got = await call("GetFunction", { FunctionName: "f" });
	const settled = { ...configuration, State: "Active", LastUpdateStatus: "Successful" };
	assert.deepEqual(stable(got["Configuration"] as Record<string, unknown>), settled);
	assert.deepEqual(got["Tags"], { team: "a" });
	assert.deepEqual(stable(await call("GetFunctionConfiguration", { FunctionName: arn, Qualifier: "$LATEST" })), {
		...settled,
		FunctionArn: `${arn}:$LATEST`,
	});

	const change = { Timeout: 10, MemorySize: 512, Description: "new", Environment: { Variables: { ENV_A: "a" } } };
	const changed = await call("UpdateFunctionConfiguration", { FunctionName: "f", ...change });
	assert.deepEqual(stable(changed), {
		...configuration,
		...change,
		State: "Active",
		LastUpdateStatus: "InProgress",
		LastUpdateStatusReason: "The function is being created.",
		LastUpdateStatusReasonCode: "Creating",
	});
	const listed = await call("ListFunctions", {});
	const [first] = listed["Functions"] as Record<string, unknown>[];
	assert.deepEqual(first?.["Description"], "new");
	assert.ok(first !== undefined && !("State" in first) && !("RuntimeVersionConfig" in first));

	await call("DeleteFunction", { FunctionName: "f" });
	await assert.rejects(call("GetFunction", { FunctionName: "f" }), { message: `Function not found: ${arn}` });
});

test("lists come in pages, and a page's marker holds while functions come and go", async (t) => {
	const { call } = await testLambda(t);
	for (const name of ["c", "a", "e", "b", "d"]) await call("CreateFunction", { ...create, FunctionName: name });
	const names = (answer: Record<string, unknown>) =>
		(answer["Functions"] as { FunctionName: string }[]).map(({ FunctionName }) => FunctionName);
	const one = await call("ListFunctions", { MaxItems: 2 });
	assert.deepEqual(names(one), ["a", "b"]);
	await call("DeleteFunction", { FunctionName: "b" });
	const two = await call("ListFunctions", { MaxItems: 2, Marker: one["NextMarker"] });
	assert.deepEqual(names(two), ["c", "d"]);
	const three = await call("ListFunctions", { MaxItems: 2, Marker: two["NextMarker"] });
	assert.deepEqual([names(three), three["NextMarker"]], [["e"], undefined]);
});

test("what AWS refuses is refused in its words", async (t) => {
	const { call } = await testLambda(t);
	await call("CreateFunction", create);
	const invalid = { code: "InvalidParameterValueException", status: 400 };
	const missing = { code: "ResourceNotFoundException", status: 404 };
	const variables = (Variables: Record<string, string>) => ({
		...create,
		FunctionName: "g",
		Environment: { Variables },
	});
	const cases: [operation: string, request: object, error: object][] = [
		[
			"CreateFunction",
			create,
			{ code: "ResourceConflictException", status: 409, message: "Function already exist: f" },
		],
		[
			"CreateFunction",
			{ ...create, FunctionName: "g", Runtime: "nodejs12.x" },
			{
				...invalid,
				message:
					"The runtime parameter of nodejs12.x is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.",
			},
		],
		[
			"CreateFunction",
			{ ...create, FunctionName: "g", Runtime: "PYTHON3.9" },
			{
				...invalid,
				message:
					/^Value PYTHON3\.9 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[nodejs20\.x, .*, java8\.al2\] or be a valid ARN$/,
			},
		],
		[
			"CreateFunction",
			variables({ SMALL: "ok", LARGE: "x".repeat(4096) }),
			{
				...invalid,
				message: `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: {"SMALL":"ok","LARGE":"${"x".repeat(4096)}"}`,
			},
		],
		[
			"CreateFunction",
			variables({ AWS_REGION: "x" }),
			{ ...invalid, message: /Reserved keys used in this request: AWS_REGION$/ },
		],
		["GetFunction", { FunctionName: "g" }, { ...missing, message: `Function not found: ${arn.slice(0, -1)}g` }],
		["GetFunction", { FunctionName: "f", Qualifier: "7" }, { ...missing, message: `Function not found: ${arn}:7` }],
		[
			"GetFunction",
			{ FunctionName: "arn:aws:lambda:eu-west-1:000000000000:function:f" },
			{ ...missing, message: "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')" },
		],
		[
			"GetFunction",
			{ FunctionName: "f:1", Qualifier: "2" },
			{
				...invalid,
				message: "The derived qualifier from the function name does not match the specified qualifier.",
			},
		],
		[
			"DeleteFunction",
			{ FunctionName: "f", Qualifier: "$LATEST" },
			{ ...invalid, message: "$LATEST version cannot be deleted without deleting the function." },
		],
		[
			"UpdateFunctionCode",
			{ FunctionName: "f", ImageUri: "x" },
			{ ...invalid, message: "Please don't provide ImageUri when updating a function with packageType Zip." },
		],
		[
			"UpdateFunctionCode",
			{ FunctionName: "f", ZipFile, RevisionId: "x" },
			{
				code: "PreconditionFailedException",
				status: 412,
				message:
					"The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id",
			},
		],
		["Invoke", { FunctionName: "g" }, { ...missing, message: `Function not found: ${arn.slice(0, -1)}g` }],
		[
			"Invoke",
			{ FunctionName: "f", Payload: Buffer.from("\u0099\u00eb") },
			{
				code: "InvalidRequestContentException",
				status: 400,
				message:
					"Could not parse request body into json: Could not parse payload into json: Unexpected character ((CTRL-CHAR, code 153)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1]",
			},
		],
		[
			"Invoke",
			{ FunctionName: "f", Payload: Buffer.alloc(6291457, 32) },
			{
				code: "RequestTooLargeException",
				status: 413,
				message: "6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)",
			},
		],
	];
	for (const [operation, request, error] of cases) {
		await assert.rejects(
			call(operation, request),
			{ ...error, members: { Type: "User" } },
			`${operation} ${JSON.stringify(error)}`,
		);
	}
});

test("an event is answered at once and tried three times when the function fails", async (t) => {
	const { call, make, run, kernel, logs } = await testLambda(t);
	await make("fails", { "index.js": "exports.handler = async () => { console.log('tried'); throw new Error('no'); }" });
	const tries = () => logs("fails").filter((line) => line.endsWith("tried")).length;
	const ended = (count: number) =>
		new Promise<void>((resolve) => {
			const stop = kernel.events.subscribe(() => {
				if (logs("fails").filter((line) => line.startsWith("REPORT")).length < count) return;
				stop();
				// The retry is set once the run's own promise has resolved.
				setImmediate(resolve);
			});
		});
	const first = ended(1);
	const answer = await call("Invoke", { FunctionName: "fails", InvocationType: "Event" });
	assert.equal(answer["StatusCode"], 202);
	await first;
	assert.equal(tries(), 1);
	const second = ended(2);
	kernel.clock.advance(60_000);
	await second;
	assert.equal(tries(), 2);
	const third = ended(3);
	kernel.clock.advance(120_000);
	await third;
	assert.equal(tries(), 3);
	const ids = logs("fails").flatMap((line) => /^START RequestId: (\S+)/.exec(line)?.[1] ?? []);
	assert.equal(new Set(ids).size, 1);
	assert.equal((await run("fails", {}, { InvocationType: "DryRun" })).status, 204);
});
