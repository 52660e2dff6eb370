import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../../emulator/cloudformation/load.ts";
import { plain } from "../../../emulator/cloudformation/node.ts";
import { problemLine } from "./deploying.ts";

/** The resources that a SAM template becomes: type and properties, by logical id. */
function transformed(text: string) {
	const { deployable, problems } = load(`Transform: AWS::Serverless-2016-10-31\n${text}`, "/app/template.yaml");
	const template = deployable?.template;
	const resources = new Map(
		[...(template?.resources ?? [])].map(([id, it]) => [id, { type: it.type, properties: plain(it.properties) }]),
	);
	return { resources, problems: problems.map(problemLine), template };
}

const hello = (
	more = "",
	events = "Get: { Type: Api, Properties: { Path: '/orders/{id}', Method: get } }",
) => `Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: app.handler
      CodeUri: src/
      Events:
        ${events}
${more}`;

test("makes of a function with an event what SAM makes, under SAM's names", () => {
	const { resources, problems } = transformed(hello());
	assert.deepEqual(problems, []);
	assert.deepEqual(
		[...resources].map(([id, { type }]) => `${id}: ${type}`),
		[
			"Hello: AWS::Lambda::Function",
			"HelloRole: AWS::IAM::Role",
			"HelloGetPermissionProd: AWS::Lambda::Permission",
			"ServerlessRestApi: AWS::ApiGateway::RestApi",
			"ServerlessRestApi /orders: AWS::ApiGateway::Resource",
			"ServerlessRestApi /orders/{id}: AWS::ApiGateway::Resource",
			"ServerlessRestApi GET /orders/{id}: AWS::ApiGateway::Method",
			"ServerlessRestApiDeployment: AWS::ApiGateway::Deployment",
			"ServerlessRestApiProdStage: AWS::ApiGateway::Stage",
		],
	);
	assert.deepEqual(resources.get("Hello")?.properties, {
		Role: { "Fn::GetAtt": ["HelloRole", "Arn"] },
		Handler: "app.handler",
		Runtime: "nodejs22.x",
		Code: "src/",
		Tags: [{ Key: "lambda:createdBy", Value: "SAM" }],
	});
	assert.deepEqual(resources.get("HelloGetPermissionProd")?.properties, {
		Action: "lambda:InvokeFunction",
		FunctionName: { Ref: "Hello" },
		Principal: "apigateway.amazonaws.com",
		SourceArn: {
			"Fn::Sub": [
				"arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/GET/orders/*",
				{ __ApiId__: { Ref: "ServerlessRestApi" }, __Stage__: "*" },
			],
		},
	});
	assert.deepEqual(resources.get("ServerlessRestApi GET /orders/{id}")?.properties, {
		RestApiId: { Ref: "ServerlessRestApi" },
		ResourceId: { Ref: "ServerlessRestApi /orders/{id}" },
		HttpMethod: "GET",
		AuthorizationType: "NONE",
		Integration: {
			Type: "AWS_PROXY",
			IntegrationHttpMethod: "POST",
			Uri: {
				"Fn::Sub":
					"arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Hello.Arn}/invocations",
			},
		},
	});
	assert.deepEqual(resources.get("ServerlessRestApiDeployment")?.properties, {
		RestApiId: { Ref: "ServerlessRestApi" },
		StageName: "Stage",
	});
});

test("merges Globals: maps member by member, lists one behind the other, single values by the function's own", () => {
	const { resources } = transformed(
		`Globals:
  Function:
    Timeout: 5
    MemorySize: 512
    Layers: [a]
    Environment: { Variables: { A: global, B: global } }
${hello()}
`.replace(
			"      Handler: app.handler",
			"      Handler: app.handler\n      Timeout: 9\n      Layers: [b]\n      Environment: { Variables: { B: own } }",
		),
	);
	const properties = resources.get("Hello")?.properties;
	const { Timeout, MemorySize, Layers, Environment } = properties as Record<string, unknown>; // a map, as made above
	assert.deepEqual(
		{ Timeout, MemorySize, Layers, Environment },
		{ Timeout: 9, MemorySize: 512, Layers: ["a", "b"], Environment: { Variables: { A: "global", B: "own" } } },
	);
});

