import assert from "node:assert/strict";
import { suite, test } from "node:test";
import Draft4 from "ajv-draft-04";
import fc from "fast-check";
import { invalidOutput } from "../../../language/models/invalidOutput.ts";
import { jsonFault } from "../../../language/models/jsonFault.ts";
import { modelProblems } from "../../../language/models/modelProblems.ts";
import { outputShape } from "../../../language/models/outputShape.ts";
import { sampleOf } from "../../../language/models/sampleOf.ts";
import type { Schema } from "../../../language/models/schema.ts";
import { schemaOfSamples } from "../../../language/models/schemaOfSamples.ts";
import { templateOf } from "../../../language/models/templateOf.ts";
import { typeScriptOf } from "../../../language/models/typeScriptOf.ts";
import { callSample } from "../../../language/samples/callSample.ts";
import type { JsonValue } from "../../../language/vtl/bindings/environment.ts";
import { render } from "../../../language/vtl/evaluate/render.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";

const order: Schema = {
	$schema: "http://json-schema.org/draft-04/schema#",
	title: "NewOrder",
	description: "What a customer sends.",
	type: "object",
	required: ["id", "items"],
	properties: {
		id: { type: "string", pattern: "^[A-Z]{2}-[0-9]{4}$" },
		customer: { $ref: "https://apigateway.amazonaws.com/restapis/abc123/models/Customer" },
		items: {
			type: "array",
			minItems: 1,
			items: {
				type: "object",
				required: ["sku", "quantity"],
				properties: {
					sku: { type: "string" },
					quantity: { type: "integer", minimum: 1, maximum: 99 },
					note: { type: ["string", "null"] },
				},
			},
		},
		state: { enum: ["new", "paid"] },
	},
};
const customer: Schema = {
	type: "object",
	required: ["email"],
	properties: { email: { type: "string", format: "email" } },
};
const find = (name: string) => (name === "Customer" ? customer : undefined);

/** Schemas as people write them, without what contradicts itself. */
const name = fc.constantFrom(
	"id",
	"name",
	"empty",
	"class",
	"a-b",
	"with space",
	"x_1",
	"it's",
	"$ref1",
	"größe",
	"eq",
);
const scalar: fc.Arbitrary<Schema> = fc.oneof(
	fc.constant({ type: "string" }),
	fc.record({ type: fc.constant("string"), minLength: fc.nat(3), maxLength: fc.integer({ min: 3, max: 20 }) }),
	fc.constantFrom("date-time", "date", "email", "uuid", "uri", "ipv4").map((format) => ({ type: "string", format })),
	fc
		.constantFrom("^[a-z]+$", "^\\d{3,5}$", "(foo|bar)-\\w", "[^a-z]{2}", "^A.*Z$")
		.map((pattern) => ({ type: "string", pattern })),
	fc.constant({ type: "string", enum: ["it's", 'say "hi"', "back\\slash", "\\'", "a\nb", "/", "Grüße ✓", "$x #if"] }),
	fc.record({
		type: fc.constant("integer"),
		minimum: fc.integer({ min: -5, max: 5 }),
		maximum: fc.integer({ min: 5, max: 9 }),
	}),
	fc.constant({ type: "integer", minimum: 3, exclusiveMinimum: true, multipleOf: 7 }),
	fc.constant({ type: "number", maximum: -1.5 }),
	fc.constant({ type: "boolean" }),
	fc.constant({ type: "null" }),
	fc.constant({ type: ["string", "null"] }),
	fc.constant({ enum: [1, "two", true] }),
);
const { schema: anySchema } = fc.letrec<{ schema: Schema }>((tie) => ({
	schema: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		scalar,
		fc.dictionary(name, tie("schema"), { maxKeys: 4 }).chain((properties) =>
			fc.subarray(Object.keys(properties)).map((required): Schema => {
				const object: Schema = { type: "object", properties, additionalProperties: false };
				return required.length === 0 ? object : { ...object, required };
			}),
		),
		fc.record({ type: fc.constant("array"), items: tie("schema"), minItems: fc.nat(2) }),
		tie("schema").map((items): Schema => ({ type: "array", items: [items, { type: "string" }] })),
		fc.tuple(tie("schema"), tie("schema")).map(([a, b]): Schema => ({ oneOf: [a, b] })),
		tie("schema").map((additionalProperties): Schema => ({ type: "object", additionalProperties })),
	),
}));
const options = fc.record({
	seed: fc.nat(1000),
	optional: fc.constantFrom("all" as const, "none" as const, "some" as const),
});

