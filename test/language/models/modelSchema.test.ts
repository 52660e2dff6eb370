import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { Ajv } from "ajv";
import { modelProblems } from "../../../language/models/modelProblems.ts";
import type { JsonObject } from "../../../language/vtl/bindings/environment.ts";

/** What VS Code's JSON language knows of a model's file. */
const profile = JSON.parse(
	readFileSync(join(import.meta.dirname, "../../../schemas/model.schema.json"), "utf8"),
) as JsonObject & {
	readonly properties: Readonly<Record<string, { readonly deprecationMessage?: string }>>;
}; // The file is ours.
const valid = new Ajv({ strict: false, logger: false }).compile(profile);

suite("the schema of model files", () => {
	const models: readonly (readonly [model: JsonObject, isValid: boolean])[] = [
		[
			{
				$schema: "http://json-schema.org/draft-04/schema#",
				type: "object",
				required: ["a"],
				properties: { a: { type: "string" } },
			},
			true,
		],
		[{ properties: { default: { type: ["string", "null"] } } }, true],
		[{ $ref: "https://apigateway.amazonaws.com/restapis/x/models/Y" }, true],
		[{ $ref: "Other" }, false],
		[{ type: "any" }, false],
		[{ $schema: "http://json-schema.org/draft-07/schema#" }, false],
		[{ properties: { a: { required: true } } }, false],
		[{ required: [] }, false],
		[{ exclusiveMaximum: 3 }, false],
		[{ format: "int64" }, false],
	];
	for (const [model, isValid] of models) {
		test(`${JSON.stringify(model)} is ${isValid ? "a model" : "none"}, as the language server says`, () => {
			assert.equal(valid(model), isValid);
			const problems = modelProblems("M", { schema: model }).filter(({ severity }) => severity !== "hint");
			assert.equal(problems.length === 0, isValid);
		});
	}

	test("marks the keywords that the language server tells of", () => {
		for (const [keyword, { deprecationMessage }] of Object.entries(profile.properties)) {
			const told = modelProblems("M", { schema: { [keyword]: {} } }).map(({ message }) => message);
			if (deprecationMessage !== undefined) assert.equal(told.length, 1, keyword);
		}
	});
});
