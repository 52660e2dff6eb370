import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, type TestGateway, testGateway } from "./testGateway.ts";

const levels: readonly [string, Record<string, string>, string, RegExp[], RegExp[]][] = [
	["OFF", {}, "/pets", [], [/Starting execution/]],
	[
		"INFO without data",
		{ "logging/loglevel": "INFO" },
		"/pets",
		[/Starting execution/, /Method completed with status: 200/],
		[/Method request headers/],
	],
	[
		"INFO with data",
		{ "logging/loglevel": "INFO", "logging/dataTrace": "true" },
		"/pets",
		[/Method request headers: \{/, /Method response body after transformations: /],
		[],
	],
	["ERROR when all is well", { "logging/loglevel": "ERROR" }, "/pets", [], [/Starting execution/]],
	[
		"ERROR when it is not",
		{ "logging/loglevel": "ERROR" },
		"/broken",
		[/Execution failed due to configuration error: /],
		[/Starting execution/],
	],
];
for (const [name, settings, path, there, absent] of levels) {
	test(`a stage's execution log at level ${name}`, async () => {
		const gateway = await testGateway();
		const broken = path === "/broken";
		const apiId = await deployMethod(gateway, {
			path: [path.slice(1)],
			...(broken ? { integration: { type: "MOCK", requestTemplates: { "application/json": "{" } } } : {}),
		});
		const patchOperations = Object.entries(settings).map(([key, value]) => ({
			op: "replace",
			path: `/*/*/${key}`,
			value,
		}));
		if (patchOperations.length > 0)
			await gateway.operate("UpdateStage", { restApiId: apiId, stageName: "test", patchOperations });
		const { headers } = await gateway.send(apiId, { path });
		const text = logged(gateway).join("\n");
		for (const line of there) assert.match(text, line);
		for (const line of absent) assert.doesNotMatch(text, line);
		for (const line of logged(gateway)) assert.ok(line.startsWith(`(${headers["x-amzn-requestid"]}) `), line);
	});
}

function logged({ kernel }: TestGateway): readonly string[] {
	return kernel.events.since(0).flatMap((it) => (it.type === "log" && it.part === "apigateway" ? it.text : []));
}
