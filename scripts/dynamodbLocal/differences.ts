import { isDeepStrictEqual } from "node:util";
import type { Answer } from "./call.ts";
import type { Difference } from "./compareScenario.ts";
import { answers } from "./differences/answers.ts";
import { checkOrder } from "./differences/checkOrder.ts";
import { texts } from "./differences/texts.ts";

/** A way in which DynamoDB Local departs from DynamoDB, and how it is known that AWS is with us. */
export type Known = { readonly reason: string; covers(difference: Difference): boolean };

export function knownDifference(difference: Difference): Known | undefined {
	const known = [...texts, ...answers, checkOrder].find((it) => it.covers(difference));
	if (known !== undefined) return known;
	const ofStatements = statementDifferences(difference).map(knownDifference);
	return ofStatements.every((it) => it !== undefined) ? ofStatements[0] : undefined;
}

/** Of a batch of statements, those that were answered otherwise, each as if it had come alone. */
function statementDifferences({ step, ours, theirs }: Difference): readonly Difference[] {
	if (step.call.operation !== "BatchExecuteStatement") return [];
	const statements = listOf(step.call.request["Statements"]);
	const mine = responsesOf(ours);
	const reference = responsesOf(theirs);
	if (mine.length !== statements.length || reference.length !== statements.length) return [];
	return statements.flatMap((statement, index) => {
		const [a, b] = [alone(mine[index]), alone(reference[index])];
		if (isDeepStrictEqual(a, b)) return [];
		const call = { operation: "ExecuteStatement", request: Object(statement) };
		return [{ step: { kind: "call", call }, ours: a, theirs: b }];
	});
}

function alone(response: unknown): Answer {
	const { Error: refusal, Item } = Object(response);
	if (refusal === undefined) return { result: { Items: Item === undefined ? [] : [Item] } };
	const { Code, Message, ...more } = Object(refusal);
	return { error: String(Code), message: String(Message), more };
}

function responsesOf(answer: Answer): readonly unknown[] {
	return "result" in answer ? listOf(answer.result["Responses"]) : [];
}

function listOf(it: unknown): readonly unknown[] {
	return Array.isArray(it) ? it : [];
}
