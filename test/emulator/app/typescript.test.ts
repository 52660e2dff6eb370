import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { folderOf, opened } from "./opened.ts";

const template = (
	properties = "EntryPoints: [src/app.ts]",
	handler = "app.handler",
) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: ${handler}
      CodeUri: .
      Events:
        Get: { Type: Api, Properties: { Path: /hello, Method: get } }
    Metadata:
      BuildMethod: esbuild
      BuildProperties:
        ${properties}
`;
const source =
	'import { text } from "./text.ts";\nexport const handler = async () => ({ statusCode: 200, body: text as string });\n';
const text = (value: string) => `export const text = ${JSON.stringify(value)};\n`;

test("bundles a TypeScript handler, and again when a file that it imports is saved", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "src/app.ts": source, "src/text.ts": text("one") });
	const { get, save, problems } = await opened(t, folder);
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 one");
	assert.deepEqual((await save({ "src/text.ts": text("two") })).changed, ["Hello"]);
	assert.equal(await get("/Prod/hello"), "200 two");
});

test("shows a mistake in a handler at its line; what ran goes on until it is mended", async (t) => {
	const folder = folderOf(t, { "template.yaml": template(), "src/app.ts": source, "src/text.ts": text("one") });
	const { get, save, problems } = await opened(t, folder);
	await save({ "src/text.ts": "export const text = ;\n" });
	assert.deepEqual(problems(), ['./src/text.ts:1:21 error Hello could not be built: Unexpected ";".']);
	assert.equal(await get("/Prod/hello"), "200 one");
	await save({ "src/text.ts": text("three") });
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 three");
});

test("names the entry point that is missing", async (t) => {
	const folder = folderOf(t, { "template.yaml": template("EntryPoints: [src/main.ts]") });
	const { problems, save } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:7:16 error The entry point of Hello is missing: looked for ./src/main.ts.",
	]);
	await save({ "template.yaml": template(), "src/app.ts": source, "src/text.ts": text("one") });
	assert.deepEqual(problems(), []);
});

test("names the file that the Handler should be among what is built", async (t) => {
	const folder = folderOf(t, {
		"template.yaml": template(undefined, "src/app.handler"),
		"src/app.ts": source,
		"src/text.ts": text("x"),
	});
	const { problems } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:7:16 error The Handler of Hello is src/app.handler, but there is no file for it: looked for src/app.js among what esbuild makes of its entry points (app.js).",
	]);
});

test("names the source file whose export is missing", async (t) => {
	const folder = folderOf(t, {
		"template.yaml": template(undefined, "app.main"),
		"src/app.ts": source,
		"src/text.ts": text("x"),
	});
	const { problems } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:7:16 error The Handler of Hello is app.main, but ./src/app.ts exports no main.",
	]);
});

test("warns of a build property that it does not know", async (t) => {
	const properties = "EntryPoints: [src/app.ts]\n        Splitting: true";
	const folder = folderOf(t, { "template.yaml": template(properties), "src/app.ts": source, "src/text.ts": text("x") });
	const { problems } = await opened(t, folder);
	assert.deepEqual(problems(), [
		"./template.yaml:15:9 warning Splitting of the BuildProperties of Hello is not known here: it has no effect.",
	]);
});

test("bundles a TypeScript handler that says nothing of how it is built", async (t) => {
	const plain = template(undefined, "src/app.handler").split("    Metadata:")[0] ?? "";
	const folder = folderOf(t, { "template.yaml": plain, "src/app.ts": source, "src/text.ts": text("plain") });
	const { get, problems } = await opened(t, folder);
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 plain");
});

test("finds what a build leaves out where the app has it", async (t) => {
	const folder = folderOf(t, {
		"template.yaml": template("EntryPoints: [src/app.ts]\n        External: [greeter]"),
		"src/app.ts":
			'import { greet } from "greeter";\nexport const handler = async () => ({ statusCode: 200, body: greet() });\n',
		"node_modules/greeter/package.json": '{ "name": "greeter", "main": "index.js" }',
		"node_modules/greeter/index.js": 'exports.greet = () => "external";',
	});
	const { get, problems } = await opened(t, folder);
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 external");
});

test("builds ES modules with the extension that they need", async (t) => {
	const properties = "EntryPoints: [src/app.ts]\n        Format: esm\n        OutExtension: [.js=.mjs]";
	const folder = folderOf(t, {
		"template.yaml": template(properties),
		"src/app.ts": source,
		"src/text.ts": text("esm"),
	});
	const { get, problems } = await opened(t, folder);
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 esm");
});

test("finds what is left out of a bundle in any node_modules above it, and names what is installed in none", async (t) => {
	const external = (name: string) => ({
		[`node_modules/${name}/package.json`]: `{ "name": "${name}", "main": "index.js" }`,
		[`node_modules/${name}/index.js`]: `exports.greet = () => "${name}";`,
	});
	const inner = Object.fromEntries(
		Object.entries(external("inner")).map(([path, content]) => [`packages/api/${path}`, content]),
	);
	const folder = folderOf(t, {
		"packages/api/template.yaml": template("EntryPoints: [src/app.ts]\n        External: [inner, outer, '@aws-sdk/*']"),
		"packages/api/src/app.ts":
			'import { greet as a } from "inner";\nimport { greet as b } from "outer";\n' +
			"export const handler = async () => ({ statusCode: 200, body: `${a()} ${b()}` });\n",
		...inner,
		...external("outer"),
	});
	const { get, problems, save } = await opened(t, join(folder, "packages/api"));
	assert.deepEqual(problems(), []);
	assert.equal(await get("/Prod/hello"), "200 inner outer");
	await save({ "src/app.ts": 'import "@aws-sdk/client-nothing/x";\nexport const handler = async () => "";\n' });
	assert.deepEqual(problems(), [
		"./template.yaml:7:16 warning Hello needs @aws-sdk/client-nothing when it runs, which is not installed (AWS's runtime brings it, this machine does not): run npm install --save-dev @aws-sdk/client-nothing beside the template.",
	]);
});
