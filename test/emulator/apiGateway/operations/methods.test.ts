import assert from "node:assert/strict";
import { test } from "node:test";
import { addMethod, createApi, lambdaUri, testGateway } from "../testGateway.ts";

test("a method shows its integration and responses (test_lifecycle_method_response)", async () => {
	const { operate, address } = await anyMethod();
	await operate("PutMethodResponse", {
		...address,
		statusCode: "404",
		responseParameters: { "method.response.header.x-own": true },
	});
	await operate("PutIntegrationResponse", {
		...address,
		statusCode: "404",
		selectionPattern: "4..",
		responseParameters: { "method.response.header.x-own": "'1'" },
	});
	assert.deepEqual(await operate("GetMethod", address), {
		httpMethod: "ANY",
		authorizationType: "NONE",
		apiKeyRequired: false,
		methodResponses: {
			200: { statusCode: "200" },
			404: { statusCode: "404", responseParameters: { "method.response.header.x-own": true } },
		},
		methodIntegration: {
			type: "MOCK",
			requestTemplates: { "application/json": '{"statusCode": 200}' },
			passthroughBehavior: "WHEN_NO_MATCH",
			timeoutInMillis: 29_000,
			cacheNamespace: address.resourceId,
			cacheKeyParameters: [],
			integrationResponses: {
				200: { statusCode: "200" },
				404: {
					statusCode: "404",
					selectionPattern: "4..",
					responseParameters: { "method.response.header.x-own": "'1'" },
				},
			},
		},
	});
});

test("patches of a method apply in turn (test_update_method)", async () => {
	const { operate, address } = await anyMethod();
	const patched = await operate("UpdateMethod", {
		...address,
		patchOperations: [
			{ op: "add", path: "/requestParameters/method.request.querystring.optional", value: "true" },
			{ op: "add", path: "/requestModels/application~1json", value: "Empty" },
			{ op: "replace", path: "/apiKeyRequired", value: "true" },
			{ op: "replace", path: "/authorizationType", value: "AWS_IAM" },
			{ op: "replace", path: "/authorizerId", value: "ignored" },
		],
	});
	assert.deepEqual(withoutResponses(patched), {
		httpMethod: "ANY",
		authorizationType: "AWS_IAM",
		apiKeyRequired: true,
		requestParameters: { "method.request.querystring.optional": true },
		requestModels: { "application/json": "Empty" },
	});
	const removed = await operate("UpdateMethod", {
		...address,
		patchOperations: [
			{ op: "remove", path: "/requestParameters/method.request.querystring.optional" },
			{ op: "remove", path: "/requestModels/application~1json" },
		],
	});
	assert.deepEqual(Object.keys(withoutResponses(removed)).toSorted(), [
		"apiKeyRequired",
		"authorizationType",
		"httpMethod",
	]);
});

const patchPath = (path: string, value?: string, op = "replace") => ({ patchOperations: [{ op, path, value }] });
const uri = lambdaUri("f");

