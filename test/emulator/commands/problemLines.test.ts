import assert from "node:assert/strict";
import { test } from "node:test";
import { newProblems } from "../../../emulator/commands/problemLines.ts";
import type { Problem } from "../../../protocol/problem.ts";

const problem = (message: string): Problem => ({ severity: "error", code: "x", message });

test("a problem is told once, told again when it comes back, and the end of all is told", () => {
	const newIn = newProblems();
	const told = (...messages: string[]) => {
		const { added, allGone } = newIn(messages.map(problem));
		return [...added.map((it) => it.message), ...(allGone ? ["all gone"] : [])];
	};
	assert.deepEqual(
		[told(), told("a", "b", "a"), told("b", "c"), told("a"), told(), told()],
		[[], ["a", "b"], ["c"], ["a"], ["all gone"], []],
	);
});
