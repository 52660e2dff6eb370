import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { inlineTemplate } from "../../../emulator/app/inline.ts";
import { load } from "../../../emulator/cloudformation/load.ts";
import { type Node, plain } from "../../../emulator/cloudformation/node.ts";
import { folderOf } from "./opened.ts";

const include = (location: string) => `{ Name: AWS::Include, Parameters: { Location: ${location} } }`;

test("writes mapping templates into the template and leaves every other character", (t) => {
	const folder = folderOf(t, {
		"a.vtl": "## one\n{\n  $x\n\n}\n",
		"template.yaml": `# A comment.
Resources:
  A:
    Type:   AWS::ApiGateway::RestApi
    Properties:
      Description:   # why
        Fn::Transform: ${include("a.vtl")}
      Name: !Ref AWS::StackName
`,
	});
	assert.deepEqual(inlineTemplate(join(folder, "template.yaml")), {
		problems: [],
		text: `# A comment.
Resources:
  A:
    Type:   AWS::ApiGateway::RestApi
    Properties:
      Description: |
        ## one
        {
          $x

        }
      Name: !Ref AWS::StackName
`,
	});
});

const texts = [
	"plain",
	"ends\n",
	"ends twice\n\n",
	"  begins with blanks\nx\n",
	"",
	"\n",
	"tab\tand 'quotes' \"too\"\n",
	"windows\r\nlines\r\n",
	"ünï → 🎉\n",
	"# x\n---\n",
];

for (const text of texts) {
	test(`writes ${JSON.stringify(text)} so that it is read back the same`, (t) => {
		const folder = folderOf(t, {
			"a.vm": text,
			"template.yaml": `Resources:
  A:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name:
        Fn::Transform: ${include("a.vm")}
      Description: { Fn::Transform: ${include("a.vm")} }
      Tags: [{ Key: k, Value: { Fn::Transform: ${include("a.vm")} } }]
`,
		});
		const file = join(folder, "template.yaml");
		const inlined = inlineTemplate(file);
		const of = (node: Node | undefined) => node && plain(node);
		assert.deepEqual(inlined.problems, []);
		assert.ok(!inlined.text.includes("Fn::Transform"));
		const { deployable, problems } = load(inlined.text, file);
		const template = deployable?.template;
		assert.deepEqual(problems, []);
		assert.deepEqual(of(template?.resources.get("A")?.properties), {
			Name: text,
			Description: text,
			Tags: [{ Key: "k", Value: text }],
		});
	});
}

test("writes them into JSON too", (t) => {
	const folder = folderOf(t, {
		"a.vtl": 'x "y"\n',
		"template.json":
			'{"Resources": {"A": {"Type": "T", "Properties": {"N": {"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "a.vtl"}}}}}}}',
	});
	assert.equal(
		inlineTemplate(join(folder, "template.json")).text,
		'{"Resources": {"A": {"Type": "T", "Properties": {"N": "x \\"y\\"\\n"}}}}',
	);
});

test("says what is missing", (t) => {
	const folder = folderOf(t, { "template.yaml": `A:\n  Fn::Transform: ${include("a.vtl")}\n` });
	const { problems } = inlineTemplate(join(folder, "template.yaml"));
	assert.deepEqual(
		problems.map((it) => it.message),
		[`a.vtl is included here, but there is no file ${join(folder, "a.vtl")}.`],
	);
	assert.deepEqual(
		inlineTemplate("/nowhere/t.yaml").problems.map((it) => it.message),
		["There is no template /nowhere/t.yaml."],
	);
});
