import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, testGateway } from "./testGateway.ts";

const responseTemplates = {
	"application/json":
		'{"message":$context.error.messageString,"type":"$context.error.responseType","stage":"${context.stage}","a":"$stageVariables.a","not":"$input.body #if(true)x#end"}',
	"application/xml": "<m>$context.error.message</m>",
};
const responseParameters = {
	"gatewayresponse.header.Access-Control-Allow-Origin": "'*'",
	"gatewayresponse.header.x-accept": "method.request.header.Accept",
	"gatewayresponse.header.x-query": "method.request.querystring.q",
};

async function refused(responseType: string, options: object, headers: Record<string, string> = {}) {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { stage: { variables: { a: "b" } } });
	await gateway.operate("PutGatewayResponse", { restApiId: apiId, responseType, ...options });
	await gateway.operate("CreateDeployment", { restApiId: apiId, stageName: "test" });
	return gateway.send(apiId, { path: "/nothing?q=1", headers });
}

test("variables are replaced in a gateway response's template, and nothing else is", async () => {
	const answer = await refused("MISSING_AUTHENTICATION_TOKEN", {
		statusCode: "404",
		responseTemplates,
		responseParameters,
	});
	assert.equal(answer.status, 404);
	assert.deepEqual(JSON.parse(answer.body), {
		message: "Missing Authentication Token",
		type: "MISSING_AUTHENTICATION_TOKEN",
		stage: "test",
		a: "b",
		not: "$input.body #if(true)x#end",
	});
	assert.equal(answer.headers["access-control-allow-origin"], "*");
	assert.equal(answer.headers["x-query"], "1");
	assert.equal("x-accept" in answer.headers, false);
	assert.equal(answer.headers["x-amzn-errortype"], "MissingAuthenticationTokenException");
});

test("DEFAULT_4XX stands for a type that the API did not set, and Accept chooses the template", async () => {
	const answer = await refused("DEFAULT_4XX", { responseTemplates, responseParameters }, { Accept: "application/xml" });
	assert.deepEqual([answer.status, answer.body], [403, "<m>Missing Authentication Token</m>"]);
	assert.deepEqual(
		[answer.headers["content-type"], answer.headers["x-accept"]],
		["application/xml", "application/xml"],
	);
});

test("DEFAULT_5XX has no part in a 403", async () => {
	const answer = await refused("DEFAULT_5XX", { statusCode: "599", responseTemplates });
	assert.deepEqual([answer.status, answer.body], [403, '{"message":"Missing Authentication Token"}']);
});
