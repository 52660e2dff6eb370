import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { role, testLambda } from "./testLambda.ts";

const arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
const code = (n: number) => ({ ZipFile: zipSync({ "index.js": strToU8(`exports.handler = async () => ${n};`) }) });
const create = {
	FunctionName: "f",
	Role: role,
	Runtime: "nodejs22.x",
	Handler: "index.handler",
	Description: "zero",
	Code: code(0),
};
const f = { FunctionName: "f" };

/** As recorded: TestLambdaVersions::test_version_lifecycle. */
test("a version is frozen, and published only when something has changed", async (t) => {
	const { call, run } = await testLambda(t);
	await call("CreateFunction", create);
	const one = await call("PublishVersion", { ...f, Description: "one" });
	assert.deepEqual(
		[one["Version"], one["FunctionArn"], one["Description"], one["State"]],
		["1", `${arn}:1`, "one", "Active"],
	);
	await call("UpdateFunctionCode", { ...f, ...code(2) });
	const two = await call("PublishVersion", f);
	assert.deepEqual([two["Version"], two["Description"]], ["2", "zero"]);
	const again = await call("PublishVersion", f);
	assert.deepEqual([again["Version"], again["RevisionId"]], ["2", two["RevisionId"]]);
	await call("UpdateFunctionCode", { ...f, ...code(3) });

	const results = await Promise.all(["f", "f:1", "f:2", `${arn}:1`].map((name) => run(name)));
	assert.deepEqual(
		results.map(({ payload, version }) => [payload, version]),
		[
			[3, "$LATEST"],
			[0, "1"],
			[2, "2"],
			[0, "1"],
		],
	);
	const versions = async () =>
		((await call("ListVersionsByFunction", f))["Versions"] as { FunctionArn: string }[]).map((it) => it.FunctionArn);
	assert.deepEqual(await versions(), [`${arn}:$LATEST`, `${arn}:1`, `${arn}:2`]);
	await call("DeleteFunction", { ...f, Qualifier: "1" });
	assert.deepEqual(await versions(), [`${arn}:$LATEST`, `${arn}:2`]);
	await call("UpdateFunctionCode", { ...f, ...code(4), Publish: true });
	assert.deepEqual(await versions(), [`${arn}:$LATEST`, `${arn}:2`, `${arn}:3`]);
	await assert.rejects(call("PublishVersion", { ...f, CodeSha256: "other" }), {
		message: /^CodeSHA256 \(other\) is different from current CodeSHA256 in \$LATEST \(.{44}\)\./,
	});
});

/** As recorded: TestLambdaAlias::test_alias_lifecycle, test_notfound_and_invalid_routingconfigs. */
test("an alias names a version, and may share its invocations with another", async (t) => {
	const { call, run } = await testLambda(t);
	await call("CreateFunction", { ...create, Publish: true });
	await call("UpdateFunctionCode", { ...f, ...code(2), Publish: true });
	const weights = (AdditionalVersionWeights: Record<string, number>) => ({
		RoutingConfig: { AdditionalVersionWeights },
	});
	const made = await call("CreateAlias", { ...f, Name: "live", FunctionVersion: "1" });
	const { RevisionId: _revision, ...shown } = made;
	assert.deepEqual(shown, { AliasArn: `${arn}:live`, Name: "live", FunctionVersion: "1", Description: "" });
	assert.deepEqual(await call("GetAlias", { ...f, Name: "live" }), made);
	assert.deepEqual([(await run("f:live")).payload, (await run("f:live")).version], [0, "1"]);
	await call("UpdateAlias", { ...f, Name: "live", ...weights({ 2: 1 }) });
	assert.equal((await run("f:live")).version, "2");
	await call("UpdateAlias", { ...f, Name: "live", FunctionVersion: "2", ...weights({}) });
	assert.equal((await run("f", {}, { Qualifier: "live" })).version, "2");

	const alias = (rest: object) => call("CreateAlias", { ...f, Name: "custom", FunctionVersion: "1", ...rest });
	const cases: [refused: Promise<unknown>, message: string][] = [
		[alias(weights({ 1: 0.5, 2: 0.5 })), "Number of items in AdditionalVersionWeights cannot be greater than 1"],
		[
			alias(weights({ 1: 0.5 })),
			"Invalid function version 1. Function version 1 is already included in routing configuration.",
		],
		[alias({ FunctionVersion: "10" }), `Function not found: ${arn}:10`],
		[alias(weights({ 10: 0.5 })), `Function not found: ${arn}:10`],
		[
			alias({ FunctionVersion: "$LATEST", ...weights({ 1: 0.5 }) }),
			"$LATEST is not supported for an alias pointing to more than 1 version",
		],
		[alias({ FunctionName: "unknown" }), `Function not found: ${arn.slice(0, -1)}unknown:1`],
		[alias({ Name: "live" }), `Alias already exists: ${arn}:live`],
		[call("GetAlias", { ...f, Name: "non-existent" }), `Cannot find alias arn: ${arn}:non-existent`],
	];
	for (const [refused, message] of cases) await assert.rejects(refused, { message });

	await alias({});
	const names = async (rest: object) =>
		((await call("ListAliases", { ...f, ...rest }))["Aliases"] as { Name: string }[]).map(({ Name }) => Name);
	assert.deepEqual(await names({}), ["custom", "live"]);
	assert.deepEqual(await names({ FunctionVersion: "2" }), ["live"]);
	await call("DeleteAlias", { ...f, Name: "custom" });
	await call("DeleteAlias", { ...f, Name: "custom" });
	assert.deepEqual(await names({}), ["live"]);
});

/** As recorded: TestLambdaTags. */
test("a function has tags, its versions have none", async (t) => {
	const { call } = await testLambda(t);
	await call("CreateFunction", { ...create, Tags: { a: "1" } });
	await call("TagResource", { Resource: arn, Tags: { a: "2", b: "3" } });
	await call("UntagResource", { Resource: arn, TagKeys: ["b", "c"] });
	assert.deepEqual(await call("ListTags", { Resource: arn }), { Tags: { a: "2" } });
	await assert.rejects(call("TagResource", { Resource: `${arn}:1`, Tags: { a: "1" } }), {
		message: "Tags on function aliases and versions are not supported. Please specify a function ARN.",
	});
	await assert.rejects(call("TagResource", { Resource: arn, Tags: {} }), {
		message: "An error occurred and the request cannot be processed.",
	});
	const many = Object.fromEntries(Array.from({ length: 50 }, (_none, i) => [`key${i}`, ""]));
	await assert.rejects(call("TagResource", { Resource: arn, Tags: many }), {
		message: "Number of tags exceeds resource tag limit.",
	});
});

test("what a function asks for and does not get is said in the log", async (t) => {
	const { call, logs } = await testLambda(t);
	const VpcConfig = { SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] };
	await call("CreateFunction", { ...create, VpcConfig, SnapStart: { ApplyOn: "None" } });
	assert.deepEqual(logs("f"), ["Function f: Gatewright does not emulate VpcConfig yet; the function runs without."]);
});
