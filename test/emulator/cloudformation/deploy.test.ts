import assert from "node:assert/strict";
import { test } from "node:test";
import { AwsError } from "../../../emulator/aws/awsError.ts";
import { deploying } from "./deploying.ts";
import { recordedCalls } from "./recordedCalls.ts";

const table = (name: string, more = "") => `
  ${name}:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: ${name.toLowerCase()}
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      BillingMode: PAY_PER_REQUEST${more}`;

const api = (
	methods: string,
	deployment = "  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }",
) => `
Resources:
${deployment}
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: dev }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: orders } }
${methods}`;
const method = (name: string, verb: string, more = "") =>
	`  ${name}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: ${verb}${more} } }`;

test("makes each resource after all it refers to, and deployments after every part of their API", async () => {
	const { deploy } = await deploying();
	const { calls, problems } = await deploy(api([method("Get", "GET"), method("Post", "POST")].join("\n")));
	assert.deepEqual(calls, [
		"CreateRestApi orders",
		"PutMethod GET",
		"PutMethod POST",
		"CreateDeployment",
		"CreateStage dev",
	]);
	assert.deepEqual(problems, []);
});

test("touches nothing when nothing changed", async () => {
	const { deploy } = await deploying();
	const text = api(method("Get", "GET"));
	await deploy(text);
	assert.deepEqual(await deploy(text), { calls: [], changed: [], problems: [] });
});

test("takes a changed method to the stages by a new deployment", async () => {
	const { deploy } = await deploying();
	await deploy(api(method("Get", "GET")));
	const { calls, changed } = await deploy(api(method("Get", "GET", ", ApiKeyRequired: true")));
	assert.deepEqual(calls, [
		"DeleteMethod GET",
		"PutMethod GET",
		"CreateDeployment",
		"UpdateStage dev",
		"DeleteDeployment",
	]);
	assert.deepEqual(changed, ["Get", "Deployment", "Stage"]);
});

test("removes a method that is gone before the new snapshot is made", async () => {
	const { deploy } = await deploying();
	await deploy(api([method("Get", "GET"), method("Post", "POST")].join("\n")));
	const { calls, changed } = await deploy(api(method("Get", "GET")));
	assert.deepEqual(calls, ["DeleteMethod POST", "CreateDeployment", "UpdateStage dev", "DeleteDeployment"]);
	assert.deepEqual(changed, ["Post", "Deployment", "Stage"]);
});

test("removes what is gone, the newest first, and keeps what says Retain", async () => {
	const { deploy, stack } = await deploying();
	const kept = table("Kept").replace("Type:", "DeletionPolicy: Retain\n    Type:");
	await deploy(`Resources:${table("A")}${table("B")}${kept}${table("C")}`);
	const { calls, changed } = await deploy(`Resources:${table("C")}`);
	assert.deepEqual(calls, ["DeleteTable b", "DeleteTable a"]);
	assert.deepEqual(changed, ["Kept", "B", "A"]);
	assert.deepEqual(
		stack.all().map((it) => it.logicalId),
		["C"],
	);
});

test("refuses to replace a table that has a name of its own, in CloudFormation's words, and keeps it", async () => {
	const { deploy } = await deploying();
	await deploy(`Resources:${table("Music")}`);
	const changed = `Resources:${table("Music").replace("AttributeName: id, KeyType", "AttributeName: artist, KeyType")}`;
	const { calls, problems } = await deploy(changed);
	assert.deepEqual(calls, []);
	assert.deepEqual(problems, [
		"5:18 error CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename music and update the stack again. (Or start anew with --memory; Music goes on as it was.)",
	]);
});

test("goes on with the rest when one resource is refused, and tries it again the next time", async () => {
	let isRefused = true;
	const calls = recordedCalls((operation, request) => {
		const isA = "TableName" in request && request.TableName === "a";
		return isRefused && isA && operation === "CreateTable" ? new AwsError("ValidationException", "No.") : undefined;
	});
	const { deploy } = await deploying(calls);
	const text = `Resources:${table("A")}${table("B")}
  Outer: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref A, Action: x, Principal: y } }`;
	const first = await deploy(text);
	assert.deepEqual(first.calls, ["CreateTable b"]);
	assert.deepEqual(first.problems, ["2:3 error A (AWS::DynamoDB::Table) could not be made: No."]);
	isRefused = false;
	assert.deepEqual((await deploy(text)).calls, ["CreateTable a", "AddPermission a"]);
});

test("keeps what runs when its change is refused, and makes the change once it can", async () => {
	let isRefused = true;
	const calls = recordedCalls((operation) =>
		isRefused && operation === "UpdateTable" ? new AwsError("LimitExceededException", "Later.") : undefined,
	);
	const { deploy, stack } = await deploying(calls);
	await deploy(`Resources:${table("A")}`);
	const changed = `Resources:${table("A", "\n      TableClass: STANDARD_INFREQUENT_ACCESS")}`;
	assert.deepEqual((await deploy(changed)).problems, [
		"2:3 error A (AWS::DynamoDB::Table) could not be changed: Later.",
	]);
	assert.equal(stack.get("A")?.ref, "a");
	isRefused = false;
	assert.deepEqual((await deploy(changed)).calls, ["UpdateTable a", "DescribeTable a"]);
});

