import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { key } from "./songsForTest.ts";

test("GetItem and DeleteItem want the whole key and nothing else", async (t) => {
	const { table, invalid } = await dynamodbForTest(t);
	await table();
	const mismatch = "The provided key element does not match the schema";
	for (const operation of ["GetItem", "DeleteItem"]) {
		await invalid(operation, { TableName: "songs", Key: { artist: { S: "a" } } }, mismatch);
		await invalid(operation, { TableName: "songs", Key: { ...key(), more: { S: "x" } } }, mismatch);
		await invalid(operation, { TableName: "songs", Key: { artist: { S: "a" }, title: { N: "1" } } }, mismatch);
		await invalid(
			operation,
			{ TableName: "songs", Key: { artist: { S: "" }, title: { S: "x" } } },
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: artist",
		);
	}
});
