import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonRefused } from "../../../language/json/jsonRefused.ts";
import { readJson } from "../../../language/json/readJson.ts";
import { createBudget, defaultLimits } from "../../../language/vtl/evaluate/budget.ts";
import { javaClass } from "../../../language/vtl/methods/javaClass.ts";
import { toJavaString } from "../../../language/vtl/values/toJavaString.ts";

const printing = { budget: createBudget(defaultLimits), renderBlock: () => undefined };

const accepted: readonly (readonly [text: string, printed: string])[] = [
	['{"a":1,"b":[1,"x",null]}', '{a=1, b=[1,"x",null]}'],
	["{'a':-.5,b:01,c:1.,d:1e,e:--1}", "{a=-0.5, b=1, c=1.0, d=1e, e=--1}"],
	['{"a":1} xyz', "{a=1}"],
	['{"a\tb":"x\ty\\q\\x41"}', "{a\tb=xyA}"],
	["[1,,2,]", "[1,2]"],
	["{,a:1,,}", "{a=1}"],
	["[1é]", '[1,"é"]'],
	["-", "0"],
	["   ", ""],
	["a=b", "a=b"],
	["{statusCode: 200}", "{statusCode=200}"],
	['{"a":1,"a":2}', "{a=2}"],
	['"\\u0041\\n"', "A\n"],
];

test("reads what json-smart reads in its permissive mode", () => {
	for (const [text, printed] of accepted) assert.equal(toJavaString(readJson(text), printing), printed, text);
});

const types: readonly (readonly [text: string, type: string])[] = [
	["1", "java.lang.Integer"],
	["2147483648", "java.lang.Long"],
	["9223372036854775808", "java.math.BigInteger"],
	["1.0", "java.lang.Double"],
	["12345678901234567.12", "java.math.BigDecimal"],
	["true", "java.lang.Boolean"],
	["NaN", "java.lang.Float"],
	["[]", "net.minidev.json.JSONArray"],
	["{}", "java.util.LinkedHashMap"],
];

test("numbers keep the type that Java gives them", () => {
	for (const [text, type] of types) assert.equal(javaClass(readJson(text)), type, text);
});

test("refuses what has no end or no sense", () => {
	for (const text of ["{a", "[a", '{"a" "b"}', '"x', "]", "}", "{]", "[:]", "[".repeat(500), '"\\u00zz"']) {
		assert.throws(() => readJson(text), JsonRefused, text);
	}
});

test("many objects side by side are no depth", () => {
	assert.equal(toJavaString(readJson(`[${'{"a":1},'.repeat(1000)}]`), printing).length, 8001);
});
