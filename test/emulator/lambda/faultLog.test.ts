import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { faultOf } from "../../../emulator/lambda/faultLog.ts";
import type { FunctionFault } from "../../../protocol/events.ts";

/** [what the runtime posted when it could not load the function, what is told of it] */
const posted: readonly [body: string, fault: Omit<FunctionFault, "kind">][] = [
	[
		'{"errorType": "Error", "errorMessage": "no table", "trace": ["Error: no table", "at app.ts:1"]}',
		{ detail: "Error: no table", trace: ["Error: no table", "at app.ts:1"] },
	],
	['{"errorMessage": "no table", "stackTrace": ["line 1"]}', { detail: "no table", trace: ["line 1"] }],
	["{}", { detail: "{}" }],
	["null", { detail: "null" }],
	["not JSON at all", { detail: "not JSON at all" }],
	["x".repeat(5000), { detail: "x".repeat(1000) }],
	["", { detail: "" }],
];

suite("A function that does not load", () => {
	for (const [body, fault] of posted) {
		test(`is told of, whatever its runtime says: ${body.slice(0, 30) || "nothing"}`, () => {
			const outcome = { kind: "error", payload: Buffer.from(body) } as const;
			const told = faultOf({ outcome, loaded: false, timeoutSeconds: 3, droppedChars: 0 });
			assert.deepEqual(told, { kind: "load", ...fault });
		});
	}
});
