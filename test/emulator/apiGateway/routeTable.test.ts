import assert from "node:assert/strict";
import { test } from "node:test";
import type { MethodDefinition, ResourceDefinition } from "../../../emulator/apiGateway/definitions.ts";
import { routeTable } from "../../../emulator/apiGateway/routeTable.ts";

const table = routeTable([
	resource("/", "GET"),
	resource("/orders", "GET POST"),
	resource("/orders/{id}", "GET DELETE"),
	resource("/orders/new", "GET"),
	resource("/orders/{id}/lines/{line}", "ANY"),
	resource("/files/{path+}", "GET"),
	resource("/files/readme", "POST"),
	resource("/empty", ""),
	resource("/{proxy+}", "ANY"),
]);

for (const [name, method, path, expected] of [
	["the root", "GET", "/", "GET /"],
	["a fixed path", "GET", "/orders", "GET /orders"],
	["a trailing slash is no difference", "GET", "/orders/", "GET /orders"],
	["a fixed part goes before a parameter", "GET", "/orders/new", "GET /orders/new"],
	["a parameter takes one segment, still encoded", "GET", "/orders/a%2Fb", "GET /orders/{id} id=a%2Fb"],
	[
		"where the fixed part has no such method, the parameter's is tried",
		"DELETE",
		"/orders/new",
		"DELETE /orders/{id} id=new",
	],
	["two parameters", "PATCH", "/orders/1/lines/2", "ANY /orders/{id}/lines/{line} id=1 line=2"],
	["a greedy parameter takes all the rest", "GET", "/files/a/b/c", "GET /files/{path+} path=a/b/c"],
	[
		"a fixed part without the method gives way to the greedy one beside it",
		"GET",
		"/files/readme",
		"GET /files/{path+} path=readme",
	],
	[
		"what nothing else takes goes to the proxy at the root",
		"GET",
		"/nowhere/at/all",
		"ANY /{proxy+} proxy=nowhere/at/all",
	],
	["a resource without methods is no place to stop", "GET", "/empty", "ANY /{proxy+} proxy=empty"],
	["a greedy parameter needs one segment at least", "DELETE", "/", "none"],
	["HEAD is a method like any other", "HEAD", "/orders", "ANY /{proxy+} proxy=orders"],
] as const) {
	test(name, () => {
		const found = table.find(method, path);
		assert.equal("method" in found ? shown(found) : "none", expected);
	});
}

test("a path that only another method has names its resource", () => {
	const small = routeTable([resource("/orders", "GET")]);
	const found = small.find("POST", "/orders");
	assert.equal("method" in found ? "found" : found.resource?.path, "/orders");
	const nothing = small.find("GET", "/nothing");
	assert.equal("method" in nothing ? "found" : nothing.resource, undefined);
});

function shown({
	method,
	resource: { path },
	pathParameters,
}: Extract<ReturnType<typeof table.find>, { method: unknown }>) {
	return [method.httpMethod, path, ...Object.entries(pathParameters).map(([name, value]) => `${name}=${value}`)].join(
		" ",
	);
}

function resource(path: string, methods: string): ResourceDefinition {
	const names = methods.split(" ").filter((it) => it !== "");
	const definitions = names.map((httpMethod): [string, MethodDefinition] => [
		httpMethod,
		{ httpMethod, authorizationType: "NONE", apiKeyRequired: false },
	]);
	return { id: path, apiId: "api", path, methods: Object.fromEntries(definitions) };
}
