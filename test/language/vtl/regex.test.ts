import assert from "node:assert/strict";
import { test } from "node:test";
import { BudgetExceeded, createBudget, defaultLimits } from "../../../language/vtl/evaluate/budget.ts";
import { matchesWhole, replaceMatches, splitByPattern } from "../../../language/vtl/regex/replaceMatches.ts";
import { JavaException } from "../../../language/vtl/values/javaException.ts";

const budget = () => createBudget(defaultLimits);

const replaced: readonly (readonly [text: string, pattern: string, replacement: string, result: string])[] = [
	["a.b.c", "\\.", "-", "a-b-c"],
	["aab", "a*", "X", "XXbX"],
	["2024-01-02", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1", "02.01.2024"],
	["abc", "(?<x>b)", "<${x}>", "a<b>c"],
	["aAbB", "(?i)a", "_", "__bB"],
	["a1b2", "[a-z&&[^b]]", "_", "_1b2"],
	["aaa", "a{2}+", "x", "xa"],
	["foo\nbar", "(?m)^", "> ", "> foo\n> bar"],
	["a+b", "\\Q+\\E", "\\$", "a$b"],
	["Ünï", "\\p{L}", "L", "LLL"],
	["abab", "(ab)\\1", "x", "x"],
	["price 5", "(?<=price )\\d", "9", "price 9"],
];

test("replaces as Java does", () => {
	for (const [text, pattern, replacement, result] of replaced) {
		assert.equal(replaceMatches(text, pattern, replacement, false, budget()), result, pattern);
	}
});

test("splits as Java does, without the empty strings at the end", () => {
	assert.deepEqual(splitByPattern("a,b,,", ",", 0, budget()), ["a", "b"]);
	assert.deepEqual(splitByPattern("a,b,,", ",", -1, budget()), ["a", "b", "", ""]);
	assert.deepEqual(splitByPattern("a,b,c", ",", 2, budget()), ["a", "b,c"]);
	assert.deepEqual(splitByPattern("abc", "", 0, budget()), ["a", "b", "c"]);
	assert.deepEqual(splitByPattern("a.b", ".", 0, budget()), []);
});

test("refuses what Java refuses", () => {
	for (const pattern of ["(", "[", "*", "a{", "\\y", "(?<1>a)", "a**", "[b-a]", "\\p{Nonsense}"]) {
		assert.throws(() => matchesWhole("x", pattern, budget()), JavaException, pattern);
	}
	assert.throws(() => replaceMatches("a", "a", "$1", false, budget()), JavaException);
});

test("an expression that backtracks for ever runs out of budget", () => {
	for (const pattern of ["(a+)+b", "(a|a)*b", "(a|aa)+$b", "(.*)*x"]) {
		assert.throws(() => matchesWhole("a".repeat(60), pattern, budget()), BudgetExceeded, pattern);
	}
});
