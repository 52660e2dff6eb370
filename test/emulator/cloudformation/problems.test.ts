import assert from "node:assert/strict";
import { test } from "node:test";
import { deploying } from "./deploying.ts";

/** All that is said of a template. */
async function check(
	text: string,
	expected: readonly string[],
	given: Readonly<Record<string, string>> = {},
): Promise<void> {
	const { deploy } = await deploying();
	const { problems } = await deploy(text, new Map(Object.entries(given)));
	assert.deepEqual(problems, expected);
}

const topic = "\n  Topic: { Type: AWS::SNS::Topic }";
const unknownTopic = "AWS::SNS::Topic is not emulated yet: Topic is skipped, and what refers to it gets a placeholder.";

test("a template without resources", () =>
	check("Description: x", ["1:1 error A template needs a Resources section: a map of at least one resource."]));

test("a section that templates do not have", () =>
	check(`Resource: {}\nResources:${topic}`, [
		"1:1 warning A template has no section Resource.",
		`3:18 warning ${unknownTopic}`,
	]));

test("a resource without a type", () =>
	check("Resources:\n  A: { Properties: {} }", [
		"2:3 error The resource A needs a Type, such as AWS::DynamoDB::Table.",
	]));

test("a property beside the type", () =>
	check("Resources:\n  A:\n    Type: AWS::IAM::Role\n    RoleName: x", [
		"4:5 error The resource A has RoleName beside its Type: properties belong under Properties.",
	]));

test("a type that is not emulated", () => check(`Resources:${topic}`, [`2:18 warning ${unknownTopic}`]));

test("types that decide nothing on one machine, quietly", () =>
	check("Resources:\n  R: { Type: AWS::IAM::Role }\n  L: { Type: AWS::Logs::LogGroup }", []));

test("a placeholder for what refers to a type that is not emulated", async () => {
	const { deploy, stack } = await deploying();
	await deploy(
		`Resources:${topic}\n  R: { Type: AWS::IAM::Role, Properties: { RoleName: !Sub "\${Topic}|\${Topic.TopicArn}" } }`,
	);
	const name = stack.get("Topic")?.ref;
	assert.match(name ?? "", /^app-Topic-[A-Z0-9]{12}$/);
	assert.equal(stack.get("R")?.ref, `${name}|arn:aws:sns:eu-west-1:000000000000:${name}`);
});

test("a property that the type does not have", () =>
	check("Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Name: a\n      Nam: b", [
		"6:7 warning AWS::ApiGateway::RestApi has no property Nam: it is ignored.",
	]));

test("a property within a property that the type does not have", () =>
	check(
		"Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Name: a\n      EndpointConfiguration: { Typ: [REGIONAL] }",
		["6:32 warning AWS::ApiGateway::RestApi has no property EndpointConfiguration.Typ: it is ignored."],
	));

test("a property that AWS has and the emulator has not", () =>
	check("Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n    Properties: { Name: a, FailOnWarnings: true }", [
		"4:28 warning FailOnWarnings of AWS::ApiGateway::RestApi is not emulated yet: it has no effect here.",
	]));

test("a value of the wrong kind", () =>
	check(
		"Resources:\n  A:\n    Type: AWS::ApiGateway::RestApi\n    Properties: { Name: [a], MinimumCompressionSize: x }",
		[
			"4:25 error Name of AWS::ApiGateway::RestApi must be a single value.",
			"4:54 error MinimumCompressionSize of AWS::ApiGateway::RestApi must be a number.",
		],
	));

test("a reference to nothing", () =>
	check("Resources:\n  A: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref Nobody, Path: !GetAtt No.Arn } }", [
		"2:59 error Ref names Nobody, but there is no parameter or resource of that name.",
		"2:81 error No.Arn is used here, but there is no resource No.",
	]));

test("an attribute that the type does not have", () =>
	check(
		"Resources:\n  A: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }\n  B: { Type: AWS::IAM::Role, Properties: { RoleName: !GetAtt A.Root } }",
		["3:62 error AWS::ApiGateway::RestApi has no attribute Root (A.Root)."],
	));

