import assert from "node:assert/strict";
import { test } from "node:test";
import type { InvokeApi } from "../../protocol/invoke.ts";
import { chosenMethod, emptyDraft, filledPath, pathParameters, requestOf } from "../../webviews/invoke/draft.ts";

for (const { resource, parameters, path } of [
	{ resource: "/orders", parameters: {}, path: "/orders" },
	{ resource: "/orders/{id}", parameters: { id: "7" }, path: "/orders/7" },
	{ resource: "/orders/{id}/items/{sku}", parameters: { id: "a/b", sku: "c d" }, path: "/orders/a%2Fb/items/c%20d" },
	{ resource: "/files/{proxy+}", parameters: { "proxy+": "a/b c/ö" }, path: "/files/a/b%20c/%C3%B6" },
	{ resource: "/orders/{id}", parameters: {}, path: "/orders/" },
	{ resource: "/x/{constructor}", parameters: {}, path: "/x/" },
]) {
	test(`${resource} with ${JSON.stringify(parameters)} is ${path}`, () => {
		assert.equal(filledPath(resource, parameters), path);
	});
}

test("the parameters of a path are listed in their order", () => {
	assert.deepEqual(pathParameters("/{a}/x/{b}/{rest+}"), ["a", "b", "rest+"]);
});

const api: InvokeApi = {
	folder: "file:///app",
	id: "abc",
	name: "orders",
	stages: [
		{ name: "dev", url: "http://127.0.0.1:1/_api/abc/dev" },
		{ name: "prod", url: "http://127.0.0.1:1/_api/abc/prod" },
	],
	methods: [
		{ httpMethod: "GET", resourcePath: "/", integration: "MOCK" },
		{ httpMethod: "ANY", resourcePath: "/{proxy+}", integration: "AWS_PROXY" },
	],
};
const targets = { state: "running", apis: [api] } as const;

test("a method that is gone gives way to the first that there is", () => {
	const gone = { folder: "file:///app", apiId: "abc", httpMethod: "PUT", resourcePath: "/" };
	assert.equal(chosenMethod(targets, gone)?.method.integration, "MOCK");
	assert.equal(chosenMethod({ state: "running", apis: [] }, gone), undefined);
});

test("an ANY method is sent with the user's verb, to a stage that exists, without rows that have no name", () => {
	const chosen = chosenMethod(targets, {
		folder: "file:///app",
		apiId: "abc",
		httpMethod: "ANY",
		resourcePath: "/{proxy+}",
	});
	assert.ok(chosen);
	const draft = {
		...emptyDraft,
		stage: "gone",
		verb: "PUT",
		parameters: { "proxy+": "x" },
		query: [{ name: "", value: "y" }],
	};
	const { stage, httpMethod, path, query } = requestOf(chosen, draft);
	assert.deepEqual({ stage, httpMethod, path, query }, { stage: "dev", httpMethod: "PUT", path: "/x", query: [] });
});
