import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, opened } from "./opened.ts";

const template = (timeout = 3) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      Timeout: ${timeout}
      CodeUri: .
      Events:
        Get: { Type: Api, Properties: { Path: /hello, Method: get } }
    Metadata:
      BuildMethod: esbuild
      BuildProperties:
        EntryPoints: [src/app.ts]
`;
const answering = 'export const handler = async () => ({ statusCode: 200, body: "fine" });\n';

/** [what the handler does, its source, the template's Timeout, the problem] */
const table: readonly [what: string, source: string, timeout: number, problem: RegExp][] = [
	[
		"throws at load",
		'const table: string | undefined = process.env["TABLE"];\n\nif (table === undefined) throw new Error("TABLE is not set");\nexport const handler = async () => table;\n',
		3,
		/^\.\/src\/app\.ts:3:\d+ error Hello does not load: Error: TABLE is not set$/,
	],
	[
		"exits",
		"export const handler = async () => process.exit(3);\n",
		3,
		/^\.\/template\.yaml:7:16 error Hello ended its process in the middle of an invocation \(exit status 3\): a handler returns or throws, it does not exit\.$/,
	],
	[
		"never answers",
		"export const handler = () => new Promise((resolve) => setTimeout(resolve, 600_000));\n",
		1,
		/^\.\/template\.yaml:8:16 error Hello did not answer within its Timeout of 1 s, so its process was ended: raise the Timeout, or find what it waits for\.$/,
	],
	[
		"prints megabytes",
		'export const handler = async () => {\n\tfor (let i = 0; i < 40; i++) console.log("x".repeat(100_000));\n\treturn { statusCode: 200, body: "" };\n};\n',
		10,
		/^\.\/template\.yaml:7:16 warning Hello printed \d+ characters more than are kept of one invocation \(1 MB\): print less\.$/,
	],
];

for (const [what, source, timeout, problem] of table) {
	test(`a handler that ${what} is a problem with a place, until it is mended; the emulator goes on`, async (t) => {
		const folder = folderOf(t, { "template.yaml": template(timeout), "src/app.ts": source });
		const { get, save, problems } = await opened(t, folder);
		assert.deepEqual(problems(), []);
		await get("/Prod/hello");
		assert.equal(problems().length, 1);
		assert.match(problems()[0] ?? "", problem);
		await save({ "src/app.ts": answering });
		assert.deepEqual(problems(), []);
		assert.equal(await get("/Prod/hello"), "200 fine");
	});
}
