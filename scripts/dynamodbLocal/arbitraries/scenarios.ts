import fc from "fast-check";
import { legacy } from "./legacy.ts";
import { reads } from "./reads.ts";
import { statements } from "./statements.ts";
import type { Step } from "./steps.ts";
import { type TablePlan, tables } from "./tables.ts";
import { together } from "./together.ts";
import { writes } from "./writes.ts";

/** A table and what happens to it, one step after another. */
export type Scenario = { readonly table: TablePlan; readonly steps: readonly Step[] };

const scenarioSteps = 50;

export const scenarios: fc.Arbitrary<Scenario> = tables.chain((table) => {
	const step = fc.oneof(
		{ weight: 8, arbitrary: writes(table) },
		{ weight: 5, arbitrary: reads(table) },
		{ weight: 3, arbitrary: legacy(table) },
		{ weight: 3, arbitrary: together(table) },
		{ weight: 5, arbitrary: statements(table) },
	);
	return fc.record({
		table: fc.constant(table),
		steps: fc.array(step, { minLength: 1, maxLength: scenarioSteps, size: "max" }),
	});
});
