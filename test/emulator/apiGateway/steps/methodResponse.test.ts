import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, mock, testGateway } from "../testGateway.ts";

for (const [header, sentAs] of [
	["Authorization", "x-amzn-remapped-authorization"],
	["Connection", "x-amzn-remapped-connection"],
	["Content-Length", "x-amzn-remapped-content-length"],
	["Content-MD5", "x-amzn-remapped-content-md5"],
	["Date", "x-amzn-remapped-date"],
	["Host", "x-amzn-remapped-host"],
	["Server", "x-amzn-remapped-server"],
	["User-Agent", "x-amzn-remapped-user-agent"],
	["WWW-Authenticate", "x-amzn-remapped-www-authenticate"],
	["Transfer-Encoding", undefined],
	["Content-Type", "content-type"],
	["Content-Encoding", "content-encoding"],
	["TE", "te"],
	["Via", "via"],
] as const) {
	test(`${header} leaves as ${sentAs ?? "nothing"} (test_apigateway_header_remapping_http)`, async () => {
		const gateway = await testGateway();
		const name = `method.response.header.${header}`;
		const apiId = await deployMethod(gateway, {
			responses: {
				200: {
					method: { responseParameters: { [name]: true } },
					integration: { responseParameters: { [name]: "'own'" } },
				},
			},
		});
		const { headers } = await gateway.send(apiId, { path: "/" });
		const found = Object.entries(headers).find(([, value]) => value === "own");
		assert.equal(found?.[0], sentAs);
	});
}

test("a status that the method does not declare is AWS's 500", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { integration: mock, responses: {} });
	const { items } = (await gateway.operate("GetResources", { restApiId: apiId })) as { items: { id: string }[] };
	const address = { restApiId: apiId, resourceId: items[0]?.id, httpMethod: "GET" };
	await gateway.operate("PutIntegrationResponse", { ...address, statusCode: "200" });
	await gateway.operate("CreateDeployment", { restApiId: apiId, stageName: "test" });
	const answer = await gateway.send(apiId, { path: "/" });
	assert.equal(answer.status, 500);
	assert.match(
		answer.trace?.frames.at(-1)?.summary ?? "",
		/status 200 is not declared in the method's responses; declared: none/,
	);
});

test("MOCK answers carry no trace id, integrations' do (test_invocation_trace_id)", async () => {
	const gateway = await testGateway({ callAws: async () => ({ status: 200, headers: {}, body: "{}" }) });
	const uri = "arn:aws:apigateway:eu-central-1:s3:path/b/k";
	const aws = { type: "AWS", integrationHttpMethod: "POST", credentials: "arn:aws:iam::000000000000:role/r", uri };
	const mocked = await gateway.send(await deployMethod(gateway, {}), { path: "/" });
	const called = await gateway.send(await deployMethod(gateway, { integration: aws }), { path: "/" });
	assert.equal("x-amzn-trace-id" in mocked.headers, false);
	assert.match(called.headers["x-amzn-trace-id"] ?? "", /^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
	assert.match(called.headers["x-amz-apigw-id"] ?? "", /^[A-Za-z0-9_-]{15}=$/);
});
