import fc from "fast-check";
import { isScalar, type Model, type ScalarShape, structureShape } from "../../emulator/aws/model.ts";

/** Bodies for an operation, from its model: members that could be meant, and in places what no client means. */
export function modelBodies(model: Model, input: string | undefined): fc.Arbitrary<unknown> {
	return input === undefined ? fc.constant({}) : of(model, input, 0);
}

const deepest = 5;

/** Of any JSON type but, as a rule, the right one. */
const wrong: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
	null,
	true,
	-1,
	1.5,
	1e308,
	2 ** 53,
	"",
	"x",
	"9".repeat(400),
	"\u0000",
	"\ud800",
	[],
	[null],
	[[[]]],
	{},
	{ "": {} },
	{ S: 1 },
	{ __proto__: null, constructor: "x", toString: 1 },
	{ N: ["1"] },
	"x".repeat(70_000),
);

function of(model: Model, name: string, depth: number): fc.Arbitrary<unknown> {
	const shape = model.shapes[name];
	if (shape === undefined || depth > deepest) return wrong;
	return fc.oneof({ weight: 30, arbitrary: fitting(model, name, depth) }, { weight: 1, arbitrary: wrong });
}

function fitting(model: Model, name: string, depth: number): fc.Arbitrary<unknown> {
	const shape = model.shapes[name];
	if (shape === undefined) return wrong;
	if (isScalar(shape)) return scalar(name, shape);
	// Made when it is asked for: shapes hold themselves.
	const inner = (inside: string) => fc.constant(undefined).chain(() => of(model, inside, depth + 1));
	if (shape.type === "list") return fc.array(inner(shape.member.shape), { maxLength: 3 });
	if (shape.type === "map") {
		return fc.dictionary(fc.oneof(tableNames, attributeNames), inner(shape.value.shape), {
			maxKeys: 3,
			noNullPrototype: true,
		});
	}
	const members = Object.entries(structureShape(model, name)?.members ?? {});
	const isUnion = name === "AttributeValue";
	const record = fc.record(Object.fromEntries(members.map(([member, ref]) => [member, inner(ref.shape)])), {
		requiredKeys: isUnion ? [] : (shape.required ?? []).filter((it) => members.some(([member]) => member === it)),
		noNullPrototype: true,
	});
	if (!isUnion) return record;
	return fc.oneof(
		{
			weight: 8,
			arbitrary: fc.constantFrom({ S: "a" }, { N: "1" }, { BOOL: true }, { L: [{ S: "x" }] }, { B: "AA==" }),
		},
		{ weight: 1, arbitrary: record },
	);
}

const tableNames = fc.constantFrom(
	"fuzzed",
	"others",
	"arn:aws:dynamodb:us-east-1:000000000000:table/fuzzed",
	"a",
	"x".repeat(300),
);
const attributeNames = fc.constantFrom("h", "r", "g", "a", ":v", "#n", "__proto__", "constructor", "");
const texts = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.constantFrom(
			"a = :v",
			"h = :v",
			"SET a = :v",
			"SELECT * FROM fuzzed WHERE h = 'a'",
			"a",
			"#n",
			"2026-01-01",
			"PROVISIONED",
			"index",
		),
	},
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
);

function scalar(name: string, shape: ScalarShape): fc.Arbitrary<unknown> {
	if (shape.enum !== undefined) return fc.constantFrom(...shape.enum, "NONE");
	switch (shape.type) {
		case "boolean":
			return fc.boolean();
		case "string":
			return /Table(Name|Arn)/.test(name) ? tableNames : fc.oneof(texts, attributeNames);
		case "blob":
			return fc.constantFrom("AA==", "", "not base 64!");
		default:
			return fc.oneof(fc.integer({ min: -2, max: 30 }), fc.constantFrom(1e15, -1e300, 0.5));
	}
}
