import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../scripts/dynamodbLocal/call.ts";
import { knownDifference } from "../../scripts/dynamodbLocal/differences.ts";

const refusal = (message: string, error = "ValidationException"): Answer => ({ error, message, more: {} });
const differs = (operation: string, request: Readonly<Record<string, unknown>>, ours: Answer, theirs: Answer) =>
	knownDifference({ step: { kind: "call", call: { operation, request } }, ours, theirs });

const mismatch = refusal("The provided key element does not match the schema");
const syntax = refusal('Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "="');

test("of two faults in a request the earlier one is ours, or it is a difference", () => {
	assert.ok(differs("DeleteItem", {}, syntax, mismatch));
	assert.equal(
		differs("DeleteItem", {}, mismatch, syntax),
		undefined,
		"an expression is read before its table is known",
	);
	assert.equal(differs("DeleteItem", {}, refusal("A text of our own"), mismatch), undefined);
	assert.equal(differs("DeleteItem", {}, { result: {} }, mismatch), undefined, "a fault that only they see");
});

test("the same fault in other words has the same name, unless it is what cancels a transaction", () => {
	const theirs = refusal(
		"One or more parameter values were invalid: Type mismatch for key",
		"TransactionCanceledException",
	);
	assert.equal(differs("TransactGetItems", {}, mismatch, theirs), undefined);
	assert.ok(differs("GetItem", {}, mismatch, refusal("The number of conditions on the keys is invalid")));
	const reason = { Code: "ValidationError", Message: "The provided key element does not match the schema" };
	const ours = { ...theirs, more: { CancellationReasons: [reason] } };
	assert.ok(differs("TransactGetItems", {}, ours, theirs));
});

test("a batch of statements is known when each statement that differs is", () => {
	const statement = (text: string) => ({ Statement: text });
	const request = { Statements: [statement("UPDATE t SET a = ? WHERE h = 1"), statement("DELETE FROM t WHERE h = 2")] };
	const answer = (...messages: string[]): Answer => ({
		result: { Responses: messages.map((Message) => ({ Error: { Code: "ValidationError", Message } })) },
	});
	const digits = [
		"Attempting to store more than 38 significant digits in a Number",
		"DynamoDB only supports precision up to 38 digits",
	];
	const [ours = "", theirs = ""] = digits;
	assert.ok(differs("BatchExecuteStatement", request, answer(ours, "same"), answer(theirs, "same")));
	assert.equal(differs("BatchExecuteStatement", request, answer(ours, "one"), answer(theirs, "other")), undefined);
});
