import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { load } from "../../../emulator/cloudformation/load.ts";
import { child, type Node, plain } from "../../../emulator/cloudformation/node.ts";
import { read } from "../../../emulator/cloudformation/read.ts";

/** `expected` as JSON, or the first problem as `line:column message`. */
function check(text: string, expected: unknown, file = "template.yaml"): void {
	const { root, problems } = read(text, file);
	const first = problems[0];
	const found = first === undefined ? root && plain(root) : `${first.at?.line}:${first.at?.column} ${first.message}`;
	assert.deepEqual(found, expected);
}

test("reads YAML with CloudFormation's short functions as JSON writes them", () => {
	check("A: !Ref B", { A: { Ref: "B" } });
	check("A: !GetAtt B.C.D", { A: { "Fn::GetAtt": ["B", "C.D"] } });
	check("A: !GetAtt [B, C]", { A: { "Fn::GetAtt": ["B", "C"] } });
	check("A: !Sub '${B}/c'", { A: { "Fn::Sub": "${B}/c" } });
	check("A: !Join ['-', [a, !Ref B]]", { A: { "Fn::Join": ["-", ["a", { Ref: "B" }]] } });
	check("A: !Select\n  - 1\n  - !Split [',', 'a,b']", { A: { "Fn::Select": [1, { "Fn::Split": [",", "a,b"] }] } });
	check("A: !If [Yes, 1, !Ref AWS::NoValue]", { A: { "Fn::If": ["Yes", 1, { Ref: "AWS::NoValue" }] } });
	check("A: !Not [!Condition B]", { A: { "Fn::Not": [{ Condition: "B" }] } });
	check("A: !Transform { Name: AWS::Include }", { A: { "Fn::Transform": { Name: "AWS::Include" } } });
});

test("reads JSON, also with tabs", () => {
	check(
		'{\n\t"A": {\n\t\t"Ref": "B"\n\t},\n\t"C": [1, true, null]\n}\n',
		{ A: { Ref: "B" }, C: [1, true, null] },
		"template.json",
	);
});

test("keeps dates and versions as text, as CloudFormation does", () => {
	check("Version: 2012-10-17", { Version: "2012-10-17" });
});

test("keeps the spelling of a number, for properties that are texts", () => {
	const { root } = read("A: 1.10\nB: 0123", "template.yaml");
	const text = (name: string) => {
		const found = child(root, name);
		return found?.kind === "scalar" ? found.text : undefined;
	};
	assert.deepEqual([text("A"), text("B")], ["1.10", "0123"]);
});

test("says what is wrong with the syntax, and where", () => {
	check("Resources:\n  A: b: c\n", "2:6 This is not valid YAML: Nested mappings are not allowed in compact mappings.");
	check(
		"Resources:\n  A: [1, 2\nB: 3\n",
		"3:1 This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
	);
	check("A: 1\nA: 2\n", "2:1 This is not valid YAML: Map keys must be unique.");
	check(
		'{ "A": 1, }}',
		'1:12 This is not valid JSON: Unexpected flow-map-end token in YAML stream: "}".',
		"template.json",
	);
	check("", "1:1 The file is empty: a template needs at least a Resources section.");
	check("A: !Foo bar\n", "1:9 !Foo is not a CloudFormation function.");
});

test("ends at a bound where aliases multiply", () => {
	const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
	for (let i = 1; i < 7; i++) {
		const before = String.fromCharCode(96 + i);
		const name = String.fromCharCode(97 + i);
		lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`);
	}
	check(lines.join("\n"), "1:1 The template is too large or too deep to be read.");
	check("a: &a [1, *a]", "1:1 The template is too large or too deep to be read.");
	assert.equal(read("[".repeat(20_000), "template.yaml").problems[0]?.code, "template-syntax");
});

test("never fails, whatever the text", () => {
	const pieces = [
		"Resources:",
		"Type:",
		"!Ref",
		"!Sub",
		"${A}",
		"&a",
		"*a",
		"- ",
		"\n",
		"\n  ",
		"\t",
		": ",
		"[",
		"]",
		"{",
		"}",
		"'",
		'"',
		"|",
		"#",
		"%",
		"Fn::If",
		"Properties:",
		"AWS::Serverless::Function",
		"AWS::Serverless::Api",
		"Events:",
		"null",
		"1",
	];
	const text = fc
		.array(fc.constantFrom(...pieces, " "), { maxLength: 40 })
		.map((parts) => `Transform: AWS::Serverless-2016-10-31\n${parts.join("")}`);
	fc.assert(
		fc.property(text, (it) => {
			const { problems } = load(it, "/template.yaml");
			for (const { message, at } of problems) assert.ok(message.length > 0 && (at === undefined || at.line > 0));
		}),
		{ numRuns: 500, seed: 1 },
	);
});

test("gives every value the place where it is written", () => {
	const text = ["A:", "  B: c", "  D:", "    - !Ref E", "  F: |", "    first", "    second", ""].join("\n");
	const { root } = read(text, "/app/template.yaml");
	const place = (node: Node | undefined) => node && `${node.at.file}:${node.at.line}:${node.at.column}`;
	const a = child(root, "A");
	const list = child(a, "D");
	assert.equal(place(child(a, "B")), "/app/template.yaml:2:6");
	assert.equal(list?.kind === "list" ? place(list.items[0]) : undefined, "/app/template.yaml:4:12");
	// A block scalar stands at its first line, so that line n of a mapping template is n - 1 below.
	assert.equal(place(child(a, "F")), "/app/template.yaml:6:1");
});
