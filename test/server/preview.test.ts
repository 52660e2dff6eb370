import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { RenderAnswer, RenderParams, TextRange } from "../../protocol/preview.ts";
import { type Server, startServer } from "./startServer.ts";

const app = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Pet:
    Type: AWS::ApiGateway::Model
    Properties:
      RestApiId: !Ref Api
      Name: Pet
      ContentType: application/json
      Schema: { type: object, required: [name], properties: { name: { type: string, enum: [Rex] } } }
  Post:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      HttpMethod: POST
      RequestModels: { application/json: Pet }
      Integration:
        Type: AWS
        RequestTemplates:
          application/json: |
            { "pet": "$input.path('$.name')" }
          text/plain: "a \\"$input.path('$.name')\\""
`;

suite("gatewright/render", () => {
	let server: Server;
	let folder: string;
	const uri = (name: string) => pathToFileURL(join(folder, name)).href;
	const render = (params: RenderParams) =>
		server.connection.sendRequest<RenderAnswer | null>("gatewright/render", params);

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), "gatewright-preview-"));
		writeFileSync(join(folder, "template.yaml"), app);
		server = await startServer(folder);
	});
	after(async () => {
		await server[Symbol.asyncDispose]();
		rmSync(folder, { recursive: true });
	});

	test("tells of each piece of the output where it stands in the template and which input it came from", async () => {
		const text = '{"id": "$input.path(\'$.id\')"}';
		server.open(uri("a.vtl"), "apigw-vtl", text);
		const answer = await render({ uri: uri("a.vtl"), position: { line: 0, character: 0 }, sample: '{"id": 7}' });
		assert.ok(answer?.outcome.kind === "rendered");
		assert.deepEqual(
			answer.outcome.pieces.map(({ text: output, template, input }) => [output, cutOut(text, template), input]),
			[
				['{"id": "', '{"id": "', undefined],
				["7", "$input.path('$.id')", "/body/id"],
				['"}', '"}', undefined],
			],
		);
		assert.deepEqual([answer.outcome.isJson, answer.outcome.fault, answer.outcome.cut], [true, undefined, 0]);
		assert.deepEqual(JSON.parse(answer.call).input.body, { id: 7 });
	});

	test("finds the template under the cursor in a document, and makes a sample of its model", async () => {
		server.open(uri("template.yaml"), "yaml", app);
		const line = app.split("\n").findIndex((it) => it.includes('"pet"'));
		const answer = await render({ uri: uri("template.yaml"), position: { line, character: 20 } });
		assert.ok(answer?.outcome.kind === "rendered");
		assert.equal(answer.outcome.pieces.map((it) => it.text).join(""), '{ "pet": "Rex" }\n');
		const [, value] = answer.outcome.pieces;
		assert.equal(value && cutOut(app, value.template), "$input.path('$.name')");
		assert.deepEqual(answer.methods, [{ httpMethod: "POST", path: "/" }]);
		const again = await render({
			uri: uri("template.yaml"),
			position: { line: 0, character: 0 },
			templateId: answer.templateId,
			sample: '{"name": "Tom"}',
		});
		assert.ok(again?.outcome.kind === "rendered");
		assert.match(again.outcome.pieces.map((it) => it.text).join(""), /Tom/);
	});

	test("answers nothing outside of templates", async () => {
		assert.equal(await render({ uri: uri("template.yaml"), position: { line: 1, character: 1 } }), null);
	});

	test("marks where the output stops being JSON", async () => {
		server.open(uri("b.vtl"), "apigw-vtl", "{\"id\": $input.path('$.id')}");
		const answer = await render({ uri: uri("b.vtl"), position: { line: 0, character: 0 }, sample: '{"id": "x"}' });
		assert.ok(answer?.outcome.kind === "rendered");
		assert.deepEqual(answer.outcome.fault, {
			message: "x is no JSON value; a text stands in double quotes",
			piece: 1,
			offset: 0,
		});
	});

	test("says where a template fails, also behind tabs", async () => {
		server.open(uri("c.vtl"), "apigw-vtl", "a\n\t#if($x");
		const answer = await render({ uri: uri("c.vtl"), position: { line: 0, character: 0 }, sample: "{}" });
		assert.ok(answer?.outcome.kind === "failed");
		assert.deepEqual([answer.outcome.line, answer.outcome.at.start.line], [2, 1]);
		assert.ok(answer.outcome.at.start.character > 0);
	});

	test("says what is wrong with a sample", async () => {
		const answer = await render({ uri: uri("a.vtl"), position: { line: 0, character: 0 }, sample: "{" });
		assert.equal(answer?.outcome.kind, "badSample");
	});

	test("ends a bomb in time, and goes on", async () => {
		server.open(uri("d.vtl"), "apigw-vtl", `${"#foreach($i in [1..1000])".repeat(4)}x${"#end".repeat(4)}`);
		const began = performance.now();
		const answer = await render({ uri: uri("d.vtl"), position: { line: 0, character: 0 }, sample: "{}" });
		assert.equal(answer?.outcome.kind, "failed");
		assert.ok(performance.now() - began < 5000);
	});

	test("cuts an output that no panel can draw", async () => {
		server.open(uri("e.vtl"), "apigw-vtl", "#foreach($i in [1..900])#foreach($j in [1..9])$i,$j #end#end");
		const answer = await render({ uri: uri("e.vtl"), position: { line: 0, character: 0 }, sample: "{}" });
		assert.ok(answer?.outcome.kind === "rendered");
		assert.equal(answer.outcome.pieces.length, 5000);
		assert.ok(answer.outcome.cut > 0);
	});
});

function cutOut(text: string, { start, end }: TextRange): string {
	const lines = text.split("\n");
	const offset = ({ line, character }: TextRange["start"]) =>
		lines.slice(0, line).reduce((sum, it) => sum + it.length + 1, 0) + character;
	return text.slice(offset(start), offset(end));
}