test("answers OPTIONS on each path for Cors", () => {
	const { resources } = transformed(
		`Globals: { Api: { Cors: { AllowOrigin: "'https://a.b'", MaxAge: "'600'", AllowCredentials: true } } }\n${hello()}`,
	);
	assert.deepEqual(resources.get("ServerlessRestApi OPTIONS /orders/{id}")?.properties, {
		RestApiId: { Ref: "ServerlessRestApi" },
		ResourceId: { Ref: "ServerlessRestApi /orders/{id}" },
		HttpMethod: "OPTIONS",
		AuthorizationType: "NONE",
		Integration: {
			Type: "MOCK",
			RequestTemplates: { "application/json": '{\n  "statusCode" : 200\n}\n' },
			IntegrationResponses: [
				{
					StatusCode: "200",
					ResponseParameters: {
						"method.response.header.Access-Control-Allow-Methods": "'GET,OPTIONS'",
						"method.response.header.Access-Control-Allow-Origin": "'https://a.b'",
						"method.response.header.Access-Control-Allow-Credentials": "'true'",
						"method.response.header.Access-Control-Max-Age": "'600'",
					},
					ResponseTemplates: { "application/json": "{}\n" },
				},
			],
		},
		MethodResponses: [
			{
				StatusCode: "200",
				ResponseParameters: {
					"method.response.header.Access-Control-Allow-Methods": false,
					"method.response.header.Access-Control-Allow-Origin": false,
					"method.response.header.Access-Control-Allow-Credentials": false,
					"method.response.header.Access-Control-Max-Age": false,
				},
			},
		],
	});
});

const api = `  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Variables: { table: t }
      OpenApiVersion: 3.0.1
      BinaryMediaTypes: [image~1png]
      EndpointConfiguration: REGIONAL
      Models: { Order: { type: object } }
      Auth: { ApiKeyRequired: true, UsagePlan: { CreateUsagePlan: PER_API } }
      GatewayResponses:
        DEFAULT_4XX: { ResponseParameters: { Headers: { X-A: "'b'" } } }
`;
const post = `Post:
          Type: Api
          Properties:
            RestApiId: !Ref Api
            Path: /orders
            Method: post
            RequestModel: { Model: Order, Required: true, ValidateBody: true }
            RequestParameters: [method.request.header.x, { method.request.querystring.q: { Required: true } }]`;

test("makes of an API with models, keys, gateway responses what SAM makes", () => {
	const { resources, problems, template } = transformed(hello(api, post));
	assert.deepEqual(problems, []);
	const properties = (id: string) => resources.get(id)?.properties;
	assert.deepEqual(properties("Api"), {
		Name: { Ref: "AWS::StackName" },
		BinaryMediaTypes: ["image/png"],
		EndpointConfiguration: { Types: ["REGIONAL"] },
	});
	assert.deepEqual(properties("Apiv1Stage"), {
		StageName: "v1",
		Variables: { table: "t" },
		RestApiId: { Ref: "Api" },
		DeploymentId: { Ref: "ApiDeployment" },
	});
	assert.deepEqual(properties("ApiDeployment"), { RestApiId: { Ref: "Api" } });
	assert.deepEqual(properties("Api model Order"), {
		RestApiId: { Ref: "Api" },
		Name: "Order",
		ContentType: "application/json",
		Schema: { type: "object" },
	});
	assert.deepEqual(properties("Api validator body-only"), {
		RestApiId: { Ref: "Api" },
		Name: "body-only",
		ValidateRequestBody: true,
		ValidateRequestParameters: false,
	});
	assert.deepEqual(properties("Api response DEFAULT_4XX"), {
		RestApiId: { Ref: "Api" },
		ResponseType: "DEFAULT_4XX",
		ResponseParameters: { "gatewayresponse.header.X-A": "'b'" },
	});
	const { ApiKeyRequired, RequestModels, RequestParameters, RequestValidatorId } = properties(
		"Api POST /orders",
	) as Record<string, unknown>; // a map, as made above
	assert.deepEqual(
		{ ApiKeyRequired, RequestModels, RequestParameters, RequestValidatorId },
		{
			ApiKeyRequired: true,
			RequestModels: { "application/json": { Ref: "Api model Order" } },
			RequestParameters: { "method.request.header.x": false, "method.request.querystring.q": true },
			RequestValidatorId: { Ref: "Api validator body-only" },
		},
	);
	assert.deepEqual(properties("ApiUsagePlanKey"), {
		KeyId: { Ref: "ApiApiKey" },
		KeyType: "API_KEY",
		UsagePlanId: { Ref: "ApiUsagePlan" },
	});
	assert.deepEqual(
		[...(template?.aliases ?? [])],
		[
			["Api.Deployment", "ApiDeployment"],
			["Api.Stage", "Apiv1Stage"],
		],
	);
});