test("changes a function's code without touching its configuration", async () => {
	let revision = "1";
	const { deploy } = await deploying(recordedCalls(), () => revision);
	const text =
		"Resources:\n  F: { Type: AWS::Lambda::Function, Properties: { FunctionName: f, Code: ., Handler: a.h, Runtime: nodejs22.x } }";
	assert.deepEqual((await deploy(text)).calls, ["CreateFunction f"]);
	revision = "2";
	assert.deepEqual((await deploy(text)).calls, ["UpdateFunctionCode f"]);
	assert.deepEqual((await deploy(text.replace("a.h", "b.h"))).calls, ["UpdateFunctionConfiguration f"]);
});

test("knows what it made after a restart", async () => {
	const first = await deploying();
	const text = `Resources:${table("A")}`;
	await first.deploy(text);
	const { openStack } = await import("../../../emulator/cloudformation/stack.ts");
	const again = await openStack(first.kernel, "/app/template.yaml", "app");
	assert.deepEqual([again.id, again.all().map((it) => it.ref)], [first.stack.id, ["a"]]);
	const other = await openStack(first.kernel, "/other/template.yaml", "app");
	assert.deepEqual([other.name, other.all()], ["app-2", []]);
});

test("tells where a method, and each of its properties, was written", async () => {
	const { deploy, kernel } = await deploying();
	await deploy(
		`Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: orders } }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      Integration:
        Type: MOCK
        RequestTemplates:
          application/json: |
            #set($x = 1)
            {}
        IntegrationResponses:
          - StatusCode: 200
            ResponseTemplates: { application/json: "x" }
`,
	);
	const key = "apis/id1/resources/rootid1/methods/GET";
	const line = (...path: string[]) => kernel.sources.at(key, ...path)?.line;
	assert.equal(line(), 3);
	assert.equal(line("HttpMethod"), 8);
	assert.equal(line("integration", "requestTemplates", "application/json"), 13);
	assert.equal(line("Integration", "IntegrationResponses", "200", "ResponseTemplates", "application/json"), 17);
	assert.equal(line("Integration", "Nothing"), 9);
	assert.equal(kernel.sources.at("apis/id1")?.line, 2);
});

test("removes old snapshots once no stage points to them", async () => {
	const { deploy } = await deploying();
	await deploy(api(method("Get", "GET")));
	const deployment =
		"  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api, StageName: Stage } }";
	await deploy(api(method("Get", "GET"), deployment));
	const { calls } = await deploy(api(method("Get", "GET", ", ApiKeyRequired: true"), deployment));
	assert.deepEqual(calls, [
		"DeleteMethod GET",
		"PutMethod GET",
		"CreateDeployment Stage",
		"UpdateStage dev",
		"DeleteDeployment",
	]);
});

test("changes a table by one request for its settings and one for each index", async () => {
	const { deploy } = await deploying();
	const index = (name: string, capacity: number) =>
		`{ IndexName: ${name}, KeySchema: [{ AttributeName: id, KeyType: HASH }], Projection: { ProjectionType: ALL }, ProvisionedThroughput: { ReadCapacityUnits: ${capacity}, WriteCapacityUnits: 1 } }`;
	const indexes = (...all: readonly string[]) => `\n      GlobalSecondaryIndexes: [${all.join(", ")}]`;
	await deploy(`Resources:${table("A", indexes(index("a", 1), index("b", 1)))}`);
	const changed = table("A", `${indexes(index("b", 2), index("c", 1))}\n      TableClass: STANDARD`);
	assert.deepEqual((await deploy(`Resources:${changed}`)).calls, [
		"UpdateTable a",
		"UpdateTable a",
		"UpdateTable a",
		"UpdateTable a",
		"DescribeTable a",
	]);
	assert.deepEqual((await deploy(`Resources:${changed}`)).calls, []);
});

test("says of a change that what runs cannot take", async () => {
	const { deploy } = await deploying();
	await deploy(`Resources:${table("A")}`);
	const { problems } = await deploy(
		`Resources:${table("A", "\n      WarmThroughput: { ReadUnitsPerSecond: 12000, WriteUnitsPerSecond: 4000 }")}`,
	);
	assert.deepEqual(problems, ["9:7 warning The change of WarmThroughput of A takes effect when A is made anew."]);
});

test("removes nothing while a part of the template cannot be read: a table's items are not lost to a typing error", async () => {
	const { deploy, stack } = await deploying();
	await deploy(`Resources:${table("A")}${table("B")}`);
	const broken = `${table("A").replace("Type:", "Typ:")}${table("C")}`;
	const { calls, problems } = await deploy(`Resources:${broken}`);
	assert.deepEqual(calls, ["CreateTable c"]);
	assert.deepEqual(problems, ["2:3 error The resource A needs a Type, such as AWS::DynamoDB::Table."]);
	assert.deepEqual(
		stack.all().map((it) => it.logicalId),
		["A", "B", "C"],
	);
});
