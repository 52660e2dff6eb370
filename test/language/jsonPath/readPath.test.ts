import assert from "node:assert/strict";
import { test } from "node:test";
import { readJson } from "../../../language/json/readJson.ts";
import { readPath } from "../../../language/jsonPath/readPath.ts";
import { createBudget, defaultLimits } from "../../../language/vtl/evaluate/budget.ts";
import { JavaException } from "../../../language/vtl/values/javaException.ts";
import { toJavaString } from "../../../language/vtl/values/toJavaString.ts";
import { toJson } from "../../../language/vtl/values/toJson.ts";

const printing = { budget: createBudget(defaultLimits), renderBlock: () => undefined };
const document = readJson(
	'{"items":[{"id":1,"name":"one","qty":2},{"id":2,"name":"two"},{"id":3,"name":"it\'s","qty":0}],"map":{"a":{"b":1}},"list":[1,2,3,4],"text":"x"}',
);

const found: readonly (readonly [path: string, json: string])[] = [
	["$.list", "[1,2,3,4]"],
	["list[0]", "1"],
	["$['items'][1]['name']", '"two"'],
	["$.items[*].id", "[1,2,3]"],
	["$..id", "[1,2,3]"],
	["$.list[1:3]", "[2,3]"],
	["$.list[-2:]", "[3,4]"],
	["$.list[:2]", "[1,2]"],
	["$.list[0,2]", "[1,3]"],
	["$.list[(@.length-1)]", "4"],
	["$.map.*", '[{"b":1}]'],
	["$.items[?(@.qty)].id", "[1,3]"],
	["$.items[?(!@.qty)].id", "[2]"],
	["$.items[?(@.qty > 0)].id", "[1]"],
	["$.items[?(@.name == 'two' || @.id == 3)].id", "[2,3]"],
	["$.items[?(@.name =~ /T.*/i)].id", "[2]"],
	["$.items[?(@.id >= 2 && @.id < 3)].id", "[2]"],
	["$.items[0]['id','name']", '{"id":1,"name":"one"}'],
	["$..[?(@.b)]", '[{"b":1}]'],
	["$.items[*].none.deeper", "[]"],
];

test("finds what Jayway finds", () => {
	for (const [path, json] of found) {
		const value = readPath(document, path, printing);
		assert.ok(value !== undefined, path);
		assert.equal(toJson(value, false, toJavaString, printing), json, path);
	}
});

test("leads nowhere without an error", () => {
	for (const path of ["$.none", "$.list[9]", "$.list[-1]", "$.map.a.c", "$.text.x"]) {
		assert.equal(readPath(document, path, printing), undefined, path);
	}
});

test("refuses what is no path, and a list's step on what is no list", () => {
	for (const path of ["", "$x", "$.a b", "$..", '$["x"]', "$.items[?(@.a]", "$.text[0]", "$.list[a]"]) {
		assert.throws(() => readPath(document, path, printing), JavaException, path);
	}
});