test("lets a model refer to another as OpenAPI does", () => {
	const models = api.replace(
		"{ Order: { type: object } }",
		"{ Order: { $ref: '#/definitions/Item' }, Item: { type: object } }",
	);
	assert.deepEqual(transformed(hello(models, post)).resources.get("Api model Order")?.properties, {
		RestApiId: { Ref: "Api" },
		Name: "Order",
		ContentType: "application/json",
		Schema: {
			$ref: {
				"Fn::Sub": [
					"https://apigateway.amazonaws.com/restapis/${__ApiId__}/models/${__Model__}",
					{ __ApiId__: { Ref: "Api" }, __Model__: { Ref: "Api model Item" } },
				],
			},
		},
	});
});

test("makes a table of a SimpleTable", () => {
	const { resources } = transformed(
		"Resources:\n  A: { Type: AWS::Serverless::SimpleTable }\n  B: { Type: AWS::Serverless::SimpleTable, Properties: { TableName: b, PrimaryKey: { Name: n, Type: Number }, ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 } } }",
	);
	assert.deepEqual(resources.get("A")?.properties, {
		AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		BillingMode: "PAY_PER_REQUEST",
	});
	assert.deepEqual(resources.get("B")?.properties, {
		TableName: "b",
		ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 },
		AttributeDefinitions: [{ AttributeName: "n", AttributeType: "N" }],
		KeySchema: [{ AttributeName: "n", KeyType: "HASH" }],
	});
});

const problems: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
	[
		"a property that SAM does not have",
		hello().replace("Handler:", "Timeouts: 3\n      Handler:"),
		["7:7 warning AWS::Serverless::Function has no property Timeouts: it is ignored."],
	],
	[
		"an event of a type that is not emulated",
		hello("", "Q: { Type: SQS }"),
		[
			"10:9 warning The event Q of Hello has the type SQS, which is not emulated yet: it does not call the function here.",
		],
	],
	[
		"an event without a method",
		hello("", "Get: { Type: Api, Properties: { Path: /a } }"),
		["10:9 error The Api event Get of Hello needs a Path, such as /orders, and a Method, such as get."],
	],
	[
		"an event of an API that is not there",
		hello("", "Get: { Type: Api, Properties: { Path: /a, Method: get, RestApiId: !Ref Nobody } }"),
		["10:9 error The event Get of Hello belongs to Nobody, but there is no resource of that name."],
	],
	[
		"a function without code",
		hello().replace("      CodeUri: src/\n", ""),
		["3:3 error Hello has neither CodeUri nor InlineCode: say where its code is."],
	],
	[
		"a request model that is not there",
		hello(api, post.replace("Model: Order", "Model: Odrer")),
		["16:27 error RequestModel names Odrer, but the Models of Api have none of that name."],
	],
	[
		"an authorizer that is not there",
		`Globals: { Api: { Auth: { DefaultAuthorizer: A } } }\n${hello()}`,
		[
			"2:46 error Unable to set Authorizer [A] on API method [get] for path [/orders/{id}] because the authorizer wasn't defined in the API's Authorizers: ServerlessRestApi has none of that name.",
		],
	],
	[
		"an authorizer that is no function, which would leave methods open unsaid",
		`Globals: { Api: { Auth: { DefaultAuthorizer: A, Authorizers: { A: { UserPoolArn: arn } } } } }\n${hello()}`,
		[
			"2:64 warning The authorizer A of ServerlessRestApi is not a Lambda function: it is not run yet, and the methods that name it are open here.",
		],
	],
	[
		"AWS_IAM, which would leave methods open unsaid",
		`Globals: { Api: { Auth: { DefaultAuthorizer: AWS_IAM } } }\n${hello()}`,
		["2:46 warning AWS_IAM is not asked yet: the methods that it protects are open here."],
	],
];

for (const [name, text, expected] of problems) {
	test(`says so: ${name}`, () => assert.deepEqual(transformed(text).problems, expected));
}
