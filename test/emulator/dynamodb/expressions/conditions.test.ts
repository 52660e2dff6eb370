import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluateCondition } from "../../../../emulator/dynamodb/expressions/evaluateCondition.ts";
import { readCondition } from "../../../../emulator/dynamodb/expressions/expressions.ts";
import { readPlaceholders } from "../../../../emulator/dynamodb/expressions/placeholders.ts";
import type { AttributeValue } from "../../../../emulator/dynamodb/model.generated.ts";
import { readItem } from "../../../../emulator/dynamodb/values/readValue.ts";

const names = { "#n": "name", "#m": "missing", "#d": "doc", "#a.b": "dotted" };
const values: Record<string, AttributeValue> = {
	":one": { N: "1" },
	":two": { N: "2" },
	":five": { N: "5" },
	":fiveAgain": { N: "5.0" },
	":text": { S: "Ada" },
	":A": { S: "A" },
	":S": { S: "S" },
	":x": { S: "x" },
	":bytes": { B: Uint8Array.of(1, 2) },
	":set": { SS: ["b", "a"] },
	":list": { L: [{ N: "1" }] },
	":map": { M: {} },
	":null": { NULL: true },
	":true": { BOOL: true },
};
const item = readItem({
	name: { S: "Ada" },
	age: { N: "5" },
	bytes: { B: Uint8Array.of(1, 2, 3) },
	tags: { SS: ["a", "b"] },
	scores: { NS: ["1", "2"] },
	things: { L: [{ N: "1" }, { S: "x" }] },
	doc: { M: { inside: { M: { deep: { N: "2" } } }, elements: { L: [{ M: { k: { S: "v" } } }] } } },
	nothing: { NULL: true },
	yes: { BOOL: true },
});

/** Only the placeholders that a text uses, so that none is unused. */
function placeholdersIn(text: string) {
	const used = (all: object) => Object.fromEntries(Object.entries(all).filter(([key]) => text.includes(key)));
	const usedNames = used({ "#n": names["#n"], "#m": names["#m"], "#d": names["#d"] });
	const usedValues = used(values);
	return readPlaceholders(
		Object.keys(usedNames).length > 0 ? usedNames : undefined,
		Object.keys(usedValues).length > 0 ? usedValues : undefined,
	);
}

function holds(text: string): boolean {
	const condition = readCondition("FilterExpression", text, placeholdersIn(text));
	assert.ok(condition);
	return evaluateCondition(condition, item);
}

test("conditions hold and do not hold as AWS defines them", () => {
	const cases: [text: string, holds: boolean][] = [
		["#n = :text", true],
		["#n <> :text", false],
		["age = :fiveAgain", true],
		["age < :five", false],
		["age <= :five", true],
		[":one < age", true],
		["age BETWEEN :one AND :five", true],
		["age between :one and :two", false],
		["age IN (:one, :two, :five)", true],
		["age in (:one)", false],
		["NOT age = :one", true],
		["not (age = :one or age = :five)", false],
		["age = :one OR age = :five AND #n = :text", true],
		["(age = :one OR age = :five) AND #n = :A", false],
		["attribute_exists(#d.inside.deep)", true],
		["attribute_exists(#d.inside.absent)", false],
		["attribute_not_exists(#m)", true],
		["attribute_exists(things[1])", true],
		["attribute_exists(things[2])", false],
		["#d.elements[0].k = :x", false],
		["attribute_type(#n, :S)", true],
		["begins_with(#n, :A)", true],
		["begins_with(bytes, :bytes)", true],
		["begins_with(age, :A)", false],
		["contains(#n, :A)", true],
		["contains(tags, :x)", false],
		["contains(scores, :two)", true],
		["contains(things, :x)", true],
		["contains(bytes, :bytes)", true],
		["size(#n) > :two", true],
		["size(things) = :two", true],
		["size(age) = :one", false],
		["tags = :set", true],
		["yes = :true", true],
		["nothing = :null", true],
		["age < :text", false],
		["things = :list", false],
		// What is missing equals nothing and differs from everything.
		["#m = :one", false],
		["#m <> :one", true],
		["#m < :one", false],
		["#m = nowhere", false],
		["NOT #m = :one", true],
		["(age) = (:five)", true],
		["(age = :five)", true],
	];
	for (const [text, expected] of cases) assert.equal(holds(text), expected, text);
});

