import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Dialect } from "../../language/vtl/dialect.ts";
import { calls } from "../velocityTemplates/calls.ts";
import { mutation } from "../velocityTemplates/mutation.ts";
import { templates } from "../velocityTemplates/template.ts";
import { type Candidate, differenceOf, isRefusal, requestOf } from "./compareTemplate.ts";
import type { ReferenceEngine, ReferenceReply } from "./referenceEngine.ts";
import { shrink } from "./shrink.ts";

export type Comparison = {
	readonly dialect: Dialect;
	readonly runs: number;
	readonly seed: number;
	/** So many differences are made small and handed over; of the others only the number is kept. */
	readonly shown: number;
	readonly show: (found: Candidate, reply: ReferenceReply, difference: string, batchSeed: number) => void;
};

export type Tally = { rendered: number; refused: number; failed: number; late: number; differences: number };

/** Renders random templates with both engines, a batch at a time: one computes while the other's answers are compared. */
export async function compareTemplates(reference: ReferenceEngine, comparison: Comparison): Promise<Tally> {
	const { dialect, runs, seed, shown, show } = comparison;
	const tally: Tally = { rendered: 0, refused: 0, failed: 0, late: 0, differences: 0 };
	const candidates = candidatesOf(dialect);
	const batch = (done: number) => {
		const numRuns = Math.min(batchSize, runs - done);
		const batchSeed = seed + done;
		const members = numRuns > 0 ? fc.sample(candidates, { numRuns, seed: batchSeed }) : [];
		return { members, batchSeed, replies: reference.ask(members.map(requestOf)) };
	};
	let next = batch(0);
	for (let done = 0; done < runs; done += batchSize) {
		const { members, batchSeed, replies } = next;
		const answered = await replies;
		next = batch(done + batchSize);
		const different: Candidate[] = [];
		for (const [i, candidate] of members.entries()) {
			const reply = answered[i];
			if (reply === undefined) throw new Error("The reference engine gave too few replies.");
			count(tally, reply);
			if (differenceOf(candidate, reply) !== undefined) different.push(candidate);
		}
		if (different.length > 0) await next.replies;
		for (const candidate of different) {
			tally.differences++;
			if (tally.differences > shown) continue;
			const small = await shrink(candidate, reference);
			const [reply] = await reference.ask([requestOf(small)]);
			if (reply !== undefined) show(small, reply, differenceOf(small, reply) ?? "", batchSeed);
		}
	}
	return tally;
}

const batchSize = 250;

function candidatesOf(dialect: Dialect): fc.Arbitrary<Candidate> {
	const corpus = new URL("../../test/fixtures/vtl/dev-corpus.json", import.meta.url);
	// Our own file, of which only the templates are wanted here.
	const known = (JSON.parse(readFileSync(corpus, "utf8")) as readonly { template: string }[]).map((it) => it.template);
	const template = fc.oneof({ weight: 3, arbitrary: templates(dialect) }, mutation(known));
	return fc.record({ dialect: fc.constant(dialect), template, call: calls });
}

function count(tally: Tally, reply: ReferenceReply): void {
	if (reply.ok) tally.rendered++;
	else if (reply.error === "timeout") tally.late++;
	else if (isRefusal(reply)) tally.refused++;
	else tally.failed++;
}
