import assert from "node:assert/strict";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Emulator } from "../../../emulator/main.ts";
import { folderOf, nextDeployed, opened, writeFiles } from "./opened.ts";

const template = (more = "", code = "CodeUri: .") => `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      ${code}
      Events:
        Get: { Type: Api, Properties: { Path: /hello, Method: get } }
${more}`;
const handler = (text: string) =>
	`exports.handler = async () => ({ statusCode: 200, body: ${JSON.stringify(text)} });\n`;

test("runs a handler in place, and runs the new one as soon as it is saved", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "app.js": handler("one") });
	const { get, save, problems } = await opened(t, folder);
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 one");
	const { changed } = await save({ "app.js": handler("two") });
	assert.deepEqual(changed, ["Hello"]);
	assert.equal(await get("/Prod/hello"), "200 two");
});

test("deploys what was added to the template, and only that", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "app.js": handler("one") });
	const { save, get } = await opened(t, folder);
	const table = "  Notes: { Type: AWS::Serverless::SimpleTable }\n";
	assert.deepEqual((await save({ "template.yaml": template(table) })).changed, ["Notes"]);
	const path = template().replace("/hello", "/hi");
	const { changed } = await save({ "template.yaml": path });
	assert.deepEqual(changed, [
		"HelloGetPermissionProd",
		"ServerlessRestApi /hi",
		"ServerlessRestApi GET /hi",
		"ServerlessRestApi GET /hello",
		"ServerlessRestApi /hello",
		"ServerlessRestApiDeployment",
		"ServerlessRestApiProdStage",
		"Notes",
	]);
	assert.equal(await get("/Prod/hi"), "200 one");
	assert.equal(await get("/Prod/hello"), '403 {"message":"Missing Authentication Token"}');
});

test("goes on with what ran when the template has a syntax error, and takes the mended one", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "app.js": handler("one") });
	const { get, save, problems } = await opened(t, folder);
	await save({ "template.yaml": `${template()}\n  Broken: a: b` });
	assert.deepEqual(problems(), [
		"./template.yaml:12:11 error This is not valid YAML: Nested mappings are not allowed in compact mappings.",
	]);
	assert.equal(await get("/Prod/hello"), "200 one");
	await save({ "template.yaml": template().replace("/hello", "/hi") });
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hi"), "200 one");
});

test("starts with a template that cannot be read, and deploys it once it can", async (t) => {
	const folder = folderOf(t, { "template.yaml": "Resources: [", "app.js": handler("one") });
	const { get, save, problems, emulator } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:1:13 error This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
	]);
	assert.equal((await fetch(`${emulator.endpoint}/_gatewright/health`)).status, 200);
	await save({ "template.yaml": template() });
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 one");
});

test("starts without a template, and deploys it once it is there", async (t) => {
	const folder = folderOf(t, { "app.js": handler("one") });
	const { get, save, problems } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"error No template could be read at ./template.yaml: there is none. An app needs a template.yaml, template.yml or template.json.",
	]);
	await save({ "template.yaml": template() });
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 one");
});

test("names the line and the files when a handler is missing, and runs it once it is there", async (t) => {
	const folder = folderOf(t, { "template.yaml": template() });
	const { get, save, problems } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:7:16 error The Handler of Hello is app.handler, but there is no file for it: looked for ./app.js, ./app.mjs, ./app.cjs.",
	]);
	await save({ "app.js": handler("late") });
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 late");
});

test("names the line and the file when a handler's export is missing; what ran goes on", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "app.js": handler("one") });
	const { get, save, problems } = await opened(t, folder);
	await save({ "app.js": "exports.main = 1;\n" });
	assert.deepEqual(problems(), [
		"./template.yaml:7:16 error The Handler of Hello is app.handler, but ./app.js exports no handler.",
	]);
	assert.match(await get("/Prod/hello"), /^(200 one|502 )/);
});

