import assert from "node:assert/strict";
import { test } from "node:test";
import { schemaCursor } from "../../../server/models/schemaCursor.ts";
import { schemaLanguage } from "../../../server/models/schemaLanguage.ts";
import { marked } from "../features/marked.ts";

const language = schemaLanguage();
const model = (schema: string) =>
	`Resources:\n  Order:\n    Type: AWS::ApiGateway::Model\n    Properties:\n      Schema:${schema}`;
const sam = (schema: string) =>
	`Resources:\n  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      Models:\n        Order:${schema}`;

/** A document with its cursor, whether it is JSON, and words of which the first are offered and the last is not. */
const offers: readonly (readonly [document: string, isJson: boolean, offered: readonly string[], not: string])[] = [
	[model("\n        type: |\n"), false, ["object", "string"], "properties"],
	[model("\n        type: object\n        |\n"), false, ["properties", "required"], "type"],
	[model("\n        type: object\n        prop|\n        required: [a]\n"), false, ["properties"], "required"],
	[model(" { type: object, properties: { id: { ty| } } }\n"), false, ["type", "minLength"], "object"],
	[model("\n        properties:\n          id:\n            type: |string\n"), false, ["integer"], "properties"],
	[model("\n        items:\n          - |\n"), false, ["type"], "object"],
	[sam('\n          type: "|"\n'), false, ["object"], "type"],
	[
		"openapi: 3.0.1\ncomponents:\n  schemas:\n    Order:\n      additional|\n",
		false,
		["additionalProperties"],
		"object",
	],
	['{"swagger": "2.0", "definitions": {"Order": {"ty|"}}}', true, ["type", "properties"], "object"],
	['{"swagger": "2.0", "definitions": {"Order": {\n"|"\n"type": "object"}}}', true, ["properties"], "object"],
	['{"swagger": "2.0", "definitions": {"Order": {"type": |}}}', true, ["object"], "type"],
];

for (const [document, isJson, offered, not] of offers) {
	test(`keywords of schemas: ${JSON.stringify(document.slice(-70))}`, async () => {
		const { text, offset } = marked(document);
		const cursor = schemaCursor(text, offset, isJson);
		assert.ok(cursor !== undefined);
		const words = (await language.completion(cursor)).map(({ word }) => word);
		assert.deepEqual(
			offered.filter((it) => !words.includes(it)),
			[],
			words.join(),
		);
		assert.ok(!words.includes(not), words.join());
	});
}

test("a document that is cut off anywhere, or is no document, gives no harm", async () => {
	const whole = model(
		"\n        type: object\n        properties: { id: { type: string }, n: [ *x, &y { <<: *y } ] }\n",
	);
	for (const text of [
		whole,
		'{"openapi": "3.0.1", "components": {"schemas": {"A": {"type": ["a", {}]}}}}',
		"*a: &a [*a",
	]) {
		for (let end = 0; end <= text.length; end += 3) {
			const cursor = schemaCursor(text.slice(0, end), end, text.startsWith("{"));
			if (cursor === undefined) continue;
			assert.equal(cursor.json.slice(cursor.at.start - 1, cursor.at.start), '"');
			await language.completion(cursor);
			await language.hover(cursor);
		}
	}
});

test("a keyword says what it means", async () => {
	for (const document of [
		model("\n        type: object\n        requ|ired: [id]\n"),
		'{"swagger": "2.0", "definitions": {"Order": {"requ|ired": ["id"]}}}',
	]) {
		const { text, offset } = marked(document);
		const cursor = schemaCursor(text, offset, document.startsWith("{"));
		assert.ok(cursor !== undefined);
		assert.match((await language.hover(cursor)) ?? "", /names of the properties that must be there/);
	}
});

test("outside of schemas nothing is said", () => {
	for (const document of [
		"Resources:\n  Order:\n    Type: AWS::ApiGateway::Model\n    Properties:\n      Na|\n",
		"Resources:\n  It:\n    Type: AWS::SNS::Topic\n    Properties:\n      Schema:\n        ty|\n",
		model("\n        type: object\n        # a comm|ent\n"),
		model("\n        description: some more tex|t\n"),
		"definitions:\n  Order:\n    ty|\n",
	]) {
		const { text, offset } = marked(document);
		assert.equal(schemaCursor(text, offset, false), undefined, document);
	}
});