suite("a sample from a model", () => {
	test("meets the model, whatever the model", () => {
		fc.assert(
			fc.property(anySchema, options, (schema, how) => {
				// A value may fit both alternatives: `oneOf` is checked as `anyOf`.
				check(JSON.parse(JSON.stringify(schema).replaceAll('"oneOf"', '"anyOf"')), sampleOf({ schema }, how));
			}),
			{ numRuns: 100 },
		);
	});

	test("is the same for the same seed", () => {
		assert.deepEqual(sampleOf({ schema: order, find }, { seed: 7 }), sampleOf({ schema: order, find }, { seed: 7 }));
	});

	test("follows references to other models, and comes to an end in a model that contains itself", () => {
		const sample = sampleOf({ schema: order, find }) as { customer: { email: string } }; // What the models say.
		assert.match(sample.customer.email, /^user\d+@example\.com$/);
		const node: Schema = {
			type: "object",
			required: ["next"],
			properties: { next: { $ref: "#" }, many: { type: "array", items: { $ref: "#" } } },
		};
		assert.ok(JSON.stringify(sampleOf({ schema: node })).length < 1_000_000);
		assert.deepEqual(sampleOf({ schema: { $ref: "#" } }), {});
	});
});

suite("a mapping template from a model", () => {
	test("makes of each sample the sample itself", () => {
		fc.assert(
			fc.property(anySchema, options, (schema, how) => {
				const sample = sampleOf({ schema }, how);
				// Of a body that is null nothing can be told but that it is nothing.
				fc.pre(sample !== null);
				const template = templateOf({ schema });
				const output = rendered(template, sample);
				assert.deepEqual(parsed(output, template), sample, `${template}\n${output}`);
			}),
			{ numRuns: 100 },
		);
	});

	test("is good to read", (t) => {
		t.assert.snapshot(templateOf({ schema: order, find }), { serializers: [String] });
	});

	test("ends where a model contains itself", () => {
		const node: Schema = { type: "object", properties: { name: { type: "string" }, next: { $ref: "#" } } };
		const sample = { name: "a", next: { name: "b'\"", next: {} } };
		assert.deepEqual(parsed(rendered(templateOf({ schema: node }), sample)), sample);
	});
});

suite("a model from samples", () => {
	test("is met by each of them", () => {
		fc.assert(
			fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 5 }), (values) => {
				const samples = JSON.parse(JSON.stringify(values)) as JsonValue[]; // JSON without -0.
				const schema = schemaOfSamples(samples);
				for (const sample of samples) check(schema, sample);
			}),
			{ numRuns: 300 },
		);
	});

	test("requires what all have, unites types, and guesses no enums", () => {
		const schema = schemaOfSamples([
			{ id: "a", n: 1, tags: ["x"] },
			{ id: "a", n: 1.5, tags: [2], more: null },
		]);
		assert.deepEqual(schema, {
			$schema: "http://json-schema.org/draft-04/schema#",
			type: "object",
			properties: {
				id: { type: "string" },
				n: { type: "number" },
				tags: { type: "array", items: { type: ["integer", "string"] } },
				more: { type: "null" },
			},
			required: ["id", "n", "tags"],
		});
	});
});

suite("a TypeScript type from a model", () => {
	test("has a type of its own for each model that is referred to", (t) => {
		t.assert.snapshot(typeScriptOf("NewOrder", { schema: order, find }), { serializers: [String] });
	});

	const types: readonly (readonly [schema: Schema, type: string])[] = [
		[{ type: "string" }, "string"],
		[{ type: ["string", "null"] }, "string | null"],
		[{ enum: ["a", 1, null] }, '"a" | 1 | null'],
		[{ type: "array", items: { type: ["string", "integer"] } }, "readonly (string | number)[]"],
		[{ type: "array", items: [{ type: "string" }, {}] }, "readonly [string, unknown]"],
		[{ type: "object", additionalProperties: { type: "number" } }, "{ readonly [name: string]: number }"],
		[{ oneOf: [{ type: "string" }, { type: "boolean" }] }, "string | boolean"],
		[
			{
				allOf: [{ $ref: "#/definitions/A" }, { type: "object", properties: { "b-c": {} } }],
				definitions: { A: { type: "string" } },
			},
			'A & {\n\treadonly "b-c"?: unknown;\n}',
		],
		[{}, "unknown"],
	];
	for (const [schema, type] of types) {
		test(`${JSON.stringify(schema)} is ${type}`, () => {
			assert.equal(typeScriptOf("T", { schema }).split("\n\nexport type A")[0]?.trim(), `export type T = ${type};`);
		});
	}
});