test("DependsOn nothing", () =>
	check("Resources:\n  A: { Type: AWS::IAM::Role, DependsOn: B }", [
		"2:41 error A depends on B, but there is no resource of that name.",
	]));

test("a circle of resources, while the others are deployed", async () => {
	const { deploy, stack } = await deploying();
	const role = (name: string, other: string) =>
		`\n  ${name}: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref ${other} } }`;
	const { problems } = await deploy(
		`Resources:${role("A", "B")}${role("B", "C")}${role("C", "A")}\n  D: { Type: AWS::IAM::Role }`,
	);
	assert.deepEqual(problems, [
		"2:3 error Circular dependency between resources: [A, B, C]. None of them is deployed until one stops referring to the next.",
	]);
	assert.deepEqual(
		stack.all().map((it) => it.logicalId),
		["D"],
	);
});

const parameter =
	"Parameters:\n  Stage: { Type: String }\nResources:\n  A: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref Stage } }";

test("a parameter without default and value", () =>
	check(parameter, [
		"2:3 error The parameter Stage has no Default and no value: give it a Default, or a value in parameter_overrides of samconfig.toml.",
	]));

test("a parameter with a value from samconfig.toml", async () => {
	const { deploy, stack } = await deploying();
	assert.deepEqual((await deploy(parameter, new Map([["Stage", "prod"]]))).problems, []);
	assert.equal(stack.get("A")?.ref, "prod");
});

test("a value that the parameter does not allow", () =>
	check(
		parameter.replace("Type: String", "Type: String, AllowedValues: [dev, prod]"),
		['2:3 error The parameter Stage is "test", but must be one of its AllowedValues: dev, prod.'],
		{ Stage: "test" },
	));

test("a parameter from SSM", () =>
	check(
		"Parameters:\n  P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /a/b }\nResources:\n  A: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref P } }",
		[
			"2:3 warning The parameter P takes its value from the SSM parameter /a/b, which is not emulated yet: its name stands in for its value.",
		],
	));

test("a condition that decides whether a resource is", async () => {
	const { deploy, stack } = await deploying();
	const text = (stage: string) => `Parameters: { Stage: { Type: String, Default: ${stage} } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsNotProd: !Not [!Condition IsProd]
Resources:
  Prod: { Type: AWS::IAM::Role, Condition: IsProd }
  Other: { Type: AWS::IAM::Role, Condition: IsNotProd, DependsOn: Prod }`;
	assert.deepEqual((await deploy(text("prod"))).problems, []);
	assert.deepEqual(
		stack.all().map((it) => it.logicalId),
		["Prod"],
	);
	assert.deepEqual((await deploy(text("dev"))).problems, []);
	assert.deepEqual(
		stack.all().map((it) => it.logicalId),
		["Other"],
	);
});

test("a condition that is not there", () =>
	check("Resources:\n  A: { Type: AWS::IAM::Role, Condition: IsProd }", [
		"2:3 error There is no condition IsProd in Conditions.",
	]));

test("an export that another stack imports", async () => {
	const first = await deploying();
	await first.deploy(
		"Resources:\n  A: { Type: AWS::IAM::Role, Properties: { RoleName: a } }\nOutputs:\n  O: { Value: !Ref A, Export: { Name: shared } }",
	);
	const { openStack } = await import("../../../emulator/cloudformation/stack.ts");
	const other = await openStack(first.kernel, "/other/template.yaml", "other");
	assert.equal(other.exported("shared"), "a");
});

test("a transform that is not carried out", () =>
	check("Transform: [AWS::LanguageExtensions, My::Macro]\nResources:\n  A: { Type: AWS::IAM::Role }", [
		"1:38 warning The transform My::Macro is not carried out here: the template is taken as it is written.",
	]));

test("a function with a layer, which runs without it", async () => {
	const { deploy } = await deploying();
	const { calls, problems } = await deploy(`Resources:
  Layer: { Type: AWS::Lambda::LayerVersion }
  F: { Type: AWS::Lambda::Function, Properties: { FunctionName: f, Code: ., Layers: [!Ref Layer] } }`);
	assert.deepEqual(calls, ["CreateFunction f"]);
	assert.deepEqual(problems, [
		"2:18 warning AWS::Lambda::LayerVersion is not emulated yet: Layer is skipped, and what refers to it gets a placeholder.",
		"3:77 warning Layers of AWS::Lambda::Function is not emulated yet: it has no effect here.",
	]);
});

