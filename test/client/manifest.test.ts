import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { generatedFile, manifestTypes, readManifest } from "../../scripts/manifest.ts";

const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
const manifest = readManifest();
const commands = manifest.contributes.commands.map((it) => it.command);

test("the types of commands and settings are those of package.json (npm run manifest)", () => {
	assert.equal(readFileSync(generatedFile, "utf8"), manifestTypes(manifest));
});

test("every text that package.json names stands in package.nls.json, and no other", () => {
	const texts: unknown = JSON.parse(readFileSync(new URL("../../package.nls.json", import.meta.url), "utf8"));
	const named = [...text.matchAll(/"%([\w.]+)%"/g)].map((it) => it[1] ?? "");
	assert.deepEqual([...new Set(named)].toSorted(), Object.keys(Object(texts)).toSorted());
});

test("menus offer only commands that are contributed", () => {
	const named = [...text.matchAll(/"command": "(gatewright\.[\w.]+)"/g)].map((it) => it[1] ?? "");
	assert.deepEqual([...new Set(named)].toSorted(), commands.toSorted());
});

test("all commands and settings are under Gatewright's name", () => {
	assert.deepEqual(
		[...commands, ...Object.keys(manifest.contributes.configuration.properties)].filter(
			(it) => !it.startsWith("gatewright."),
		),
		[],
	);
});

test("the extension does not start with the editor", () => {
	assert.doesNotMatch(text, /"(\*|onStartupFinished)"/);
});

test("a setting of a type that the generator does not know is refused", () => {
	const properties = { "gatewright.list": { type: "array", default: [] } };
	assert.throws(
		() => manifestTypes({ contributes: { commands: [], configuration: { properties } } }),
		/gatewright\.list has the type array/,
	);
});
