import assert from "node:assert/strict";
import { test } from "node:test";
import { openApps } from "../../../server/app/apps.ts";
import { linkedFiles } from "../../../server/app/linkedFiles.ts";
import { memoryFiles } from "../memoryFiles.ts";

/** Documents with the texts that are links in brackets, and where each leads. */
const cases = [
	[
		"a definition",
		"    Type: AWS::Serverless::Api\n    Properties: { DefinitionUri: ⟦api/open.yaml⟧ }",
		"api/open.yaml",
	],
	[
		"a body",
		"    Type: AWS::ApiGateway::RestApi\n    Properties: { BodyS3Location: ⟦api/open.yaml⟧ }",
		"api/open.yaml",
	],
	[
		"a definition that is included",
		"    Type: AWS::Serverless::Api\n    Properties:\n      DefinitionBody:\n        Fn::Transform: { Name: AWS::Include, Parameters: { Location: ⟦api/open.yaml⟧ } }",
		"api/open.yaml",
	],
	[
		"a mapping template",
		"    Type: AWS::ApiGateway::Method\n    Properties: { Integration: { RequestTemplates: { a/b: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: '⟦./get one.vtl⟧' } } } } } }",
		"get%20one.vtl",
	],
	[
		"a handler",
		"    Type: AWS::Serverless::Function\n    Properties: { CodeUri: src, Handler: ⟦get.handler⟧ }",
		"src/get.ts",
	],
	["no file, no link", "    Type: AWS::Serverless::Api\n    Properties: { DefinitionUri: nowhere.yaml }", undefined],
	["what lies in S3", "    Type: AWS::Serverless::Api\n    Properties: { DefinitionUri: s3://b/k }", undefined],
] as const;

for (const [name, resource, target] of cases) {
	test(`links of a document: ${name}`, () => {
		const marked = `Resources:\n  It:\n${resource}\n`;
		const text = marked.replace("⟦", "").replace("⟧", "");
		const files = memoryFiles({ "template.yaml": text, "api/open.yaml": "{}", "get one.vtl": "", "src/get.ts": "" });
		const apps = openApps(files);
		const uri = "file:///w/template.yaml";
		const facts = apps.factsOf(uri);
		assert.ok(facts !== undefined);
		const links = linkedFiles(facts, apps.appOf(uri)?.knowledge.functions ?? [], files);
		const wanted = /⟦(.*)⟧/.exec(marked)?.[1];
		assert.deepEqual(
			links.map(({ start, end, url }) => [text.slice(start, end).replaceAll("'", ""), url]),
			target === undefined ? [] : [[wanted, `file:///w/${target}`]],
		);
	});
}
