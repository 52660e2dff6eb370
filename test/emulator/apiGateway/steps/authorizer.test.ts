import assert from "node:assert/strict";
import { test } from "node:test";
import {
	addMethod,
	createApi,
	deploy,
	functionAnswer,
	lambdaUri,
	mock,
	type SentRequest,
	testGateway,
} from "../testGateway.ts";

test("a method that asks for IAM is refused, loudly, as long as nobody can look at the signature", async () => {
	const gateway = await testGateway();
	const apiId = await createApi(gateway);
	await addMethod(gateway, apiId, { methodOptions: { authorizationType: "AWS_IAM" } });
	await deploy(gateway, apiId);
	const answer = await gateway.send(apiId, { path: "/" });
	assert.deepEqual([answer.status, answer.body], [500, '{"message":null}']);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /does not run AWS_IAM authorizers yet/);
	const logs = gateway.kernel.events
		.since(0)
		.flatMap((it) => (it.type === "log" && it.level === "error" ? it.text : []));
	assert.ok(logs.some((it) => it.includes("does not run AWS_IAM authorizers yet")));
});

const policy = (Effect: string, Resource: string) => ({
	Version: "2012-10-17",
	Statement: [{ Action: "execute-api:Invoke", Effect, Resource }],
});
const allowed = {
	principalId: "ada",
	policyDocument: policy("Allow", "*"),
	context: { admin: true, level: 3, name: "x" },
};
const token = { Authorization: "Bearer t" };

for (const [name, answer, headers, [status, body]] of [
	["who may", allowed, token, [200, '{"who":"ada","admin":"true","level":"3"}']],
	["without a token nobody is asked", allowed, {}, [401, '{"message":"Unauthorized"}']],
	["a token of another form", allowed, { Authorization: "Basic t" }, [401, '{"message":"Unauthorized"}']],
	[
		"an explicit denial",
		{ ...allowed, policyDocument: policy("Deny", "*") },
		token,
		[403, '{"Message":"User is not authorized to access this resource with an explicit deny"}'],
	],
	[
		"a policy for something else",
		{ ...allowed, policyDocument: policy("Allow", "arn:aws:execute-api:*/POST/*") },
		token,
		[403, '{"Message":"User is not authorized to access this resource"}'],
	],
	[
		"a policy for just this method",
		{ ...allowed, policyDocument: policy("Allow", "arn:aws:execute-api:*:*:*/test/GET/pets/?") },
		token,
		[200, '{"who":"ada","admin":"true","level":"3"}'],
	],
	["no policy", { principalId: "ada" }, token, [500, '{"message":null}']],
	["a context with an object", { ...allowed, context: { a: {} } }, token, [500, '{"message":null}']],
	["a function that says Unauthorized", { errorMessage: "Unauthorized" }, token, [401, '{"message":"Unauthorized"}']],
	["a function that fails", { errorMessage: "Boom" }, token, [500, '{"message":null}']],
] as const) {
	test(`a TOKEN authorizer: ${name} is ${status}`, async () => {
		const { send } = await authorized(() => answer);
		const answered = await send({ path: "/pets/1", headers });
		assert.deepEqual([answered.status, answered.body], [status, body]);
	});
}

test("a TOKEN authorizer is asked once for a token, until its time is over or the cache is flushed", async () => {
	const { send, gateway, events, apiId } = await authorized(() => allowed, { authorizerResultTtlInSeconds: 60 });
	await send({ path: "/pets/1", headers: token });
	await send({ path: "/pets/2", headers: token });
	assert.equal(events.length, 1);
	assert.deepEqual(events[0], {
		type: "TOKEN",
		methodArn: `arn:aws:execute-api:eu-central-1:000000000000:${apiId}/test/GET/pets/1`,
		authorizationToken: "Bearer t",
	});
	await send({ path: "/pets/1", headers: { Authorization: "Bearer other" } });
	assert.equal(events.length, 2);
	gateway.kernel.clock.advance(60_000);
	await send({ path: "/pets/1", headers: token });
	assert.equal(events.length, 3);
	await gateway.operate("FlushStageAuthorizersCache", { restApiId: apiId, stageName: "test" });
	await send({ path: "/pets/1", headers: token });
	assert.equal(events.length, 4);
});

test("a remembered policy is looked at anew for each method", async () => {
	const answer = { ...allowed, policyDocument: policy("Allow", "arn:aws:execute-api:*/GET/pets/1") };
	const { send, events } = await authorized(() => answer);
	const statuses = [];
	for (const path of ["/pets/1", "/pets/2", "/pets/1"]) statuses.push((await send({ path, headers: token })).status);
	assert.deepEqual([statuses, events.length], [[200, 403, 200], 1]);
});

test("a REQUEST authorizer gets the whole request, and needs all its identity sources", async () => {
	const options = { type: "REQUEST", identitySource: "method.request.header.X-Own, method.request.querystring.q" };
	const { send, events } = await authorized(() => allowed, options);
	assert.equal((await send({ path: "/pets/1?q=1", headers: { "X-Own": "1" } })).status, 200);
	assert.equal((await send({ path: "/pets/1", headers: { "X-Own": "1" } })).status, 401);
	const [event] = events;
	assert.equal(events.length, 1);
	assert.deepEqual(
		[event?.["type"], event?.["resource"], event?.["pathParameters"], event?.["queryStringParameters"]],
		["REQUEST", "/pets/{id}", { id: "1" }, { q: "1" }],
	);
});

async function authorized(answer: () => object, options: object = {}) {
	const events: Record<string, unknown>[] = [];
	const gateway = await testGateway({
		async invokeFunction({ payload }) {
			events.push(JSON.parse(Buffer.from(payload).toString()));
			const given = answer();
			return functionAnswer(given, "errorMessage" in given ? { functionError: "Unhandled" } : {});
		},
	});
	const restApiId = await createApi(gateway);
	const authorizer = await gateway.operate("CreateAuthorizer", {
		restApiId,
		name: "who",
		type: "TOKEN",
		authorizerUri: lambdaUri("who"),
		identitySource: "method.request.header.Authorization",
		...("type" in options ? {} : { identityValidationExpression: "^Bearer .+$" }),
		...options,
	});
	const text =
		'{"who":"$context.authorizer.principalId","admin":"$context.authorizer.admin","level":"$context.authorizer.level"}';
	await addMethod(gateway, restApiId, {
		path: ["pets", "{id}"],
		methodOptions: { authorizationType: "CUSTOM", authorizerId: authorizer["id"] },
		integration: mock,
		responses: { 200: { integration: { responseTemplates: { "application/json": text } } } },
	});
	await deploy(gateway, restApiId);
	return { gateway, events, apiId: restApiId, send: (request: SentRequest) => gateway.send(restApiId, request) };
}