test("what is wrong with a condition is said in AWS's words, the first thing first", () => {
	const cases: [text: string, message: string][] = [
		["", "The expression can not be empty;"],
		["   ", "The expression can not be empty;"],
		["#n", 'Syntax error; token: "<EOF>", near: "#n"'],
		["attribute_not_exists(", 'Syntax error; token: "<EOF>", near: "("'],
		["NOT (#n)", 'Syntax error; token: "<EOF>", near: ")"'],
		["#n = 1", 'Syntax error; token: "1", near: "= 1"'],
		["created-at = :x", 'Syntax error; token: "-", near: "created-at"'],
		["_id = :x", 'Syntax error; token: "_", near: "_id"'],
		["#n = :text AND", 'Syntax error; token: "<EOF>", near: "AND"'],
		["#n == :text", 'Syntax error; token: "=", near: "== :text"'],
		["between = :x", 'Syntax error; token: "between", near: "between ="'],
		["((#n = :text))", "The expression has redundant parentheses;"],
		["((age)) = :five", "The expression has redundant parentheses;"],
		["name = :text", "Attribute name is a reserved keyword; reserved keyword: name"],
		["doc.Size = :one", "Attribute name is a reserved keyword; reserved keyword: Size"],
		["exists(#n)", "Invalid function name; function: exists"],
		["size(#n)", "The function is not allowed to be used this way in an expression; function: size"],
		[
			"contains(#n, begins_with(#n, :A))",
			"The function is not allowed to be used this way in an expression; function: begins_with",
		],
		[
			"attribute_exists(#n) = :true",
			"The function is not allowed to be used this way in an expression; function: attribute_exists",
		],
		["#q = :text", "An expression attribute name used in the document path is not defined; attribute name: #q"],
		["#n = :q", "An expression attribute value used in expression is not defined; attribute value: :q"],
		[
			"begins_with(#n)",
			"Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1",
		],
		[
			"size(#n, age) > :one",
			"Incorrect number of operands for operator or function; operator or function: size, number of operands: 2",
		],
		[
			"attribute_exists(:text)",
			"Operator or function requires a document path; operator or function: attribute_exists",
		],
		[
			"begins_with(#n, :one)",
			"Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
		],
		[
			"attribute_type(#n, :one)",
			"Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N",
		],
		[
			"attribute_type(#n, :x)",
			"Invalid attribute type name found; type: x, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
		],
		[
			"size(:one) = :two",
			"Incorrect operand type for operator or function; operator or function: size, operand type: N",
		],
		["age < :map", "Incorrect operand type for operator or function; operator or function: <, operand type: M"],
		[
			"contains(#n, #n)",
			"The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [name]",
		],
		[
			"doc.inside[0] = doc.inside[0]",
			"The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [doc, inside, [0]]",
		],
		[
			"age BETWEEN :one AND :text",
			"The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:Ada}",
		],
		[
			"age BETWEEN :five AND :one",
			"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}",
		],
		[`#n = :text${" ".repeat(4096)}`, "Expression size has exceeded the maximum allowed size; expression size: 4106"],
		[
			Array.from({ length: 152 }, () => "age = :one").join(" OR "),
			"The expression contains too many operators; operator count: 301",
		],
		[
			`age IN (${Array.from({ length: 101 }, () => ":one").join(", ")})`,
			"The IN operator is provided with too many operands; number of operands: 101",
		],
	];
	for (const [text, message] of cases) {
		assert.throws(() => readCondition("FilterExpression", text, placeholdersIn(text)), {
			code: "ValidationException",
			message: `Invalid FilterExpression: ${message}`,
		});
	}
});

test("a condition of parentheses or NOTs without end is refused, not followed into the ground", () => {
	for (const text of ["(".repeat(4000), "NOT ".repeat(1000), `${"NOT(".repeat(900)}a`, `a = ${"(".repeat(4000)}`]) {
		assert.throws(() => readCondition("FilterExpression", text, placeholdersIn("")), /Invalid FilterExpression/);
	}
});
