import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ModelRequests } from "../../protocol/models.ts";
import { type Server, startServer } from "./startServer.ts";

const app = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Owner:
    Type: AWS::ApiGateway::Model
    Properties:
      RestApiId: !Ref Api
      Name: Owner
      Schema: { type: object, required: [mail], properties: { mail: { type: string, format: email } } }
  Pet:
    Type: AWS::ApiGateway::Model
    Properties:
      RestApiId: !Ref Api
      Name: Pet
      Schema:
        type: object
        required: [name]
        properties:
          name: { type: string, enum: [Rex] }
          owner: { $ref: !Sub "https://apigateway.amazonaws.com/restapis/\${Api}/models/Owner" }
`;

suite("models, asked of the server", () => {
	let server: Server;
	let folder: string;
	const uri = (name: string) => pathToFileURL(join(folder, name)).href;
	const ask = <Name extends keyof ModelRequests>(name: Name, params: ModelRequests[Name]["params"]) =>
		server.connection.sendRequest<ModelRequests[Name]["answer"]>(name, params);
	const text = async (made: Promise<ModelRequests["gatewright/fromModel"]["answer"]>) => {
		const answer = await made;
		assert.ok(answer.ok, answer.ok ? "" : answer.message);
		return answer.text;
	};

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), "gatewright-models-"));
		writeFileSync(join(folder, "template.yaml"), app);
		writeFileSync(join(folder, "order.model.json"), '{"type":"object","properties":{"id":{"type":"integer"}}}');
		writeFileSync(join(folder, "body.json"), '{"a": 1}');
		server = await startServer(folder);
	});
	after(async () => {
		await server[Symbol.asyncDispose]();
		rmSync(folder, { recursive: true });
	});

	test("are those of the app that a document belongs to", async () => {
		assert.deepEqual(await ask("gatewright/models", { uri: uri("template.yaml") }), {
			models: ["Owner", "Pet"],
			isSchema: false,
		});
		assert.equal((await ask("gatewright/models", { uri: uri("order.model.json") })).isSchema, true);
		assert.equal((await ask("gatewright/models", { uri: uri("body.json") })).isSchema, false);
	});

	test("become a sample, with what they refer to", async () => {
		const made = text(ask("gatewright/fromModel", { uri: uri("template.yaml"), model: "Pet", make: "sample" }));
		const sample = JSON.parse(await made) as { name: string; owner: { mail: string } }; // As the models say.
		assert.equal(sample.name, "Rex");
		assert.match(sample.owner.mail, /@example\.com$/);
	});

	test("become a TypeScript type", async () => {
		const made = text(ask("gatewright/fromModel", { uri: uri("template.yaml"), model: "Pet", make: "typescript" }));
		assert.equal(
			await made,
			'export type Pet = {\n\treadonly name: "Rex";\n\treadonly owner?: Owner;\n};\n\nexport type Owner = {\n\treadonly mail: string;\n};\n',
		);
	});

	test("become a mapping template, also from a schema in a file of its own", async () => {
		const made = text(ask("gatewright/fromModel", { uri: uri("order.model.json"), make: "template" }));
		assert.match(await made, /"id": \$root\.id/);
	});

	test("are told in place where API Gateway takes them otherwise", async () => {
		const changed = app.replace("[name]", "name").replace("type: string, format", "type: text, format");
		server.open(uri("template.yaml"), "yaml", changed);
		const { diagnostics } = await server.diagnostics(uri("template.yaml"));
		const lines = changed.split("\n");
		assert.deepEqual(
			diagnostics.map(({ code, range: { start, end }, message }) => [
				code,
				lines[start.line]?.slice(start.character, end.character),
				message,
			]),
			[
				["model", "type", '"text" is no type of JSON Schema draft 4.'],
				["model", "required", "In draft 4, required is a list of names beside the properties."],
			],
		);
	});

	test("that are not there are said not to be", async () => {
		assert.deepEqual(await ask("gatewright/fromModel", { uri: uri("template.yaml"), model: "Cat", make: "sample" }), {
			ok: false,
			message: "There is no model Cat.",
		});
	});

	test("are made of samples in any form", async () => {
		const made = text(
			ask("gatewright/modelFromSamples", { samples: ['{"a": 1}', '{"input": {"body": {"a": 2, "b": "x"}}}'] }),
		);
		assert.deepEqual(JSON.parse(await made), {
			$schema: "http://json-schema.org/draft-04/schema#",
			type: "object",
			properties: { a: { type: "integer" }, b: { type: "string" } },
			required: ["a"],
		});
		assert.deepEqual(await ask("gatewright/modelFromSamples", { samples: [] }), {
			ok: false,
			message: "There is no sample to make a model of.",
		});
	});
});
