import assert from "node:assert/strict";
import { test } from "node:test";
import { compareTemplates } from "../../scripts/velocityReference/compareTemplates.ts";
import { startReference } from "../../scripts/velocityReference/referenceEngine.ts";

/** A short slice of `npm run conformance:velocity`, where there is a JVM with Velocity. */
test("random templates render as Velocity 1.7 renders them, in both dialects", async (t) => {
	const reference = startReference();
	if (typeof reference === "string") {
		t.diagnostic(`Not compared with Velocity 1.7. ${reference}`);
		return;
	}
	try {
		for (const dialect of ["apigw", "velocity17"] as const) {
			const found: string[] = [];
			await compareTemplates(reference, {
				dialect,
				runs: 250,
				seed: 1,
				shown: 3,
				show: ({ template }, _reply, difference, batchSeed) => {
					found.push(`${JSON.stringify(template)} (${dialect}, seed ${batchSeed})\n${difference}`);
				},
			});
			assert.deepEqual(found, []);
		}
	} finally {
		reference.close();
	}
});
