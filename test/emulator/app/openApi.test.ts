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
	assert.match(app.problems().join("\n"), /:22:11 error Api: Unable to create resource at path '\/no way': /);
	assert.equal(await app.get("/dev/things"), "200 one");
});

test("a policy that is gone from the definition is gone from the API", async (t) => {
	const policy = `
        x-amazon-apigateway-policy: {Statement: [{Effect: Deny, Principal: '*', Action: '*', Resource: '*'}]}`;
	const folder = folderOf(t, { "template.yaml": inTemplate(get("/things", "one"), policy) });
	const app = await opened(t, folder);
	assert.match(await app.get("/dev/things"), /^403 /);
	await app.save({ "template.yaml": inTemplate(get("/things", "one")) });
	assert.equal(await app.get("/dev/things"), "200 one");
});

const mistakes: readonly [string, string, RegExp][] = [
	[
		"an integration's type",
		get("/things", "one").replace("type: mock", "type: moc"),
		/:11:\d+ error Api: Unable to put integration on 'GET' for resource at path '\/things': Invalid integration type: moc/,
	],
	[
		"a status that is not declared",
		get("/things", "one").replace("statusCode: 200", "statusCode: 299"),
		/:11:\d+ error Api: Unable to put integration response on 'GET' for resource at path '\/things': Invalid response status code specified/,
	],
	[
		"a path without its slash",
		get("things", "one") + get("/a", "b"),
		/warning Api: A path starts with a slash: 'things' is ignored/,
	],
	[
		"a method that is none",
		get("/things", "one") + get("/a", "b").replace("get:", "gett:"),
		/warning Api: No HTTP method is called 'gett': it is ignored at resource '\/a'/,
	],
	[
		"a security scheme that is not there",
		get("/things", "one").replace("responses: {200", "security: [{Nope: []}]\n              responses: {200"),
		/warning Api: There is no security scheme 'Nope'/,
	],
	[
		"a validator that is not there",
		get("/things", "one").replace(
			"responses: {200",
			"x-amazon-apigateway-request-validator: al\n              responses: {200",
		),
		/warning Api: There is no request validator 'al'/,
	],
];
for (const [name, paths, expected] of mistakes) {
	test(`a mistake in a definition is told at its line: ${name}`, async (t) => {
		const app = await opened(t, folderOf(t, { "template.yaml": inTemplate(paths) }));
		assert.match(app.problems().join("\n"), expected);
	});
}

const definition = (body: string) => `
openapi: 3.0.1
info: {title: Things, version: '1'}
paths:${get("/things", body).replaceAll("\n        ", "\n")}
`;

const sam = (properties: string, events = "") => `
Transform: AWS::Serverless-2016-10-31
Resources:
  Api: {Type: AWS::Serverless::Api, Properties: {StageName: dev, OpenApiVersion: 3.0.1, ${properties}}}
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: "exports.handler = async () => ({ statusCode: 200, body: 'hello' });"${events}
`;

test("SAM's DefinitionUri reads a file, which is watched; events add the right to call, and no methods", async (t) => {
	const events = `
      Events: {Get: {Type: Api, Properties: {Path: /things, Method: get, RestApiId: !Ref Api}}}`;
	const folder = folderOf(t, {
		"template.yaml": sam("DefinitionUri: api.yaml", events),
		"api.yaml": definition("one"),
	});
	const app = await opened(t, folder);
	assert.deepEqual(app.problems(), []);
	assert.equal(await app.get("/dev/things"), "200 one");
	await app.save({ "api.yaml": definition("two") });
	assert.equal(await app.get("/dev/things"), "200 two");
});

test("an API goes from a definition to events and back while it runs", async (t) => {
	const events = `
      Events: {Get: {Type: Api, Properties: {Path: /things, Method: get, RestApiId: !Ref Api}}}`;
	const defined = sam("DefinitionUri: api.yaml", events);
	const folder = folderOf(t, { "template.yaml": defined, "api.yaml": definition("one") });
	const app = await opened(t, folder);
	assert.equal(await app.get("/dev/things"), "200 one");
	await app.save({ "template.yaml": sam("Description: d", events) });
	assert.deepEqual([app.problems(), await app.get("/dev/things")], [[], "200 hello"]);
	await app.save({ "template.yaml": defined });
	assert.deepEqual([app.problems(), await app.get("/dev/things")], [[], "200 one"]);
});

const guard =
	"exports.handler = async (event) => ({ principalId: 'p', policyDocument: { Statement: [{ Effect: event.authorizationToken === 'yes' ? 'Allow' : 'Deny', Action: '*', Resource: '*' }] } });";
const auth = "Auth: {DefaultAuthorizer: Guard, Authorizers: {Guard: {FunctionArn: !GetAtt Guard.Arn}}}";
const guardFunction = `
  Guard:
    Type: AWS::Serverless::Function
    Properties: {Runtime: nodejs22.x, Handler: index.handler, InlineCode: "${guard}"}`;
const include = "DefinitionBody: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}}";

test("SAM's Auth is written into an inline definition", async (t) => {
	const template = sam(`${include}, ${auth}`) + guardFunction;
	const app = await opened(t, folderOf(t, { "template.yaml": template, "api.yaml": definition("one") }));
	assert.deepEqual(app.problems(), []);
	const answer = (token: string) => app.get("/dev/things", { headers: { Authorization: token } });
	assert.match(await app.get("/dev/things"), /^401 /);
	assert.match(await answer("no"), /^403 /);
	assert.equal(await answer("yes"), "200 one");
});

test("SAM's Auth cannot be written into a file: the API is not made, rather than open", async (t) => {
	const template = sam(`DefinitionUri: api.yaml, ${auth}`) + guardFunction;
	const app = await opened(t, folderOf(t, { "template.yaml": template, "api.yaml": definition("one") }));
	assert.match(
		app.problems().join("\n"),
		/error Auth works only with inline Swagger specified in 'DefinitionBody' property\./,
	);
	assert.match(await app.get("/dev/things"), /^404 /);
});

test("a definition in S3 is told to be out of reach", async (t) => {
	const app = await opened(t, folderOf(t, { "template.yaml": sam("DefinitionUri: s3://bucket/key") }));
	assert.match(
		app.problems().join("\n"),
		/error The definition of Api cannot be read from s3:\/\/bucket\/key: only files/,
	);
});
