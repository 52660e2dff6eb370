import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzzWire } from "../../../scripts/wireFuzz/fuzzWire.ts";
import { startEmulator } from "../startEmulator.ts";

test("whatever bytes come over the wire, the answer has AWS's form and no error is ours", async (t) => {
	const { endpoint } = await startEmulator(t);
	const seed = Math.floor(Math.random() * 1e9);
	const { failure, statuses } = await fuzzWire(endpoint, 400, seed);
	assert.equal(failure, undefined, `npm run fuzz:wire -- --runs 400 --seed ${seed}`);
	assert.ok((statuses.get(200) ?? 0) > 0, "some of it is meant");
});