for (const [name, operation, request, code, message] of [
	[
		"a second method of the same name",
		"PutMethod",
		{ authorizationType: "NONE" },
		"ConflictException",
		"Method already exists for this resource",
	],
	[
		"a second response of the same status",
		"PutMethodResponse",
		{ statusCode: "200" },
		"ConflictException",
		"Response already exists for this resource",
	],
	["an unknown method", "GetMethod", { httpMethod: "GET" }, "NotFoundException", "Invalid Method identifier specified"],
	[
		"an unknown API, with the resource's text (test_update_method_validation)",
		"UpdateMethod",
		{ restApiId: "x" },
		"NotFoundException",
		"Invalid Resource identifier specified",
	],
	[
		"two parameters of one name (test_method_request_parameters)",
		"PutMethod",
		{
			httpMethod: "PUT",
			authorizationType: "NONE",
			requestParameters: { "method.request.header.a": true, "method.request.path.a": true },
		},
		"BadRequestException",
		"Parameter names must be unique across querystring, header and path",
	],
	[
		"an authorizer that is not there",
		"UpdateMethod",
		patchPath("/authorizationType", "CUSTOM"),
		"BadRequestException",
		"Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.",
	],
	[
		"a validator that is not there",
		"UpdateMethod",
		patchPath("/requestValidatorId", "none"),
		"BadRequestException",
		"Invalid Request Validator identifier specified",
	],
	[
		"a patch of the method's name",
		"UpdateMethod",
		patchPath("/httpMethod", "GET"),
		"BadRequestException",
		"Invalid patch path /httpMethod",
	],
	[
		"a content type whose slash is not escaped",
		"UpdateMethod",
		patchPath("/requestModels/application/json", "Empty", "add"),
		"BadRequestException",
		"Invalid patch path /requestModels/application/json",
	],
	[
		"an operation that a member does not take",
		"UpdateMethod",
		patchPath("/apiKeyRequired", "true", "add"),
		"BadRequestException",
		"Invalid patch operation specified. Must be one of: [replace]",
	],
	[
		"a response header that is not there (test_update_method_wrong_param_names)",
		"UpdateMethodResponse",
		{ statusCode: "200", ...patchPath("/responseParameters/method.response.header.x", "true") },
		"NotFoundException",
		"Invalid parameter name specified",
	],
	[
		"a response model that is not there",
		"UpdateMethodResponse",
		{ statusCode: "200", ...patchPath("/responseModels/application~1json", undefined, "remove") },
		"NotFoundException",
		"Content-Type specified was not found",
	],
	[
		"an unknown status",
		"GetIntegrationResponse",
		{ statusCode: "418" },
		"NotFoundException",
		"Invalid Response status code specified",
	],
	[
		"a response without integration",
		"PutIntegrationResponse",
		{ httpMethod: "HEAD", statusCode: "200" },
		"NotFoundException",
		"No integration defined for method",
	],
	[
		"an unknown integration (test_lambda_aws_integration_with_request_template)",
		"GetIntegration",
		{ httpMethod: "HEAD" },
		"NotFoundException",
		"Invalid Integration identifier specified",
	],
	[
		"an integration without method (test_put_integration_validation)",
		"PutIntegration",
		{ type: "AWS", uri },
		"BadRequestException",
		"Enumeration value for HttpMethod must be non-empty",
	],
	[
		"an HTTP integration of nowhere",
		"PutIntegration",
		{ type: "HTTP", integrationHttpMethod: "POST", uri: "non-sense" },
		"BadRequestException",
		"Invalid HTTP endpoint specified for URI",
	],
	[
		"an AWS integration without an ARN",
		"PutIntegration",
		{ type: "AWS", integrationHttpMethod: "POST", uri: "non-sense" },
		"BadRequestException",
		"Invalid ARN specified in the request",
	],
	[
		"an ARN without path or action",
		"PutIntegration",
		{ type: "AWS", integrationHttpMethod: "POST", uri: "arn:aws:apigateway:eu-west-1:s3:nothing/x" },
		"BadRequestException",
		"AWS ARN for integration must contain path or action",
	],
	[
		"a proxy of another service (test_error_aws_proxy_not_supported)",
		"PutIntegration",
		{ type: "AWS_PROXY", integrationHttpMethod: "POST", uri: "arn:aws:apigateway:eu-west-1:dynamodb:action/Query" },
		"BadRequestException",
		"Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
	],
	[
		"a service without a role",
		"PutIntegration",
		{ type: "AWS", integrationHttpMethod: "POST", uri: "arn:aws:apigateway:eu-west-1:dynamodb:action/Query" },
		"BadRequestException",
		"Role ARN must be specified for AWS integrations",
	],
	[
		"a mapping of a parameter that is not declared",
		"PutIntegration",
		{ type: "MOCK", requestParameters: { "integration.request.path.a": "method.request.path.a" } },
		"BadRequestException",
		"Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: method.request.path.a]",
	],
	[
		"a mapping that is no expression (test_put_integration_request_parameter_bool_type)",
		"PutIntegration",
		{ type: "MOCK", requestParameters: { "integration.request.path.a": "true" } },
		"BadRequestException",
		"Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]",
	],
	[
		"a mapping to a header that is not declared",
		"PutIntegrationResponse",
		{ statusCode: "200", responseParameters: { "method.response.header.x": "'1'" } },
		"BadRequestException",
		"Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: method.response.header.x]",
	],
	[
		"a template for what is no content type (test_integration_response_invalid_responsetemplates)",
		"PutIntegrationResponse",
		{ statusCode: "200", responseTemplates: { 123: "x" } },
		"BadRequestException",
		"Validation Result: warnings : [], errors : [Invalid content type specified: 123]",
	],
] as const) {
	test(`refuses ${name}`, async () => {
		const { operate, address } = await anyMethod();
		await operate("PutMethod", { ...address, httpMethod: "HEAD", authorizationType: "NONE" });
		await assert.rejects(operate(operation, { ...address, ...request }), { code, message });
	});
}

async function anyMethod() {
	const gateway = await testGateway();
	const address = await addMethod(gateway, await createApi(gateway), { method: "ANY" });
	return { operate: gateway.operate, address };
}

function withoutResponses(method: Record<string, unknown>) {
	const { methodIntegration: _, methodResponses: __, ...rest } = method;
	return rest;
}
