import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { findTemplate } from "../../../emulator/app/findTemplate.ts";
import { readSamConfig } from "../../../emulator/app/samConfig.ts";
import { stackName } from "../../../emulator/cloudformation/stack.ts";
import { folderOf } from "./opened.ts";

test("reads the stack's name and the parameters' values from samconfig.toml", (t) => {
	const folder = folderOf(t, {
		"samconfig.toml": `version = 0.1
[default.global.parameters]
stack_name = "orders"
[default.deploy.parameters]
parameter_overrides = "Stage=prod Greeting=\\"hello you\\" Empty="
`,
	});
	const { stackName: name, parameters, problems } = readSamConfig(folder);
	assert.deepEqual(
		[name, [...parameters], problems],
		[
			"orders",
			[
				["Stage", "prod"],
				["Greeting", "hello you"],
				["Empty", ""],
			],
			[],
		],
	);
});

test("reads the parameters' values from a list", (t) => {
	const folder = folderOf(t, {
		"samconfig.toml": '[default.deploy.parameters]\nparameter_overrides = ["A=1", "B=2"]\n',
	});
	assert.deepEqual(
		[...readSamConfig(folder).parameters],
		[
			["A", "1"],
			["B", "2"],
		],
	);
});

test("does without a samconfig.toml, and says where one is wrong", (t) => {
	assert.deepEqual(readSamConfig(folderOf(t, {})), { parameters: new Map(), problems: [] });
	const folder = folderOf(t, { "samconfig.toml": "version = 0.1\n[default\n" });
	const [problem] = readSamConfig(folder).problems;
	assert.deepEqual(
		[problem?.code, problem?.at?.file, problem?.at?.line],
		["samconfig-syntax", join(folder, "samconfig.toml"), 2],
	);
});

test("finds the template of a folder", (t) => {
	const check = (files: readonly string[], expected: string) => {
		const folder = folderOf(t, Object.fromEntries(files.map((name) => [name, "AWSTemplateFormatVersion: 2010-09-09"])));
		assert.equal(findTemplate(folder), join(folder, expected));
	};
	check(["template.json", "template.yml", "template.yaml"], "template.yaml");
	check(["template.json", "app.yaml"], "template.json");
	check(["stack.yaml"], "stack.yaml");
	check([], "template.yaml");
});

test("makes a stack's name of a folder's", () => {
	for (const [folder, expected] of [
		["orders", "orders"],
		["My App_2", "My-App-2"],
		["2024-app", "app"],
		["…", "app"],
	] as const) {
		assert.equal(stackName(folder), expected);
	}
});
