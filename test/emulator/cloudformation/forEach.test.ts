import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../../emulator/cloudformation/load.ts";
import { plain } from "../../../emulator/cloudformation/node.ts";
import { problemLine } from "./deploying.ts";

function check(text: string, expected: unknown, given: Readonly<Record<string, string>> = {}): void {
	const { deployable, problems } = load(
		`Transform: AWS::LanguageExtensions\n${text}`,
		"/t.yaml",
		new Map(Object.entries(given)),
	);
	const template = deployable?.template;
	const resources = [...(template?.resources ?? [])].map(([id, { properties }]) => [id, plain(properties)]);
	assert.deepEqual(problems.length > 0 ? problems.map(problemLine) : Object.fromEntries(resources), expected);
}

const loop = (collection: string) => `Resources:
  Fn::ForEach::Roles:
    - Name
    - ${collection}
    - Role\${Name}: { Type: AWS::IAM::Role, Properties: { RoleName: !Sub "r-\${Name}", Path: !Ref Name } }
`;

test("repeats resources for each item of a list", () => {
	check(loop("[A, B]"), {
		RoleA: { RoleName: { "Fn::Sub": "r-A" }, Path: "A" },
		RoleB: { RoleName: { "Fn::Sub": "r-B" }, Path: "B" },
	});
});

test("repeats over a parameter, by its default or by what is given", () => {
	const text = `Parameters: { Names: { Type: CommaDelimitedList, Default: "X" } }\n${loop("!Ref Names")}`;
	check(text, { RoleX: { RoleName: { "Fn::Sub": "r-X" }, Path: "X" } });
	check(
		text,
		{ RoleP: { RoleName: { "Fn::Sub": "r-P" }, Path: "P" }, RoleQ: { RoleName: { "Fn::Sub": "r-Q" }, Path: "Q" } },
		{ Names: "P,Q" },
	);
});

test("repeats within properties, and loops within loops", () => {
	check(
		`Resources:
  Fn::ForEach::Outer:
    - A
    - [x, y]
    - Fn::ForEach::Inner:
        - B
        - ["1", "2"]
        - R\${A}\${B}: { Type: AWS::IAM::Role, Properties: { RoleName: "\${A}\${B}" } }
`,
		{ Rx1: { RoleName: "x1" }, Rx2: { RoleName: "x2" }, Ry1: { RoleName: "y1" }, Ry2: { RoleName: "y2" } },
	);
});

test("says what a loop needs", () => {
	check(`${loop("!Ref Nobody")}  A: { Type: AWS::IAM::Role }`, [
		"3:3 error Fn::ForEach::Roles needs the name of a variable, a list of texts and a map of what to repeat.",
	]);
});
