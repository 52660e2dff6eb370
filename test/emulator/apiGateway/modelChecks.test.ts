import assert from "node:assert/strict";
import { test } from "node:test";
import { modelChecks } from "../../../emulator/apiGateway/modelChecks.ts";

// docs: api-gateway-known-issues; fact A11.
const schema = JSON.stringify({
	type: "object",
	required: ["items"],
	properties: { items: { type: "array", minItems: 1, maxItems: 2, items: { type: "string" } } },
});
const cases: readonly [string, string, boolean][] = [
	["fewer items than minItems pass", '{"items": []}', true],
	["more items than maxItems pass", '{"items": ["a", "b", "c"]}', true],
	["items of another type do not", '{"items": [1]}', false],
	["nor a missing member", "{}", false],
];
for (const [name, body, isRight] of cases) {
	test(`request validation as API Gateway has it: ${name}`, async () => {
		const check = modelChecks([{ apiId: "a", id: "i", name: "Order", schema }]);
		assert.equal((await check("Order", body)) === undefined, isRight);
	});
}
