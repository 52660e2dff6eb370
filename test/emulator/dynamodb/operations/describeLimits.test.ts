import assert from "node:assert/strict";
import { test } from "node:test";
import { DescribeLimitsCommand } from "@aws-sdk/client-dynamodb";
import { sdkForTest } from "../sdkForTest.ts";

test("DescribeLimits answers with the quotas of an account that has asked for no others", async (t) => {
	const { client } = await sdkForTest(t);
	const { $metadata: _, ...answer } = await client.send(new DescribeLimitsCommand());
	assert.deepEqual(answer, {
		AccountMaxReadCapacityUnits: 80_000,
		AccountMaxWriteCapacityUnits: 80_000,
		TableMaxReadCapacityUnits: 40_000,
		TableMaxWriteCapacityUnits: 40_000,
	});
});
