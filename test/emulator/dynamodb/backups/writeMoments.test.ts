import assert from "node:assert/strict";
import { test } from "node:test";
import { writeMoments } from "../../../../emulator/dynamodb/backups/writeMoments.ts";

test("it is quiet when all that began before is over, for each who asks", async () => {
	const moments = writeMoments();
	await moments.quiet();
	const first = moments.begin();
	const said: string[] = [];
	const one = moments.quiet().then(() => said.push("one"));
	const two = moments.quiet().then(() => said.push("two"));
	const later = moments.begin();
	await new Promise((resolve) => setImmediate(resolve));
	assert.deepEqual(said, []);
	first.end();
	await Promise.all([one, two]);
	assert.deepEqual(said, ["one", "two"]);
	later.end();
	await moments.quiet();
});
