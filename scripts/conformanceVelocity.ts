import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import type { Dialect } from "../language/vtl/dialect.ts";
import { compareTemplates } from "./velocityReference/compareTemplates.ts";
import { recordedCase } from "./velocityReference/recordedCase.ts";
import { startReference } from "./velocityReference/referenceEngine.ts";

/**
 * Renders random templates with our engine and with the reference, Apache Velocity 1.7 in a JVM, as API Gateway has it and as
 * it comes, and prints where they differ, each made as small as still differs:
 *
 *   npm run conformance:velocity
 *   npm run conformance:velocity -- --dialect apigw --runs 20000 --seed 1
 *   npm run conformance:velocity -- --seed 1750 --runs 250               the batch of a difference alone
 *   npm run conformance:velocity -- --record found.json                  differences as cases for test/language/vtl/cases/
 */
const { values } = parseArgs({
	options: {
		dialect: { type: "string" },
		runs: { type: "string", default: "100000" },
		seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
		show: { type: "string", default: "20" },
		record: { type: "string" },
	},
});

const reference = startReference();
if (typeof reference === "string") console.log(`Not compared with Velocity 1.7: ${reference}`);
else {
	const recorded: object[] = [];
	let differences = 0;
	for (const dialect of dialects(values.dialect)) {
		const before = performance.now();
		const runs = Number(values.runs);
		const seed = Number(values.seed);
		const tally = await compareTemplates(reference, {
			dialect,
			runs,
			seed,
			shown: Number(values.show),
			show: (found, reply, difference, batchSeed) => {
				recorded.push(recordedCase(found, reply));
				console.log(`${JSON.stringify(found.template)}  (${dialect}, seed ${batchSeed}, runs 250)\n${difference}\n`);
			},
		});
		const seconds = Math.round((performance.now() - before) / 1000);
		const { rendered, refused, failed, late } = tally;
		console.log(
			`${dialect}: ${tally.differences} differences in ${runs} templates, seed ${seed}, ${seconds} s; the reference rendered ${rendered}, refused ${refused}, failed on ${failed}, was too late on ${late}`,
		);
		differences += tally.differences;
	}
	reference.close();
	if (values.record !== undefined) writeFileSync(values.record, `${JSON.stringify(recorded, undefined, "\t")}\n`);
	process.exitCode = differences === 0 ? 0 : 1;
}

function dialects(named: string | undefined): readonly Dialect[] {
	if (named === undefined) return ["apigw", "velocity17"];
	if (named === "apigw" || named === "velocity17") return [named];
	throw new Error(`There is no dialect ${named}.`);
}
