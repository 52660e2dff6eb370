import assert from "node:assert/strict";
import { test } from "node:test";
import { openApps } from "../../../server/app/apps.ts";
import { modelSymbolAt, refusedName } from "../../../server/app/modelSymbols.ts";
import { memoryFiles } from "../memoryFiles.ts";

const model =
	"  ⟦Order⟧:\n    Type: AWS::ApiGateway::Model\n    Properties: { Schema: { $ref: '#/definitions/Order' } }\n";

/** Documents in which the brackets stand around each place that means the same model. */
const cases: readonly (readonly [name: string, documents: Readonly<Record<string, string>>])[] = [
	[
		"a logical id",
		{
			"template.yaml": `Resources:\n${model}  Order2:\n    Type: AWS::ApiGateway::Model\n    DependsOn: ⟦Order⟧\n    Properties: { Schema: { $ref: !Sub 'https://apigateway.amazonaws.com/restapis/\${Api}/models/\${⟦Order⟧}' } }\n  Post:\n    Type: AWS::ApiGateway::Method\n    Properties:\n      RequestModels: { application/json: !Ref ⟦Order⟧ }\n      MethodResponses: [{ ResponseModels: { a/b: { Ref: "⟦Order⟧" }, c/d: Order } }]\n`,
		},
	],
	[
		"a name",
		{
			"template.yaml":
				"Resources:\n  It:\n    Type: AWS::ApiGateway::Model\n    Properties: { Name: '⟦Order⟧', Schema: {} }\n  Post:\n    Type: AWS::ApiGateway::Method\n    Properties: { RequestModels: { application/json: ⟦Order⟧ }, Description: Order }\n  List:\n    Type: AWS::ApiGateway::Model\n    Properties: { Schema: { items: { $ref: https://apigateway.amazonaws.com/restapis/a1/models/⟦Order⟧ } } }\n",
		},
	],
	[
		"SAM's models",
		{
			"template.yaml":
				"Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties: { Models: { ⟦Order⟧: { type: object } } }\n  F:\n    Type: AWS::Serverless::Function\n    Properties: { Events: { E: { Type: Api, Properties: { RequestModel: { Model: ⟦Order⟧ } } } } }\n",
		},
	],
	[
		"OpenAPI, from the template that includes it",
		{
			"template.yaml":
				"Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties: { DefinitionUri: open.json }\n  F:\n    Type: AWS::Serverless::Function\n    Properties: { Events: { E: { Type: Api, Properties: { RequestModel: { Model: ⟦Order⟧ } } } } }\n",
			"open.json":
				'{"openapi": "3.0.1", "paths": {"/a": {"post": {"requestBody": {"content": {"a/b": {"schema": {"$ref": "#/components/schemas/⟦Order⟧"}}}}}}}, "components": {"schemas": {"⟦Order⟧": {"properties": {"Order": {}}}}}}',
		},
	],
];

for (const [name, documents] of cases) {
	test(`each place of a model's name leads to all of them: ${name}`, () => {
		const plain = Object.fromEntries(
			Object.entries(documents).map(([file, text]) => [file, text.replaceAll(/[⟦⟧]/g, "")]),
		);
		const apps = openApps(memoryFiles(plain));
		const places = Object.entries(documents).flatMap(([file, text]) =>
			text
				.split("⟦")
				.slice(0, -1)
				.map((_, i, parts) => ({
					file,
					start: parts
						.slice(0, i + 1)
						.join("")
						.replaceAll("⟧", "").length,
				})),
		);
		const sorted = (all: readonly { readonly file: string; readonly start: number }[]) =>
			all.map(({ file, start }) => `${file} ${start}`).toSorted();
		assert.ok(places.length > 1);
		for (const { file, start } of places) {
			const found = modelSymbolAt(apps, `file:///w/${file}`, start + 2)?.all ?? [];
			const shown = found.map((it) => ({ file: it.uri.replace("file:///w/", ""), start: it.start }));
			assert.deepEqual(sorted(shown), sorted(places));
			assert.equal(found.filter(({ declares }) => declares).length, 1);
		}
	});
}

test("a name that will not do is refused, and one that nothing declares is no model", () => {
	const text = "swagger: '2.0'\ndefinitions:\n  A: { $ref: '#/definitions/Nowhere' }\n  Taken: {}\n";
	const apps = openApps(memoryFiles({ "a.yaml": text }));
	assert.equal(modelSymbolAt(apps, "file:///w/a.yaml", text.indexOf("Nowhere")), undefined);
	const symbol = modelSymbolAt(apps, "file:///w/a.yaml", text.indexOf("A:"));
	assert.ok(symbol !== undefined);
	assert.equal(refusedName(symbol, "Order"), undefined);
	assert.match(refusedName(symbol, "my-order") ?? "", /only letters and digits/);
	assert.match(refusedName(symbol, "Taken") ?? "", /already/);
	const twice = { ...symbol, all: [...symbol.all, ...symbol.all] };
	assert.match(refusedName(twice, "Order") ?? "", /more than once/);
});