test("keeps tables and the ids of APIs over a restart on the same data", async (t) => {
	const folder = folderOf(t, {
		"template.yaml": template("  Notes: { Type: AWS::Serverless::SimpleTable }\n"),
		"app.js": handler("one"),
	});
	const data = folderOf(t, {});
	const storage = { kind: "disk", dir: join(data, "data") } as const;
	const first = await opened(t, folder, { storage });
	const before = await first.emulator.ready();
	await first.close();
	const second = await opened(t, folder, { storage, seed: 2 });
	const after = await second.emulator.ready();
	assert.deepEqual(second.problems(), []);
	assert.deepEqual(
		[after.apis.map(({ id }) => id), after.tables, after.functions],
		[before.apis.map(({ id }) => id), before.tables, before.functions],
	);
	assert.equal(await second.get("/Prod/hello"), "200 one");
	await second.close();
});

test("tells of a removed template without taking down what runs", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "app.js": handler("one") });
	const { get, problems, emulator } = await opened(t, folder);
	rmSync(join(folder, "template.yaml"));
	await emulator.app?.redeploy();
	assert.match(problems()[0] ?? "", /^error No template could be read at .\/template.yaml: there is none/);
	assert.equal(await get("/Prod/hello"), "200 one");
});

test("runs code that stands in the template", async (t) => {
	const inline = "InlineCode: |\n        exports.handler = async () => ({ statusCode: 200, body: 'inline' });";
	const folder = folderOf(t, { "template.yaml": template("", inline).replace("app.handler", "index.handler") });
	const { get, problems } = await opened(t, folder);
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 inline");
});

test("says that a folder is missing at the line of its CodeUri, and takes it once it is there", async (t) => {
	const folder = folderOf(t, { "template.yaml": template("", "CodeUri: src") });
	const { save, problems } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:8:16 error The code of Hello should be in ./src, but there is no such folder.",
	]);
	await save({ "src/app.js": handler("one") });
});

test("warns of a runtime that is not run here", async (t) => {
	const text = template().replace("nodejs22.x", "ruby3.4");
	const { problems } = await opened(t, folderOf(t, { "template.yaml": text }));
	assert.deepEqual(problems(), [
		"./template.yaml:6:16 warning The Runtime of Hello is ruby3.4, which is not run here: only Node.js, Python and custom runtimes are.",
	]);
});

test("a template that cannot be read is told, but not as a deployment", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "app.js": handler("one") });
	const { emulator, save } = await opened(t, folder);
	let count = 0;
	emulator.kernel.events.subscribe(() => void count++, ["deployed"]);
	await save({ "template.yaml": "Resources: [" });
	await emulator.app?.settled();
	assert.equal(count, 0);
});

test("says what to do about a package that AWS's runtime brings", async (t) => {
	const app = `require("@aws-sdk/client-none"); exports.handler = async () => ({});\n`;
	const folder = folderOf(t, { "template.yaml": template(), "app.js": app });
	const { get, problems } = await opened(t, folder);
	await get("/Prod/hello");
	assert.deepEqual(problems(), [
		"./app.js:1:1 error Hello does not load: Runtime.ImportModuleError: Error: Cannot find module '@aws-sdk/client-none' (AWS's runtime brings it, this machine does not): run npm install --save-dev @aws-sdk/client-none beside the template.",
	]);
});

test("what Python and its tools keep for themselves is no code", async (t) => {
	const folder = folderOf(t, {
		"template.yaml": template().replace("nodejs22.x", "python3.13"),
		"app.py": 'import other\n\ndef handler(event, context):\n    return {"statusCode": 200, "body": "one"}\n',
		"other.py": "",
	});
	const { emulator, get } = await opened(t, folder);
	assert.equal(await get("/Prod/hello"), "200 one");
	assert.deepEqual(readdirSync(folder).toSorted(), ["app.py", "other.py", "template.yaml"]);
	writeFiles(folder, { "__pycache__/app.pyc": "x", ".pytest_cache/a": "x" });
	const { changed } = await redeployed(emulator);
	assert.deepEqual(changed, []);
});

async function redeployed(emulator: Emulator) {
	const deployed = nextDeployed(emulator);
	await emulator.app?.redeploy();
	return deployed;
}
