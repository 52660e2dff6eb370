import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { at, item, key } from "./songsForTest.ts";

test("the older parameters do what the expressions do", async (t) => {
	const { table, call, refused, invalid } = await dynamodbForTest(t);
	await table();
	await call("PutItem", { ...item({ v: { N: "1" } }), Expected: { v: { Exists: false } } });
	await refused(
		"PutItem",
		{ ...item(), Expected: { v: { Value: { N: "2" } } } },
		"ConditionalCheckFailedException",
		"The conditional request failed",
	);
	const { Attributes } = await call("UpdateItem", {
		...at(),
		AttributeUpdates: { v: { Action: "ADD", Value: { N: "4" } }, w: { Value: { S: "new" } }, u: { Action: "DELETE" } },
		Expected: { v: { ComparisonOperator: "BETWEEN", AttributeValueList: [{ N: "0" }, { N: "1" }] } },
		ReturnValues: "ALL_NEW",
	});
	assert.deepEqual(Attributes, { ...key(), v: { N: "5" }, w: { S: "new" } });
	assert.deepEqual((await call("GetItem", { ...at(), AttributesToGet: ["v"] })).Item, { v: { N: "5" } });
	const { Count } = await call("Query", {
		TableName: "songs",
		KeyConditions: {
			artist: { ComparisonOperator: "EQ", AttributeValueList: [{ S: "a" }] },
			title: { ComparisonOperator: "BEGINS_WITH", AttributeValueList: [{ S: "t" }] },
		},
		QueryFilter: {
			w: { ComparisonOperator: "NOT_NULL" },
			v: { ComparisonOperator: "GT", AttributeValueList: [{ N: "9" }] },
		},
		ConditionalOperator: "OR",
	});
	assert.equal(Count, 1);
	const scan = (ScanFilter: object) => ({ TableName: "songs", ScanFilter });
	assert.equal(
		(await call("Scan", scan({ w: { ComparisonOperator: "NOT_CONTAINS", AttributeValueList: [{ S: "x" }] } }))).Count,
		1,
	);
	const wrong = "One or more parameter values were invalid: ";
	await invalid(
		"Scan",
		scan({ w: { ComparisonOperator: "EQ" } }),
		`${wrong}Invalid number of argument(s) for the EQ ComparisonOperator`,
	);
	await invalid(
		"Scan",
		scan({ w: { ComparisonOperator: "LT", AttributeValueList: [{ M: {} }] } }),
		`${wrong}ComparisonOperator LT is not valid for M AttributeValue type`,
	);
	await invalid(
		"UpdateItem",
		{ ...at(), AttributeUpdates: { v: { Action: "PUT" } } },
		`${wrong}Only DELETE action is allowed when no attribute value is specified`,
	);
});
