import assert from "node:assert/strict";
import { test } from "node:test";
import { addMethod, createApi, testGateway } from "../testGateway.ts";

test("a model that a method uses stays until no method does (test_put_method_model)", async () => {
	const { operate, restApiId } = await api();
	await operate("CreateModel", {
		restApiId,
		name: "Order",
		contentType: "application/json",
		schema: '{"type":"object"}',
	});
	const address = await addMethod({ operate }, restApiId, {
		method: "ANY",
		methodOptions: { requestModels: { "application/json": "Order" } },
	});
	const message = "Cannot delete model 'Order', is referenced in method request: //ANY";
	await assert.rejects(operate("DeleteModel", { restApiId, modelName: "Order" }), {
		code: "ConflictException",
		message,
	});
	await operate("DeleteMethod", address);
	await operate("DeleteModel", { restApiId, modelName: "Order" });
});

test("a validator is patched; what is not true is false (test_request_validator_lifecycle)", async () => {
	const { operate, restApiId } = await api();
	const { id, ...made } = await operate("CreateRequestValidator", { restApiId, name: "v" });
	assert.deepEqual(made, { name: "v", validateRequestBody: false, validateRequestParameters: false });
	const update = (value?: string) =>
		operate("UpdateRequestValidator", {
			restApiId,
			requestValidatorId: id,
			patchOperations: [{ op: "replace", path: "/validateRequestBody", value }],
		});
	assert.equal((await update("true"))["validateRequestBody"], true);
	assert.equal((await update())["validateRequestBody"], false);
});

test("gateway responses fall back on the API's own defaults, then on AWS's (test_gateway_response_put)", async () => {
	const { operate, restApiId } = await api();
	const responseTemplates = { "application/json": '{"message":$context.error.messageString}' };
	const responseType = "MISSING_AUTHENTICATION_TOKEN";
	const standard = {
		responseType,
		statusCode: "403",
		responseParameters: {},
		responseTemplates,
		defaultResponse: true,
	};
	assert.deepEqual(await operate("GetGatewayResponse", { restApiId, responseType }), standard);
	const own = await operate("PutGatewayResponse", { restApiId, responseType, statusCode: "404" });
	assert.deepEqual(own, { ...standard, statusCode: "404", defaultResponse: false });
	const parameters = { "gatewayresponse.header.x": "'1'" };
	await operate("PutGatewayResponse", {
		restApiId,
		responseType: "DEFAULT_5XX",
		statusCode: "599",
		responseParameters: parameters,
	});
	const failure = await operate("GetGatewayResponse", { restApiId, responseType: "INTEGRATION_FAILURE" });
	assert.deepEqual(
		[failure["statusCode"], failure["responseParameters"], failure["defaultResponse"]],
		["599", parameters, true],
	);
	const { items } = (await operate("GetGatewayResponses", { restApiId })) as { items: unknown[] };
	assert.equal(items.length, 21);
	await operate("DeleteGatewayResponse", { restApiId, responseType });
	assert.deepEqual(await operate("GetGatewayResponse", { restApiId, responseType }), standard);
});

test("tags are put, read and taken away by ARN", async () => {
	const { operate, restApiId } = await api();
	const resourceArn = `arn:aws:apigateway:eu-central-1::/restapis/${restApiId}`;
	await operate("TagResource", { resourceArn, tags: { a: "1", b: "2" } });
	await operate("UntagResource", { resourceArn, tagKeys: ["a"] });
	assert.deepEqual(await operate("GetTags", { resourceArn }), { tags: { b: "2" } });
	assert.deepEqual((await operate("GetRestApi", { restApiId }))["tags"], { b: "2" });
});

const schema = "{}";
const gatewayPatch = (path: string | undefined, value?: string, op = "replace") => ({
	responseType: "DEFAULT_4XX",
	patchOperations: [{ op, path, value }],
});

for (const [name, operation, request, code, message] of [
	[
		"a model without a name (test_model_validation)",
		"CreateModel",
		{ name: "", contentType: "application/json", schema },
		"BadRequestException",
		"Model name must be non-empty",
	],
	[
		"a model without a schema",
		"CreateModel",
		{ name: "a", contentType: "application/json", schema: "" },
		"BadRequestException",
		"Model schema must have at least 1 property or array items defined",
	],
	[
		"an empty schema",
		"CreateModel",
		{ name: "a", contentType: "application/json", schema },
		"BadRequestException",
		"Model schema must have at least 1 property or array items defined",
	],
	[
		"a second model of one name",
		"CreateModel",
		{ name: "Empty", contentType: "application/json", schema: '{"type":"object"}' },
		"ConflictException",
		"Model name already exists for this REST API",
	],
	["an unknown model", "GetModel", { modelName: "none" }, "NotFoundException", "Invalid model name specified: none"],
	[
		"a patch of a model's name (test_update_model)",
		"UpdateModel",
		{ modelName: "Empty", patchOperations: [{ op: "replace", path: "/name", value: "x" }] },
		"BadRequestException",
		"Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]",
	],
	[
		"a validator of no API (test_create_request_validator_invalid_api_id)",
		"CreateRequestValidator",
		{ restApiId: "api_id", name: "v" },
		"BadRequestException",
		"Invalid REST API identifier specified",
	],
	[
		"an unknown validator",
		"GetRequestValidator",
		{ requestValidatorId: "none" },
		"NotFoundException",
		"Invalid Request Validator identifier specified",
	],
	[
		"an authorizer of no API (test_authorizer_crud_no_api)",
		"CreateAuthorizer",
		{ restApiId: "none", name: "a", type: "TOKEN" },
		"ConflictException",
		"Unable to complete operation due to concurrent modification. Please try again later.",
	],
	[
		"deleting a gateway response that was not set (test_gateway_response_validation)",
		"DeleteGatewayResponse",
		{ responseType: "THROTTLED" },
		"NotFoundException",
		"Gateway response type not defined on api",
	],
	[
		"adding a status (test_update_gateway_response)",
		"UpdateGatewayResponse",
		gatewayPatch("/statusCode", "400", "add"),
		"BadRequestException",
		"Invalid patch path /statusCode",
	],
	["no path", "UpdateGatewayResponse", gatewayPatch(undefined), "BadRequestException", "Invalid patch path null"],
	[
		"a parameter that is not there",
		"UpdateGatewayResponse",
		gatewayPatch("/responseParameters/gatewayresponse.header.x", "'1'"),
		"NotFoundException",
		"Invalid parameter name specified",
	],
	[
		"an empty template",
		"UpdateGatewayResponse",
		gatewayPatch("/responseTemplates/application~1json"),
		"BadRequestException",
		"Invalid null or empty value in responseTemplates",
	],
] as const) {
	test(`refuses ${name}`, async () => {
		const { operate, restApiId } = await api();
		await assert.rejects(operate(operation, { restApiId, ...request }), { code, message });
	});
}

async function api() {
	const gateway = await testGateway();
	return { operate: gateway.operate, restApiId: await createApi(gateway) };
}
