import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../../../language/vtl/analysis/analyze.ts";
import { definitionsOf } from "../../../../language/vtl/analysis/definition.ts";
import { describeType } from "../../../../language/vtl/analysis/describeType.ts";
import { typeOfSchema } from "../../../../language/vtl/analysis/schemaType.ts";
import { createWorld } from "../../../../language/vtl/analysis/world.ts";
import { parse } from "../../../../language/vtl/parse/parse.ts";

const pet = { type: "object", properties: { name: { type: "string" }, age: { type: "integer" } } };
const schema = {
	type: "object",
	properties: {
		id: { type: "string" },
		price: { type: "number" },
		pets: { type: "array", items: pet },
		owner: { $ref: "https://apigateway.amazonaws.com/restapis/abc/models/Owner" },
		self: { $ref: "#" },
	},
};
const owner = {
	name: "Owner",
	schema: { type: "object", properties: { email: { type: "string" } } },
	find: () => undefined,
};
const world = createWorld(
	typeOfSchema({ name: "Order", schema, find: (name) => (name === "Owner" ? owner : undefined) }),
	{ path: ["id"], querystring: ["limit"], header: [] },
);

/** The last reference of the template, and what its root can hold: line numbers of its definitions, `?` for perhaps none. */
function reaching(text: string): string {
	const { uses } = analyze(parse(text), world);
	const use = uses.at(-1);
	if (use === undefined) return "no use";
	const lines = definitionsOf(use.reaching).map((it) => text.slice(0, it.nameSpan.start).split("\n").length);
	const sign = { never: "", maybe: "?", always: "!" }[use.reaching.unset];
	return `${lines.join(",")}${sign}`;
}

const flows: readonly (readonly [name: string, template: string, expected: string])[] = [
	["a variable that is never set", "$x", "!"],
	["a variable that is set later", "$x\n#set($x = 1)", "!"],
	["the last of two", "#set($x = 1)\n#set($x = 2)\n$x", "2"],
	["what is set in one branch", "#if($c)\n#set($x = 1)\n#end\n$x", "2?"],
	["what is set in all branches", "#if($c)\n#set($x = 1)\n#else\n#set($x = 2)\n#end\n$x", "2,4"],
	["what a branch sets is not seen in the other", "#if($c)\n#set($x = 1)\n#else\n$x#end", "!"],
	["what ends the template does not go on", "#set($x = 1)\n#if($c)\n#set($x = 2)\n#stop\n#end\n$x", "1"],
	["the loop's variable", "#foreach($i in [1])\n$i#end", "1"],
	["the loop's variable behind the loop", "#foreach($i in [1])\n#end\n$i", "!"],
	["the loop's variable covers another and gives it back", "#set($i = 1)\n#foreach($i in [1])\n#end\n$i", "1"],
	["what is set in a loop", "#foreach($i in [1])\n#set($x = 1)\n#end\n$x", "2?"],
	["what an earlier round has set", "#foreach($i in [1])\n#if($x)#end\n#set($x = 1)$x\n#end", "3"],
	[
		"what is read before it is set, in a later round",
		"#foreach($i in [1])\n#if($foreach.first)#else\n$x #break#end#end",
		"!",
	],
	["a block", "#define($b)\n$x#end\n#set($x = 1)\n$b", "1"],
	["a string in double quotes", '#set($y = "#set($x = 1)$x")\n$x', "1"],
];

test("which definitions reach a reference", () => {
	for (const [name, template, expected] of flows) assert.equal(reaching(template), expected, name);
});

test("what stands in a block may be set anywhere", () => {
	assert.equal(reaching("#set($b = 1)\n#define($d)$x#end\n#set($x = 2)"), "3?");
});

const types: readonly (readonly [expression: string, expected: string])[] = [
	["1", "Integer"],
	["3000000000", "Long"],
	["1.5", "Double"],
	["'a'", "String"],
	["[1, 2]", "List<Integer>"],
	["[1, 'a']", "List<Integer | String>"],
	["[1..3]", "List<Integer>"],
	["{'a': 1, 'b': 'c'}", "Map {a, b, …}"],
	["1 + 2", "Integer"],
	["1 + 2.0", "Double"],
	["'a' + 1", "String"],
	["1 == 2", "Boolean"],
	["$input.body", "String"],
	["$input.json('$.id')", "String"],
	["$input.path('$.id')", "String"],
	['$input.path("$.price")', "Number"],
	["$input.path('$.pets')", "JSONArray<Map {name, age, …}>"],
	["$input.path('$.pets[0].age')", "Integer"],
	["$input.path('$.pets[*].name')", "JSONArray<String>"],
	["$input.path('$').pets.get(0).name", "String"],
	["$input.path('$').pets[0].name.length()", "Integer"],
	["$input.path('$.owner.email')", "String"],
	["$input.path('$.self.self.self.id')", "String"],
	["$util.parseJson($input.json('$.owner')).email", "String"],
	["$input.params('id')", "String"],
	["$input.params().querystring.limit", "String"],
	["$input.params().path.keySet()", "Set<String>"],
	["$context.requestTimeEpoch", "Long"],
	["$context.authorizer.anything", "String"],
	["$context.identity", "Map {accountId, accessKey, apiKey, apiKeyId, caller, …}"],
	["$stageVariables.x", "String"],
	["$input.body.split(',')", "String[]"],
	["$input.body.split(',').get(0).isEmpty()", "Boolean"],
	["$input.path('$.unknown')", "Object"],
	["$input.path('$.pets').remove(0)", "Map {name, age, …}"],
	["$input.path('$.pets').remove('x')", "Boolean"],
];

test("the type of an expression", () => {
	for (const [expression, expected] of types) {
		const template = parse(`#set($x = ${expression})`);
		const analysis = analyze(template, world);
		const [definition] = analysis.definitions.all;
		const type = definition === undefined ? undefined : analysis.typeOfDefinition(definition);
		assert.equal(type && describeType(type), expected, expression);
	}
});

test("the type of a loop's variable is what it goes over", () => {
	const template = parse(
		"#foreach($pet in $input.path('$.pets'))#foreach($e in $pet.entrySet())$e.key$pet.name#end#end",
	);
	const analysis = analyze(template, world);
	const shown = analysis.uses.map(({ reference }) => describeType(analysis.typeOfReference(reference)));
	assert.deepEqual(shown, ["JSONArray<Map {name, age, …}>", "Set<Map.Entry>", "String", "String"]);
});

test("a variable that depends on itself has the type of what goes into it", () => {
	const template = parse("#set($s = '')#foreach($i in [1..3])#set($s = $s + $t)#set($t = $s)#end$s");
	const analysis = analyze(template, world);
	const last = analysis.uses.at(-1);
	assert.equal(last && describeType(analysis.typeOfReference(last.reference)), "String");
});
