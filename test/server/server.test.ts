import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
	CodeActionRequest,
	DidChangeWatchedFilesNotification,
	FileChangeType,
} from "vscode-languageserver-protocol/node";
import { type Server, startServer } from "./startServer.ts";

const template = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      HttpMethod: GET
      Integration:
        Type: AWS
        RequestTemplates:
          application/json: |
            { "id": "$context.requestID" }
          text/plain: "a \\u0024util.nope('x') \\"\${stageVariables.tabel}\\""
          application/xml:
            Fn::Transform: { Name: AWS::Include, Parameters: { Location: get.vtl } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      Variables: { table: x }
`;

suite("The language server, as a process", () => {
	let server: Server;
	let folder: string;
	const uri = (name: string) => pathToFileURL(join(folder, name)).href;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), "gatewright-server-"));
		writeFileSync(join(folder, "template.yaml"), template);
		server = await startServer(folder);
	});
	after(async () => {
		await server[Symbol.asyncDispose]();
		rmSync(folder, { recursive: true });
	});

	test("says what is wrong in a template of its own, and is content when it is mended", async () => {
		server.open(uri("a.vtl"), "apigw-vtl", "#set($a = )\n$a");
		const { diagnostics } = await server.diagnostics(uri("a.vtl"));
		assert.deepEqual(
			diagnostics.map(({ code, range }) => [code, range.start.line, range.start.character]),
			[["syntax", 0, 10]],
		);
		server.change(uri("a.vtl"), 2, "#set($a = 1)\n$a");
		assert.deepEqual((await server.diagnostics(uri("a.vtl"), 2)).diagnostics, []);
	});

	test("finds the templates in a document, and places in them, escapes and all", async () => {
		server.open(uri("template.yaml"), "yaml", template);
		const { diagnostics } = await server.diagnostics(uri("template.yaml"));
		const lines = template.split("\n");
		assert.deepEqual(
			diagnostics.map(({ code, range }) => [
				code,
				lines[range.start.line]?.slice(range.start.character, range.end.character),
			]),
			[
				["unknown-member", "requestID"],
				["unknown-member", "nope"],
				["unknown-member", "tabel"],
			],
		);
	});

	test("mends a name in a document as its string wants it", async () => {
		const { diagnostics } = await server.diagnostics(uri("template.yaml"));
		const range = diagnostics[2]?.range;
		assert.ok(range !== undefined);
		const actions = await server.connection.sendRequest(CodeActionRequest.type, {
			textDocument: { uri: uri("template.yaml") },
			range,
			context: { diagnostics: [] },
		});
		const [action] = actions ?? [];
		assert.ok(action !== undefined && "edit" in action);
		assert.deepEqual(action.edit?.changes?.[uri("template.yaml")], [{ range, newText: "table" }]);
	});

	test("knows what the app declares, and learns when that changes on disk", async () => {
		server.open(uri("get.vtl"), "apigw-vtl", "$stageVariables.other");
		assert.equal((await server.diagnostics(uri("get.vtl"))).diagnostics.length, 1);
		server.change(uri("template.yaml"), 2, template.replace("{ table: x }", "{ table: x, other: y }"));
		await server.diagnostics(uri("template.yaml"), 2);
		server.change(uri("get.vtl"), 2, "$stageVariables.other ");
		assert.deepEqual((await server.diagnostics(uri("get.vtl"), 2)).diagnostics, []);
		await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
			changes: [{ uri: uri("template.yaml"), type: FileChangeType.Changed }],
		});
	});

	test("leaves other documents alone", async () => {
		server.open(uri("package.json"), "json", '{ "name": "$nothing" }');
		assert.deepEqual((await server.diagnostics(uri("package.json"))).diagnostics, []);
	});

	test("stays up whatever is typed", async () => {
		const texts = ["#if(".repeat(20_000), "[".repeat(50_000), "$a.".repeat(10_000), "\u0000\ud800#set(", "${{${{$!{"];
		for (const [i, text] of texts.entries()) {
			server.open(uri(`bad${i}.vtl`), "apigw-vtl", text);
			server.open(uri(`bad${i}.yaml`), "yaml", `requestTemplates:\n  a/b: ${JSON.stringify(text)}\n  c: *x\n  d: [`);
			await server.diagnostics(uri(`bad${i}.vtl`));
			await server.diagnostics(uri(`bad${i}.yaml`));
		}
		assert.equal(server.process.exitCode, null);
	});
});
