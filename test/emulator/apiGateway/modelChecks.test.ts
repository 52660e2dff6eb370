import assert from "node:assert/strict";
import { test } from "node:test";
import { modelChecks } from "../../../emulator/apiGateway/modelChecks.ts";

const schema = JSON.stringify({
	type: "object",
	required: ["items"],
	properties: { items: { type: "array", items: { type: "string" } }, valueOf: { type: "array" } },
});
const cases: readonly [string, string, boolean][] = [
	["a body that fits", '{"items": ["a"]}', true],
	["items of another type", '{"items": [1]}', false],
	["a missing member", "{}", false],
	["a member that every JavaScript object has, given", '{"items": [], "valueOf": 1}', false],
];
for (const [name, body, isRight] of cases) {
	test(`a body by its model: ${name}`, async () => {
		const check = modelChecks([{ apiId: "a", id: "i", name: "Order", schema }]);
		assert.equal((await check("Order", body)) === undefined, isRight);
	});
}
