import assert from "node:assert/strict";
import { test } from "node:test";
import { applyUpdate } from "../../../../emulator/dynamodb/expressions/applyUpdate.ts";
import { readProjection, readUpdate } from "../../../../emulator/dynamodb/expressions/expressions.ts";
import { readPlaceholders } from "../../../../emulator/dynamodb/expressions/placeholders.ts";
import { project } from "../../../../emulator/dynamodb/expressions/project.ts";
import type { AttributeValue } from "../../../../emulator/dynamodb/model.generated.ts";
import { readItem } from "../../../../emulator/dynamodb/values/readValue.ts";

type Attributes = Record<string, AttributeValue>;

const values: Attributes = {
	":n": { N: "5" },
	":s": { S: "new" },
	":l": { L: [{ S: "x" }] },
	":empty": { L: [] },
	":ss": { SS: ["b", "c"] },
	":ns": { NS: ["10", "9"] },
	":bs": { BS: [Uint8Array.of(2)] },
	":m": { M: { k: { S: "v" } } },
	":half": { N: "0.5" },
};

function placeholdersIn(text: string) {
	const used = Object.entries(values).filter(([key]) => new RegExp(`${key}(?![a-z])`).test(text));
	return readPlaceholders(undefined, used.length > 0 ? Object.fromEntries(used) : undefined);
}

function updated(item: Attributes, text: string): unknown {
	const update = readUpdate(text, placeholdersIn(text));
	assert.ok(update);
	const before = readItem(item);
	const copy = structuredClone(before);
	const after = structuredClone(applyUpdate(update, before));
	assert.deepEqual(structuredClone(before), copy, "the item as it was is left alone");
	return after;
}

test("an update makes of an item what AWS makes of it", () => {
	const abc = { L: [{ S: "a" }, { S: "b" }, { S: "c" }] };
	const cases: [item: Attributes, text: string, after: Attributes][] = [
		[{}, "SET x = :s", { x: { S: "new" } }],
		[{ x: { N: "1" } }, "SET x = x + :n", { x: { N: "6" } }],
		[{ x: { N: "1" } }, "SET x = (x - :half)", { x: { N: "0.5" } }],
		[{ x: { S: "old" } }, "SET x = :s, y = x", { x: { S: "new" }, y: { S: "old" } }],
		[{}, "SET x = if_not_exists(x, :n)", { x: { N: "5" } }],
		[{ x: { N: "1" } }, "SET x = if_not_exists(x, :n) + :n", { x: { N: "6" } }],
		[{ l: abc }, "SET l = list_append(l, :l)", { l: { L: [...abc.L, { S: "x" }] } }],
		[{ l: abc }, "SET l = list_append(:l, l)", { l: { L: [{ S: "x" }, ...abc.L] } }],
		[{}, "SET l = list_append(if_not_exists(l, :empty), :l)", { l: { L: [{ S: "x" }] } }],
		[{ l: abc }, "SET l[1] = :s", { l: { L: [{ S: "a" }, { S: "new" }, { S: "c" }] } }],
		[{ l: abc }, "SET l[9] = :s, l[7] = :n", { l: { L: [...abc.L, { N: "5" }, { S: "new" }] } }],
		[{ l: abc }, "REMOVE l[0], l[2]", { l: { L: [{ S: "b" }] } }],
		[{ l: abc }, "SET l[1] = :s REMOVE l[0]", { l: { L: [{ S: "new" }, { S: "c" }] } }],
		[{ m: { M: { a: { S: "1" }, b: { S: "2" } } } }, "SET m.a = :s REMOVE m.b", { m: { M: { a: { S: "new" } } } }],
		[
			{ m: { M: { l: { L: [{ M: {} }] } } } },
			"SET m.l[0].k = :n, m.z = :s",
			{ m: { M: { l: { L: [{ M: { k: { N: "5" } } }] }, z: { S: "new" } } } },
		],
		[{ x: { S: "y" } }, "REMOVE x, z", {}],
		[{}, "ADD x :n", { x: { N: "5" } }],
		[{ x: { N: "-5" } }, "ADD x :n", { x: { N: "0" } }],
		[{ t: { SS: ["a", "b"] } }, "ADD t :ss", { t: { SS: ["a", "b", "c"] } }],
		[{ t: { NS: ["10"] } }, "ADD t :ns", { t: { NS: ["9", "10"] } }],
		[{ t: { BS: [Uint8Array.of(1)] } }, "ADD t :bs", { t: { BS: [Uint8Array.of(1), Uint8Array.of(2)] } }],
		[{ t: { SS: ["a", "b"] } }, "DELETE t :ss", { t: { SS: ["a"] } }],
		[{ t: { SS: ["b"] } }, "DELETE t :ss", {}],
		[{ x: { S: "1" } }, "DELETE t :ss", { x: { S: "1" } }],
		[
			{ l: abc },
			"set l[0] = :s add n :n remove l[1] delete t :ss",
			{ l: { L: [{ S: "new" }, { S: "c" }] }, n: { N: "5" } },
		],
	];
	for (const [item, text, after] of cases) assert.deepEqual(updated(item, text), after, text);
});