const sam = (events: string, transform = "Transform: AWS::Serverless-2016-10-31\n") => `${transform}Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      CodeUri: .
      Events:
${events}`;
const get = (type = "Api", name = "Get") =>
	`        ${name}: { Type: ${type}, Properties: { Path: /items, Method: get } }\n`;
const method = (template: string, timeout = "300") => `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      Integration:
        Type: MOCK
        TimeoutInMillis: ${timeout}
        RequestTemplates:
          application/json: |
            {}
            ${template}
`;

/** [the mistake, what ran, the template with it, the problem, what is called all the same] */
const mistakes: readonly [what: string, before: string, after: string, problem: string, calls?: readonly string[]][] = [
	[
		"an event of a type that SAM does not have",
		sam(get()),
		sam(get("Apii")),
		"10:22 error The event Get of F has the type Apii, which SAM does not have: for a path of an API it is Api.",
	],
	[
		"SAM's resources without its Transform",
		sam(get()),
		sam(get(), ""),
		'3:11 error F is of SAM\'s type AWS::Serverless::Function, but the template has no line "Transform: AWS::Serverless-2016-10-31": nothing is deployed until it has.',
	],
	[
		"two events of the same path and method",
		sam(get()),
		sam(get() + get("Api", "Again")),
		'11:9 error API method "get" defined multiple times for path "/items".',
		["AddPermission app-F-1ITI6E6VMYA0"],
	],
	[
		"a condition that does not exist",
		"Resources:\n  A: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }",
		"Resources:\n  A: { Type: AWS::ApiGateway::RestApi, Condition: No, Properties: { Name: b } }",
		"2:3 error There is no condition No in Conditions.",
	],
	[
		"a condition that is neither true nor false",
		"Resources:\n  A: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }",
		"Conditions: { C: prod }\nResources:\n  A: { Type: AWS::ApiGateway::RestApi, Condition: C, Properties: { Name: b } }",
		"1:18 error The condition C is neither true nor false: make it of Fn::Equals, Fn::And, Fn::Or or Fn::Not.",
	],
	[
		"a Timeout that is no number",
		"Resources:\n  F: { Type: AWS::Lambda::Function, Properties: { Code: ., Timeout: 5 } }",
		"Resources:\n  F: { Type: AWS::Lambda::Function, Properties: { Code: ., Timeout: five } }",
		"2:69 error Timeout of AWS::Lambda::Function must be a number.",
	],
	[
		"a list as an environment variable",
		"Resources:\n  F: { Type: AWS::Lambda::Function, Properties: { Code: . } }",
		"Resources:\n  F: { Type: AWS::Lambda::Function, Properties: { Code: ., Environment: { Variables: { A: [b] } } } }",
		"2:91 error Environment.Variables.A of AWS::Lambda::Function must be a single value.",
	],
	[
		"a value of the wrong type in a method",
		method("{}"),
		method("{}", "soon"),
		"11:26 error Integration.TimeoutInMillis of AWS::ApiGateway::Method must be a number.",
	],
];

for (const [what, before, after, problem, called = []] of mistakes) {
	test(`${what} is said at its line and leaves what runs`, async () => {
		const { deploy } = await deploying();
		assert.deepEqual((await deploy(before)).problems, []);
		const { calls, problems } = await deploy(after);
		assert.deepEqual([problems, calls], [[problem], called]);
	});
}

test("a mapping template that cannot be read is said at its line, each time, and deployed as on AWS", async () => {
	const { deploy } = await deploying();
	const broken = await deploy(method("#if($a)"));
	assert.deepEqual(broken.calls, ["CreateRestApi a", "PutMethod GET", "PutIntegration GET"]);
	assert.equal(broken.problems.length, 1);
	assert.match(broken.problems[0] ?? "", /^1[56]:\d+ error This mapping template cannot be read: /);
	const again = await deploy(method("#if($a)"));
	assert.deepEqual([again.calls, again.problems], [[], broken.problems]);
});