suite("a model's problems", () => {
	const cases: readonly (readonly [schema: Schema, pointer: string, message: RegExp])[] = [
		[{ properties: { a: { readOnly: true } } }, "/properties/a/readOnly", /does not support readOnly/],
		[{ minimum: 1, exclusiveMinimum: true }, "/exclusiveMinimum", /the minimum itself is allowed/],
		[{ items: { default: 1 } }, "/items/default", /does not support default/],
		[{ type: "array", maxItems: 2 }, "/maxItems", /does not look at maxItems/],
		[{ type: "integer", format: "int64" }, "/format", /does not support the format int64/],
		[{ $schema: "http://json-schema.org/draft-07/schema#" }, "/$schema", /draft 4/],
		[{ const: 1 }, "/const", /not in JSON Schema draft 4/],
		[{ anyOf: [{ type: "any" }] }, "/anyOf/0/type", /"any" is no type/],
		[{ properties: { a: { type: "string", required: true } } }, "/properties/a/required", /a list of names beside/],
		[{ $ref: "#/definitions/a" }, "/$ref", /leads nowhere/],
		[{ $ref: "Other" }, "/$ref", /refers to another by https/],
		[{ $ref: "https://apigateway.amazonaws.com/restapis/x/models/None" }, "/$ref", /has no model None/],
	];
	for (const [schema, pointer, message] of cases) {
		test(JSON.stringify(schema), () => {
			const problems = modelProblems("M", { schema, find });
			assert.deepEqual(
				problems.map((it) => it.pointer),
				[pointer],
			);
			assert.match(problems[0]?.message ?? "", message);
		});
	}

	test("a property may be called like a keyword", () => {
		assert.deepEqual(
			modelProblems("M", { schema: { properties: { default: {}, example: { enum: [{ const: 1 }] } } } }),
			[],
		);
	});

	test("a name has letters and digits only", () => {
		assert.match(modelProblems("New-Order", { schema: {} })[0]?.message ?? "", /only letters and digits/);
	});

	test("the schema of an order has none but that its lists are not counted", () => {
		assert.deepEqual(
			modelProblems("NewOrder", { schema: order, find }).map((it) => it.pointer),
			["/properties/items/minItems"],
		);
	});
});

suite("what a template makes", () => {
	const call = { input: { headers: {}, path: {}, query: {} }, context: { requestId: "r" }, stageVariables: {} };

	test("has the shape of what it was tried with", () => {
		const template = parse(
			'#set($o = $input.path(\'$\')){"id": "$o.id", "skus": [#foreach($i in $o.items)"$i.sku"#if($foreach.hasNext),#end#end]#if($o.state), "state": "$o.state"#end}',
		);
		const { schema, invalid, samples } = outputShape(template, { schema: order, find }, call);
		assert.equal(samples, 5);
		assert.equal(invalid, undefined);
		assert.deepEqual(schema?.["required"], ["id", "skus", "state"].slice(0, 3));
		assert.deepEqual(schema?.["properties"], {
			id: { type: "string" },
			skus: { type: "array", items: { type: "string" } },
			state: { type: "string" },
		});
	});

	test("is told at the place of the template where it stops being JSON", () => {
		const text = '{"id": $input.path(\'$.id\'), "n": 1}';
		const { invalid } = outputShape(parse(text), { schema: order, find }, call);
		assert.ok(invalid?.template);
		assert.equal(text.slice(invalid.template.from, invalid.template.to), "$input.path('$.id')");
		assert.equal(invalid.input, "/body/id");
		assert.match(invalid.message, /is no JSON value; a text stands in double quotes/);
	});
});

suite("JSON by the letter", () => {
	test("is what JSON.parse takes, and nothing else", () => {
		const pieces = fc.constantFrom(
			"{",
			"}",
			"[",
			"]",
			",",
			":",
			'"',
			"a",
			"1",
			"-",
			".",
			"e",
			"\\",
			"n",
			"true",
			"null",
			" ",
			"\n",
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces).map((it) => it.join("")),
					fc.json(),
				),
				(text) => {
					assert.equal(jsonFault(text) === undefined, isJson(text), text);
				},
			),
			{ numRuns: 3000 },
		);
	});

	const faults: readonly (readonly [text: string, offset: number, message: string])[] = [
		['{"a": 1,}', 8, "a comma stands before '}'"],
		['{"a": x1}', 6, "x1 is no JSON value; a text stands in double quotes"],
		['{"a": }', 6, "a value is missing before '}'"],
		['["a" "b"]', 5, "a comma or ']' is missing before '\"'"],
		['"a\\\'b"', 2, "\\' is no escape of JSON"],
		["[1] 2", 4, "'2' stands behind the end of the JSON"],
		['{"a', 3, "a string does not end"],
	];
	for (const [text, offset, message] of faults) {
		test(`${text}: ${message}`, () => assert.deepEqual(jsonFault(text), { offset, message }));
	}

	test("an output of blanks is no mistake", () => {
		assert.equal(
			invalidOutput({ ok: true, output: " \n", overrides: { requestOverride: {}, responseOverride: {} } }),
			undefined,
		);
	});
});

/** One for all: it is slow to make. A member named `valueOf` is there only when the value has it. */
const ajv = new Draft4.default({ strict: false, validateFormats: false, logger: false, ownProperties: true });

function check(schema: Schema, value: JsonValue): void {
	const valid = ajv.compile(schema);
	assert.ok(valid(value), `${JSON.stringify(schema)}\n${JSON.stringify(value)}\n${JSON.stringify(valid.errors)}`);
}

function rendered(template: string, body: JsonValue): string {
	const environment = callSample({ input: { body: JSON.stringify(body) } });
	assert.ok(typeof environment !== "string");
	const result = render(parse(template), environment);
	assert.ok(result.ok, `${template} ${result.ok ? "" : result.message}`);
	return result.output;
}

function parsed(output: string, template = ""): JsonValue {
	const fault = jsonFault(output);
	assert.equal(fault, undefined, `${template}\n${output}`);
	return JSON.parse(output) as JsonValue; // What JSON.parse gives.
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
