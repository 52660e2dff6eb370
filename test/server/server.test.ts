import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
	CodeActionRequest,
	CompletionRequest,
	DefinitionRequest,
	DidChangeWatchedFilesNotification,
	DocumentFormattingRequest,
	DocumentHighlightRequest,
	DocumentLinkRequest,
	DocumentSymbolRequest,
	FileChangeType,
	FoldingRangeRequest,
	HoverRequest,
	InlayHintRequest,
	LinkedEditingRangeRequest,
	PrepareRenameRequest,
	ReferencesRequest,
	RenameRequest,
	SelectionRangeRequest,
	SemanticTokensRequest,
	SignatureHelpRequest,
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

	test("completes inside a string of a document, as the string is written", async () => {
		const text = '{ "requestTemplates": { "application/json": "{\\"id\\": \\"$context.requ\\"}" } }';
		server.open(uri("api.json"), "json", text);
		const at = text.indexOf("$context.requ") + "$context.requ".length;
		const answer = await server.connection.sendRequest(CompletionRequest.type, {
			textDocument: { uri: uri("api.json") },
			position: { line: 0, character: at },
		});
		const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
		const item = items.find(({ label }) => label === "requestId");
		assert.ok(item?.textEdit !== undefined && "range" in item.textEdit);
		const { range, newText } = item.textEdit;
		assert.equal(newText, "requestId");
		assert.equal(text.slice(range.start.character, range.end.character), "requ");
	});

	test("says nothing where a document has no template", async () => {
		const answer = await server.connection.sendRequest(HoverRequest.type, {
			textDocument: { uri: uri("api.json") },
			position: { line: 0, character: 5 },
		});
		assert.equal(answer, null);
	});

	test("renames a stage variable where it is declared and wherever it is used", async () => {
		const edited = template.replace("tabel", "table").replace("get.vtl", "use.vtl");
		server.open(uri("use.vtl"), "apigw-vtl", "$stageVariables.table");
		server.change(uri("template.yaml"), 3, edited);
		await server.diagnostics(uri("template.yaml"), 3);
		const edit = await server.connection.sendRequest(RenameRequest.type, {
			textDocument: { uri: uri("use.vtl") },
			position: { line: 0, character: 18 },
			newName: "orders",
		});
		const changes = edit?.changes ?? {};
		assert.equal(changes[uri("use.vtl")]?.length, 1);
		const lines = edited.split("\n");
		const inTemplate = (changes[uri("template.yaml")] ?? []).map(({ range, newText }) => [
			lines[range.start.line]?.slice(range.start.character, range.end.character),
			newText,
		]);
		assert.deepEqual(inTemplate, [
			["table", "orders"],
			["table", "orders"],
		]);
	});

	test("colours the templates of a document in its own coordinates", async () => {
		const tokens = await server.connection.sendRequest(SemanticTokensRequest.type, {
			textDocument: { uri: uri("template.yaml") },
		});
		const data = tokens?.data ?? [];
		assert.ok(data.length > 0 && data.length % 5 === 0);
		const lines = template.replace("tabel", "table").replace("get.vtl", "use.vtl").split("\n");
		const names: string[] = [];
		let [line, character] = [0, 0];
		for (let i = 0; i < data.length; i += 5) {
			const [lineBy = 0, characterBy = 0, length = 0] = data.slice(i, i + 5);
			[line, character] = [line + lineBy, lineBy === 0 ? character + characterBy : characterBy];
			names.push((lines[line] ?? "").slice(character, character + length));
		}
		for (const name of ["context", "stageVariables", "nope"]) {
			assert.ok(
				names.some((it) => it.includes(name)),
				names.join(" "),
			);
		}
	});

	test("leaves other documents alone", async () => {
		server.open(uri("package.json"), "json", '{ "name": "$nothing" }');
		assert.deepEqual((await server.diagnostics(uri("package.json"))).diagnostics, []);
	});

	test("stays up whatever is typed, and never fails inside", async () => {
		const corpus = JSON.parse(readFileSync(corpusFile, "utf8")) as readonly { readonly template: string }[];
		const texts = ["#if(".repeat(20_000), "[".repeat(50_000), "$a.".repeat(10_000), "\u0000\ud800#set(", "${{${{$!{"];
		for (let i = 0; i < corpus.length; i += 29) texts.push(`${corpus[i]?.template.slice(0, -2)}`);
		for (const [i, text] of texts.entries()) {
			server.open(uri(`bad${i}.vtl`), "apigw-vtl", text);
			server.open(uri(`bad${i}.yaml`), "yaml", `requestTemplates:\n  a/b: ${JSON.stringify(text)}\n  c: *x\n  d: [`);
			await server.diagnostics(uri(`bad${i}.vtl`));
			await server.diagnostics(uri(`bad${i}.yaml`));
			await askEverything(server, uri(`bad${i}.vtl`), Math.min(text.length >> 1, 200));
			await askEverything(server, uri(`bad${i}.yaml`), 9 + Math.min(text.length, 200));
		}
		assert.equal(server.process.exitCode, null);
		assert.deepEqual(server.logged, []);
	});
});

const corpusFile = join(import.meta.dirname, "../fixtures/vtl/dev-corpus.json");

/** Each request that the server answers, at a place in the first line or in the second. */
async function askEverything({ connection }: Server, uri: string, character: number): Promise<void> {
	const textDocument = { uri };
	const position = { line: uri.endsWith(".yaml") ? 1 : 0, character };
	const range = { start: { line: 0, character: 0 }, end: position };
	const at = { textDocument, position };
	const options = { tabSize: 2, insertSpaces: true };
	await Promise.all([
		connection.sendRequest(CompletionRequest.type, at),
		connection.sendRequest(HoverRequest.type, at),
		connection.sendRequest(SignatureHelpRequest.type, at),
		connection.sendRequest(DefinitionRequest.type, at),
		connection.sendRequest(ReferencesRequest.type, { ...at, context: { includeDeclaration: true } }),
		connection.sendRequest(DocumentHighlightRequest.type, at),
		connection.sendRequest(PrepareRenameRequest.type, at),
		connection.sendRequest(LinkedEditingRangeRequest.type, at),
		connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
		connection.sendRequest(SemanticTokensRequest.type, { textDocument }),
		connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
		connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
		connection.sendRequest(InlayHintRequest.type, { textDocument, range }),
		connection.sendRequest(DocumentLinkRequest.type, { textDocument }),
		connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
		connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }),
	]);
}
