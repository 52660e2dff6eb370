import assert from "node:assert/strict";
import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { role, testLambda, writeFiles } from "./testLambda.ts";

const source = (n: number) => ({ "index.js": strToU8(`exports.handler = async () => ${n};`) });
const base = { Role: role, Runtime: "nodejs22.x", Handler: "index.handler" };

test("a function made from a zip file runs, and new code replaces it at once", async (t) => {
	const { call, run } = await testLambda(t);
	const ZipFile = zipSync(source(1));
	const made = await call("CreateFunction", { ...base, FunctionName: "zip", Code: { ZipFile } });
	assert.equal(made["CodeSize"], ZipFile.length);
	assert.match(String(made["CodeSha256"]), /^[A-Za-z0-9+/]{43}=$/);
	assert.equal((await run("zip")).payload, 1);
	await call("UpdateFunctionCode", { FunctionName: "zip", ZipFile: zipSync(source(2)) });
	assert.equal((await run("zip")).payload, 2);
});

test("a folder's code is read in place, and naming it again says that it has changed", async (t) => {
	const { call, make, run, folder } = await testLambda(t);
	await make("f", { "index.js": "exports.handler = async () => 1;" });
	assert.equal((await run("f")).payload, 1);
	await writeFiles(join(folder, "f"), { "index.js": "exports.handler = async () => 2;" });
	assert.equal((await run("f")).payload, 1);
	const code = { S3Bucket: "gatewright-folder", S3Key: join(folder, "f") };
	await call("UpdateFunctionCode", { FunctionName: "f", ...code });
	assert.equal((await run("f")).payload, 2);
});

test("programs in a zip file stay programs", async (t) => {
	const { call, run } = await testLambda(t);
	const script =
		'#!/bin/sh\ncurl -sS "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/init/error" -d \'{"ran":true}\'\n';
	const ZipFile = zipSync({ bootstrap: [strToU8(script), { os: 3, attrs: 0o100755 << 16 }] });
	const settings = { Role: role, Runtime: "provided.al2023", Handler: "x" };
	await call("CreateFunction", { ...settings, FunctionName: "sh", Code: { ZipFile } });
	assert.deepEqual((await run("sh")).payload, { ran: true });
});

test("code that does harm, or is none, is refused and leaves nothing behind", async (t) => {
	const { call, folder, kernel } = await testLambda(t);
	const bad = {
		code: "InvalidParameterValueException",
		status: 400,
		message: "Could not unzip uploaded file. Please check your file, then try to upload again.",
	};
	const lying = Buffer.from(zipSync({ "a.txt": new Uint8Array(100_000) }));
	// The table of contents promises 5 bytes; the stream holds 100,000.
	lying.writeUInt32LE(5, lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
	const bomb = Buffer.from(zipSync({ "a.txt": new Uint8Array(1000) }));
	bomb.writeUInt32LE(300 * 1024 * 1024, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
	const cases: [name: string, Code: object, error: object][] = [
		["no zip", { ZipFile: strToU8("this is not a zip file") }, bad],
		["nothing in it", { ZipFile: zipSync({}) }, bad],
		["leads out", { ZipFile: zipSync({ "../../out.js": strToU8("x") }) }, bad],
		["leads out on Windows", { ZipFile: zipSync({ "..\\out.js": strToU8("x") }) }, bad],
		["from the root", { ZipFile: zipSync({ "/out.js": strToU8("x") }) }, bad],
		["a link", { ZipFile: zipSync({ link: [strToU8("/etc"), { os: 3, attrs: 0o120777 << 16 }] }) }, bad],
		["more than promised", { ZipFile: lying }, bad],
		["a bomb", { ZipFile: bomb }, { ...bad, message: "Unzipped size must be smaller than 262144000 bytes" }],
		[
			"too large",
			{ ZipFile: new Uint8Array(52_428_801) },
			{
				code: "RequestEntityTooLargeException",
				status: 413,
				message: "Zipped size must be smaller than 52428800 bytes",
			},
		],
		[
			"a bucket",
			{ S3Bucket: "none", S3Key: "x" },
			{
				...bad,
				message:
					"Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist",
			},
		],
		[
			"no folder",
			{ S3Bucket: "gatewright-folder", S3Key: join(folder, "nowhere") },
			{ ...bad, message: /nowhere does not exist/ },
		],
		["an image", { ImageUri: "x" }, { ...bad, message: /does not run container images/ }],
		["nothing", {}, { ...bad, message: "Please provide a source for function code." }],
	];
	for (const [name, Code, error] of cases) {
		await assert.rejects(call("CreateFunction", { ...base, FunctionName: "f", Code }), error, name);
	}
	assert.deepEqual(await readdir(join(kernel.filesDir, "lambda")).catch(() => []), []);
	await assert.rejects(access(join(kernel.filesDir, "out.js")));
	await assert.rejects(call("GetFunction", { FunctionName: "f" }), { code: "ResourceNotFoundException" });
});
