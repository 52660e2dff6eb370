import assert from "node:assert/strict";
import { test } from "node:test";
import type { Trace } from "../../../protocol/trace.ts";
import { folderOf, opened } from "./opened.ts";

// Apps whose API is an OpenAPI definition: in the template, or in a file beside it.

const answering = (body: string) => `
          x-amazon-apigateway-integration:
            type: mock
            requestTemplates:
              application/json: '{"statusCode": 200}'
            responses:
              default:
                statusCode: 200
                responseTemplates:
                  application/json: '${body}'
          responses: {200: {description: ok}}`;

const inTemplate = (paths: string, more = "") => `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        openapi: 3.0.1
        info: {title: Things, version: '1'}
        paths:${paths}${more}
  Deployment: {Type: AWS::ApiGateway::Deployment, Properties: {RestApiId: !Ref Api}}
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: dev}
`;
const get = (path: string, body: string) => `
          ${path}:
            get:${answering(body).replaceAll("\n", "\n    ")}`;

test("a definition in the template answers, and a save of it reaches the stage", async (t) => {
	const folder = folderOf(t, { "template.yaml": inTemplate(get("/things", "one")) });
	const app = await opened(t, folder);
	assert.deepEqual(app.problems(), []);
	assert.equal(await app.get("/dev/things"), "200 one");
	await app.save({ "template.yaml": inTemplate(get("/things", "two") + get("/others", "three")) });
	assert.deepEqual([await app.get("/dev/things"), await app.get("/dev/others")], ["200 two", "200 three"]);
	await app.save({ "template.yaml": inTemplate(get("/others", "three")) });
	assert.match(await app.get("/dev/things"), /^403 /);
	assert.equal(await app.get("/dev/others"), "200 three");
});

test("a frame names the line of the definition that decided", async (t) => {
	const folder = folderOf(t, { "template.yaml": inTemplate(get("/things", "one")) });
	const app = await opened(t, folder);
	const response = await fetch(`${app.emulator.endpoint}/dev/things`);
	const id = response.headers.get("x-amzn-requestid");
	const trace = (await (await fetch(`${app.emulator.endpoint}/_gatewright/traces/${id}`)).json()) as Trace;
	const places = trace.frames.map((it) => [it.step, it.source?.line]);
	assert.deepEqual(
		places.filter(([step]) => step === "integrationRequest" || step === "methodResponse"),
		[
			["integrationRequest", 15],
			["methodResponse", 21],
		],
	);
});

test("a template of a definition that cannot be read is a problem at its line", async (t) => {
	const folder = folderOf(t, { "template.yaml": inTemplate(get("/things", "#if(")) });
	const app = await opened(t, folder);
	assert.match(app.problems()[0] ?? "", /^\.\/template\.yaml:20:\d+ error This mapping template cannot be read: /);
});

test("what API Gateway refuses of a definition is told, and the API goes on as it was", async (t) => {
	const folder = folderOf(t, { "template.yaml": inTemplate(get("/things", "one")) });
	const app = await opened(t, folder);
	await app.save({ "template.yaml": inTemplate(get("/things", "two") + get("/no way", "three")) });
	assert.match(
		app.problems().join("\n"),
		/Errors found during import:\n\tUnable to create resource at path '\/no way'/,
	);
	assert.equal(await app.get("/dev/things"), "200 one");
});

test("SAM's DefinitionUri reads a file, which is watched, and events add their methods to it", async (t) => {
	const definition = (body: string) => `
openapi: 3.0.1
info: {title: Things, version: '1'}
paths:${get("/things", body).replaceAll("\n        ", "\n")}
`;
	const folder = folderOf(t, {
		"template.yaml": `
Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: dev, DefinitionUri: api.yaml, OpenApiVersion: 3.0.1}}
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: "exports.handler = async () => ({ statusCode: 200, body: 'hello' });"
      Events: {Get: {Type: Api, Properties: {Path: /hello, Method: get, RestApiId: !Ref Api}}}
`,
		"api.yaml": definition("one"),
	});
	const app = await opened(t, folder);
	assert.deepEqual(app.problems(), []);
	assert.deepEqual([await app.get("/dev/things"), await app.get("/dev/hello")], ["200 one", "200 hello"]);
	await app.save({ "api.yaml": definition("two") });
	assert.deepEqual([await app.get("/dev/things"), await app.get("/dev/hello")], ["200 two", "200 hello"]);
});
