import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, functionAnswer, lambdaUri, testGateway } from "../testGateway.ts";

const asked: string[] = [];
const refusing = {
	invokeFunction: () => Promise.resolve(functionAnswer({ statusCode: 200, body: "called" })),
	mayInvoke: (functionArn: string, sourceArn: string) => {
		asked.push(`${functionArn} ${sourceArn}`);
		return false;
	},
};
const functionArn = "arn:aws:lambda:eu-central-1:000000000000:function:pets";

for (const type of ["AWS", "AWS_PROXY"]) {
	test(`an ${type} integration whose function does not permit it is 500, and the frame says what would`, async () => {
		const gateway = await testGateway(refusing);
		const integration = { type, integrationHttpMethod: "POST", uri: lambdaUri("pets") };
		const apiId = await deployMethod(gateway, { path: ["pets", "{id}"], integration });
		asked.length = 0;
		const answer = await gateway.send(apiId, { path: "/pets/1" });
		assert.deepEqual([answer.status, answer.body], [500, '{"message":"Internal server error"}']);
		const api = `arn:aws:execute-api:eu-central-1:000000000000:${apiId}`;
		assert.deepEqual(asked, [`${functionArn} ${api}/test/GET/pets/1`]);
		const summary = answer.trace?.frames.at(-1)?.summary ?? "";
		assert.match(summary, /^API_CONFIGURATION_ERROR: Invalid permissions on Lambda function: /);
		const command = `aws lambda add-permission --function-name "${functionArn}" --statement-id api-gateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn "${api}/*/GET/pets/*"`;
		assert.ok(summary.endsWith(command), summary);
	});
}

test("an integration that calls as a role of its own needs no permission", async () => {
	const gateway = await testGateway(refusing);
	const credentials = "arn:aws:iam::000000000000:role/r";
	const integration = { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("pets"), credentials };
	const apiId = await deployMethod(gateway, { integration, responses: {} });
	assert.equal((await gateway.send(apiId, { path: "/" })).body, "called");
});
