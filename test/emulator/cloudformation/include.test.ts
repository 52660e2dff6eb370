import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { load } from "../../../emulator/cloudformation/load.ts";
import { child, plain } from "../../../emulator/cloudformation/node.ts";
import { folderOf } from "../app/opened.ts";

const including = (location: string, more = "") => `Resources:
  A:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Description:
        Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${location} } }
${more}`;

test("takes a .vtl file as the text of a mapping template, with its own place", (t) => {
	const folder = folderOf(t, { "templates/a.vtl": "#set($x = 1)\n$x\n" });
	const file = join(folder, "template.yaml");
	const { deployable, files, problems } = load(including("templates/a.vtl"), file);
	const template = deployable?.template;
	const value = child(template?.resources.get("A")?.properties, "Description");
	assert.deepEqual(problems, []);
	assert.deepEqual(files, [join(folder, "templates/a.vtl")]);
	assert.deepEqual(value && [plain(value), value.at], [
		"#set($x = 1)\n$x\n",
		{ file: join(folder, "templates/a.vtl"), line: 1, column: 1 },
	]);
});

test("merges a fragment of YAML with the entries beside it, and fragments within it", (t) => {
	const folder = folderOf(t, {
		"a.yaml": "Name: a\nDescription:\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: sub/b.json } }\n",
		"sub/b.json": '"from b"',
	});
	const text = `Resources:
  A:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./a.yaml } }
      Name: own
`;
	const { deployable, problems } = load(text, join(folder, "template.yaml"));
	const template = deployable?.template;
	const properties = template?.resources.get("A")?.properties;
	assert.deepEqual(problems, []);
	assert.deepEqual(properties && plain(properties), { Name: "own", Description: "from b" });
});

const refused: readonly (readonly [location: string, code: string, message: string])[] = [
	["none.vtl", "missing-include", "none.vtl is included here, but there is no file FOLDER/none.vtl."],
	[
		"s3://bucket/a.yaml",
		"include",
		"s3://bucket/a.yaml cannot be included: only files beside the template are read. Give a relative path.",
	],
	["again.yaml", "include", "again.yaml is included too deeply (10 files)."],
];

for (const [location, code, message] of refused) {
	test(`says that ${location} cannot be included`, (t) => {
		const folder = folderOf(t, {
			"again.yaml": "Fn::Transform: { Name: AWS::Include, Parameters: { Location: again.yaml } }",
		});
		const { problems } = load(including(location), join(folder, "template.yaml"));
		assert.deepEqual(
			problems.map((it) => [it.code, it.message]),
			[[code, message.replace("FOLDER", folder)]],
		);
	});
}
