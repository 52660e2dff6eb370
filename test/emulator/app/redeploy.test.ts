import assert from "node:assert/strict";
import { test } from "node:test";
import { APIGatewayClient, GetApiKeysCommand } from "@aws-sdk/client-api-gateway";
import { DescribeTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetAliasCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Emulator } from "../../../emulator/main.ts";
import { folderOf, opened } from "./opened.ts";

const client = ({ endpoint }: Emulator) => ({
	endpoint,
	region: "us-east-1",
	credentials: { accessKeyId: "any", secretAccessKey: "any" },
});

const table = (more = "") => `Resources:
  Notes:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }, { AttributeName: by, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      GlobalSecondaryIndexes:
        - { IndexName: byAuthor, KeySchema: [{ AttributeName: by, KeyType: HASH }], Projection: { ProjectionType: ALL } }${more}
`;

test("adds an index and a stream to a table, whose items stay", async (t) => {
	const folder = folderOf(t, { "template.yaml": table() });
	const { emulator, save, problems } = await opened(t, folder);
	const dynamodb = new DynamoDBClient(client(emulator));
	const [TableName = ""] = (await emulator.ready()).tables;
	await dynamodb.send(new PutItemCommand({ TableName, Item: { id: { S: "1" }, by: { S: "ada" } } }));
	const index =
		"\n        - { IndexName: keys, KeySchema: [{ AttributeName: by, KeyType: HASH }], Projection: { ProjectionType: KEYS_ONLY } }";
	await save({ "template.yaml": table(`${index}\n      StreamSpecification: { StreamViewType: KEYS_ONLY }`) });
	assert.deepEqual(problems(), []);
	const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
	assert.deepEqual(
		[Table?.GlobalSecondaryIndexes?.map((it) => it.IndexName), Table?.StreamSpecification],
		[["byAuthor", "keys"], { StreamEnabled: true, StreamViewType: "KEYS_ONLY" }],
	);
	const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: { id: { S: "1" } } }));
	assert.deepEqual(Item?.["by"], { S: "ada" });
});

const api = (path: string, schema: string, status = "200") => `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: api } }
  Part: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: "${path}" } }
  Model: { Type: AWS::ApiGateway::Model, Properties: { RestApiId: !Ref Api, Name: Body, ContentType: application/json, Schema: ${schema} } }
  Validator: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref Api, ValidateRequestBody: true } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Part
      HttpMethod: POST
      AuthorizationType: NONE
      ApiKeyRequired: true
      RequestModels: { application/json: !Ref Model }
      RequestValidatorId: !Ref Validator
      Integration:
        Type: MOCK
        RequestTemplates: { application/json: '{ "statusCode": ${status} }' }
        IntegrationResponses:
          - { StatusCode: "${status}", ResponseTemplates: { application/json: "$input.params('id')" } }
      MethodResponses: [{ StatusCode: ${status} }]
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api, StageName: dev } }
  Key: { Type: AWS::ApiGateway::ApiKey, Properties: { Enabled: true, Value: a-key-of-twenty-characters } }
  Plan: { Type: AWS::ApiGateway::UsagePlan, DependsOn: Deployment, Properties: { ApiStages: [{ ApiId: !Ref Api, Stage: dev }] } }
  PlanKey: { Type: AWS::ApiGateway::UsagePlanKey, Properties: { KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan } }
`;
const strings = "{ type: object, required: [a] }";

test("takes changes of paths, models and methods to the stage at once", async (t) => {
	const folder = folderOf(t, { "template.yaml": api("{id}", strings) });
	const { emulator, get, save, problems } = await opened(t, folder);
	const key = "a-key-of-twenty-characters";
	const post = (body: string, headers: Record<string, string> = { "x-api-key": key }) =>
		get("/dev/7", { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
	assert.deepEqual(problems(), []);
	const { items } = await new APIGatewayClient(client(emulator)).send(new GetApiKeysCommand({ includeValues: true }));
	assert.deepEqual(
		items?.map(({ value }) => value),
		[key],
	);

	assert.equal(await post("{}", {}), '403 {"message":"Forbidden"}');
	assert.equal(await post("{}"), '400 {"message":"Invalid request body"}');
	assert.equal(await post('{"a":1}'), "200 7");
	await save({ "template.yaml": api("{id}", "{ type: object }") });
	assert.equal(await post("{}"), "200 7");
	await save({ "template.yaml": api("{id}", "{ type: object }", "202") });
	assert.equal(await post("{}"), "202 7");
	await save({ "template.yaml": api("{name}", "{ type: object }", "202") });
	assert.deepEqual(problems(), []);
	assert.equal(await post("{}"), "202 ");
});

test("publishes a version and moves the alias to it whenever the code changes", async (t) => {
	const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      CodeUri: .
      AutoPublishAlias: live
      FunctionName: hello
      Events:
        Get: { Type: Api, Properties: { Path: /, Method: get } }
`;
	const handler = (text: string) => `exports.handler = async () => ({ statusCode: 200, body: "${text}" });\n`;
	const folder = folderOf(t, { "template.yaml": template, "app.js": handler("one") });
	const { emulator, get, save, problems } = await opened(t, folder);
	const lambda = new LambdaClient(client(emulator));
	const version = async () =>
		(await lambda.send(new GetAliasCommand({ FunctionName: "hello", Name: "live" }))).FunctionVersion;
	assert.deepEqual([problems(), await version(), await get("/Prod/")], [[], "1", "200 one"]);
	await save({ "app.js": handler("two") });
	assert.deepEqual([problems(), await version(), await get("/Prod/")], [[], "2", "200 two"]);
});
