import assert from "node:assert/strict";
import { test } from "node:test";
import { child, mapping, plain, scalar } from "../../../emulator/cloudformation/node.ts";
import { read } from "../../../emulator/cloudformation/read.ts";
import { resolve } from "../../../emulator/cloudformation/resolve.ts";

const here = { file: "template.yaml", line: 1, column: 1 };
const references: Readonly<Record<string, string>> = {
	Table: "orders-table",
	Stage: "dev",
	"AWS::Region": "eu-west-1",
};
const mappings = mapping({ Sizes: { dev: { memory: 128 }, prod: { memory: 1024 } } }, here);

/** The value of an expression in YAML, as JSON; or the problem it reports. */
function check(expression: string, expected: unknown): void {
	const { root } = read(`Value: ${expression}`, "template.yaml");
	const problems: string[] = [];
	const node = child(root, "Value");
	assert.ok(node);
	const value = resolve(node, {
		report: ({ message }) => void problems.push(message),
		reference: (name, at) => (references[name] === undefined ? undefined : scalar(references[name], at)),
		attribute: (id, name, at) => scalar(`${id}#${name}`, at),
		condition: (name) => ({ IsProd: false, IsDev: true })[name],
		mappings,
		exported: (name) => (name === "shared-table" ? "t1" : undefined),
		region: "eu-west-1",
	});
	assert.deepEqual(problems.length > 0 ? problems[0] : value && plain(value), expected);
}

const cases: readonly (readonly [expression: string, expected: unknown])[] = [
	["!Ref Table", "orders-table"],
	["!Ref AWS::NoValue", undefined],
	["!Ref Tabel", "Ref names Tabel, but there is no parameter or resource of that name."],
	["{ a: !Ref AWS::NoValue, b: 1 }", { b: 1 }],
	["[!Ref AWS::NoValue, 1]", [1]],
	["!GetAtt Table.Arn", "Table#Arn"],
	["!GetAtt Nested.Outputs.Url", "Nested#Outputs.Url"],
	["{ 'Fn::GetAtt': Table.Arn }", "Table#Arn"],
	["!Sub '${Table}/${Table.Arn}'", "orders-table/Table#Arn"],
	["!Sub '${!Literal} ${AWS::Region}'", "${Literal} eu-west-1"],
	["!Sub ['${Name}-${Stage}', { Name: !Ref Table }]", "orders-table-dev"],
	["!Sub '$input.json($) #set($x = 1)'", "$input.json($) #set($x = 1)"],
	["!Sub '${Nobody}'", "Fn::Sub uses ${Nobody}, but there is no parameter or resource of that name."],
	["!Join ['-', [a, !Ref Stage, 1]]", "a-dev-1"],
	["!Join a", "Fn::Join needs a delimiter and a list of texts."],
	["!Select [1, [a, b]]", "b"],
	["!Select ['0', !Split ['/', 'x/y']]", "x"],
	["!Select [2, [a, b]]", "Fn::Select cannot select nonexistent value at index 2."],
	["!Split [',', 'a,b']", ["a", "b"]],
	["!Base64 hello", "aGVsbG8="],
	["!Equals [!Ref Stage, dev]", true],
	["!Equals ['true', true]", true],
	["!And [!Condition IsDev, !Not [!Condition IsProd]]", true],
	["!Or [!Condition IsProd, !Equals [a, b]]", false],
	["!If [IsProd, !Ref Nobody, small]", "small"],
	["!If [IsDev, !Ref AWS::NoValue, small]", undefined],
	["!FindInMap [Sizes, !Ref Stage, memory]", 128],
	["!FindInMap [Sizes, test, memory]", "Fn::FindInMap finds nothing at Sizes.test.memory of Mappings."],
	["!FindInMap [Sizes, test, memory, { DefaultValue: 64 }]", 64],
	["!ImportValue shared-table", "t1"],
	["!ImportValue other", "No export named other found: no stack in this emulator exports it."],
	["!Cidr ['10.0.0.0/16', 3, 8]", ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]],
	["!Select [0, !GetAZs '']", "eu-west-1a"],
	["!Length [1, 2]", 2],
	["!ToJsonString { a: [1, true] }", '{"a":[1,true]}'],
	["{ Condition: { StringEquals: { x: y } } }", { Condition: { StringEquals: { x: "y" } } }],
	["{ 'Fn::Nothing': 1 }", "Fn::Nothing is not a function that can be used here."],
];

for (const [expression, expected] of cases)
	test(`${expression} → ${JSON.stringify(expected)}`, () => check(expression, expected));
