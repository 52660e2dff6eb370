import { withBody } from "../velocityTemplates/calls.ts";
import { type Candidate, differenceOf, requestOf } from "./compareTemplate.ts";
import type { ReferenceEngine } from "./referenceEngine.ts";

/** Makes a candidate smaller for as long as the engines still differ on it: pieces of the template are left out. */
export async function shrink(first: Candidate, reference: ReferenceEngine): Promise<Candidate> {
	let smallest = (await firstThatDiffers([{ ...first, call: withBody("") }], reference)) ?? first;
	for (let piece = Math.ceil(smallest.template.length / 2); piece >= 1; ) {
		const smaller = await firstThatDiffers(without(smallest, piece), reference);
		if (smaller !== undefined) smallest = smaller;
		else piece = piece > 1 ? Math.floor(piece / 2) : 0;
	}
	return smallest;
}

function without(candidate: Candidate, piece: number): readonly Candidate[] {
	const { template } = candidate;
	return Array.from({ length: Math.ceil(template.length / piece) }, (_, i) => ({
		...candidate,
		template: template.slice(0, i * piece) + template.slice((i + 1) * piece),
	}));
}

async function firstThatDiffers(
	candidates: readonly Candidate[],
	reference: ReferenceEngine,
): Promise<Candidate | undefined> {
	const replies = await reference.ask(candidates.map(requestOf));
	return candidates.find((candidate, i) => {
		const reply = replies[i];
		return reply !== undefined && differenceOf(candidate, reply) !== undefined;
	});
}
