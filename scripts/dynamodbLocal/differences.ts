import type { Difference } from "./compareScenario.ts";
import { answers } from "./differences/answers.ts";
import { checkOrder } from "./differences/checkOrder.ts";
import { texts } from "./differences/texts.ts";

/** A way in which DynamoDB Local departs from DynamoDB, and how it is known that AWS is with us. */
export type Known = { readonly reason: string; covers(difference: Difference): boolean };

export function knownDifference(difference: Difference): Known | undefined {
	return [...texts, ...answers, checkOrder].find((it) => it.covers(difference));
}