test("an update that does not fit the item is refused", () => {
	const path = "The document path provided in the update expression is invalid for update";
	const missing = "The provided expression refers to an attribute that does not exist in the item";
	const type = "An operand in the update expression has an incorrect data type";
	const cases: [item: Attributes, text: string, message: string][] = [
		[{}, "SET a.b = :s", path],
		[{ a: { S: "x" } }, "SET a.b = :s", path],
		[{ a: { M: {} } }, "SET a[0] = :s", path],
		[{ a: { L: [] } }, "SET a.b = :s", path],
		[{}, "REMOVE a.b", path],
		[{}, "SET a = b", missing],
		[{}, "SET a = a + :n", missing],
		[{ a: { S: "x" } }, "SET a = a + :n", type],
		[{ a: { S: "x" } }, "SET a = list_append(a, :l)", type],
		[{ a: { S: "x" } }, "ADD a :n", type],
		[{ a: { NS: ["1"] } }, "ADD a :ss", type],
		[{ a: { NS: ["1"] } }, "DELETE a :ss", type],
	];
	for (const [item, text, message] of cases) assert.throws(() => updated(item, text), { message }, text);
});

test("what is wrong with an update expression is said in AWS's words", () => {
	const cases: [text: string, message: string][] = [
		["", "The expression can not be empty;"],
		["INVALID SYNTAX HERE", 'Syntax error; token: "INVALID", near: "INVALID SYNTAX"'],
		["SET x", 'Syntax error; token: "<EOF>", near: "x"'],
		["SET x =", 'Syntax error; token: "<EOF>", near: "="'],
		// The blanks too, as DynamoDB Local says, which has AWS's own parser of expressions.
		["SET x = ", 'Syntax error; token: "<EOF>", near: "= "'],
		["SET x = :s,", 'Syntax error; token: "<EOF>", near: ","'],
		["ADD x y", 'Syntax error; token: "y", near: "x y"'],
		["SET x = :s SET y = :n", 'The "SET" section can only be used once in an update expression;'],
		["SET count = :n", "Attribute name is a reserved keyword; reserved keyword: count"],
		["SET x = size(y)", "The function is not allowed in an update expression; function: size"],
		["SET x = sizes(y)", "Invalid function name; function: sizes"],
		["SET x = :q", "An expression attribute value used in expression is not defined; attribute value: :q"],
		["SET #x = :s", "An expression attribute name used in the document path is not defined; attribute name: #x"],
		[
			"SET x = :s, x = :n",
			"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [x], path two: [x]",
		],
		[
			"SET x.y = :s REMOVE x",
			"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [x, y], path two: [x]",
		],
		[
			"SET x.y = :s REMOVE x[0]",
			"Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [x, y], path two: [x, [0]]",
		],
		[
			"ADD x :s",
			"Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
		],
		[
			"ADD x :m",
			"Incorrect operand type for operator or function; operator: ADD, operand type: MAP, typeSet: ALLOWED_FOR_ADD_OPERAND",
		],
		[
			"DELETE x :n",
			"Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
		],
		["SET x = y + :s", "Incorrect operand type for operator or function; operator or function: +, operand type: S"],
		[
			"SET x = list_append(y, :s)",
			"Incorrect operand type for operator or function; operator or function: list_append, operand type: S",
		],
		[
			"SET x = if_not_exists(:s, :n)",
			"Operator or function requires a document path; operator or function: if_not_exists",
		],
		[
			"SET x = if_not_exists(y.z[1], y.z[1])",
			"The first operand must be distinct from the remaining operands for this operator or function; operator: if_not_exists, first operand: [y, z, [1]]",
		],
		[
			"SET x = if_not_exists(x)",
			"Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1",
		],
	];
	for (const [text, message] of cases) {
		assert.throws(() => readUpdate(text, placeholdersIn(text)), {
			code: "ValidationException",
			message: `Invalid UpdateExpression: ${message}`,
		});
	}
});

test("a projection shows what was asked for, list elements moved together in their order", () => {
	const item = readItem({
		a: { M: { b: { S: "1" }, c: { S: "2" } } },
		l: { L: [{ S: "0" }, { S: "1" }, { M: { k: { N: "2" }, z: { N: "3" } } }] },
		s: { S: "x" },
	});
	const cases: [text: string, shown: Attributes][] = [
		["s", { s: { S: "x" } }],
		["a.b, s", { s: { S: "x" }, a: { M: { b: { S: "1" } } } }],
		["l[2].k, l[0]", { l: { L: [{ S: "0" }, { M: { k: { N: "2" } } }] } }],
		["l[9], q, a.q", {}],
		["a", { a: { M: { b: { S: "1" }, c: { S: "2" } } } }],
	];
	for (const [text, shown] of cases) {
		const paths = readProjection(text, readPlaceholders(undefined, undefined));
		assert.deepEqual(structuredClone(project(item, paths ?? [])), shown, text);
	}
});

test("projections that overlap or make no sense are refused", () => {
	const cases: [text: string, message: string][] = [
		[
			"a, a",
			"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
		],
		[
			"a, a.b",
			"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
		],
		["!!! INVALID !!!", 'Syntax error; token: "!", near: "!!"'],
		["a b", 'Syntax error; token: "b", near: "a b"'],
		["a,", 'Syntax error; token: "<EOF>", near: ","'],
		["f(a)", 'Syntax error; token: "(", near: "f(a"'],
	];
	for (const [text, message] of cases) {
		assert.throws(() => readProjection(text, readPlaceholders(undefined, undefined)), {
			message: `Invalid ProjectionExpression: ${message}`,
		});
	}
});
