import type { Step } from "./arbitraries/steps.ts";
import { type Answer, type Call, type Json, send } from "./call.ts";
import { comparableReference } from "./comparable.ts";

/** Does a step on one server. Pages and segments come back as one answer, since where they end is each server's own. */
export async function runStep(endpoint: string, step: Step): Promise<Answer> {
	if (step.kind === "call") return comparableCall(await send(endpoint, step.call));
	if (step.kind === "pages") return allPages(endpoint, step.call);
	const parts: Answer[] = [];
	for (let Segment = 0; Segment < step.total; Segment++) {
		const request = { ...step.call.request, Segment, TotalSegments: step.total, Limit: 2 };
		parts.push(await allPages(endpoint, { ...step.call, request }));
	}
	const refused = parts.find((it) => "error" in it);
	return (
		refused ??
		joined(
			step.call,
			parts.flatMap((it) => ("result" in it ? [it.result] : [])),
		)
	);
}

const maxPages = 200;

async function allPages(endpoint: string, call: Call): Promise<Answer> {
	const pages: Json[] = [];
	let next: Json = {};
	for (let count = 0; count < maxPages; count++) {
		const answer = await send(endpoint, { ...call, request: { ...call.request, ...next } });
		if ("error" in answer) return answer;
		const { LastEvaluatedKey, NextToken } = answer.result;
		pages.push(answer.result);
		if (NextToken !== undefined) next = { NextToken };
		else if (LastEvaluatedKey !== undefined) next = { ExclusiveStartKey: LastEvaluatedKey };
		else return joined(call, pages);
	}
	return { error: "NeverEnds", message: `More than ${maxPages} pages`, more: {} };
}

function joined({ operation, request }: Call, pages: readonly Json[]): Answer {
	const [first] = pages;
	if (first === undefined) return { result: {} };
	const { LastEvaluatedKey: _key, NextToken: _token, ConsumedCapacity: _capacity, ...rest } = first;
	const lists = pages.map(({ Items }) => Items).filter((it) => Array.isArray(it));
	const all: unknown[] = lists.flat();
	const sum = (name: string) => pages.reduce((total, page) => total + Number(page[name] ?? 0), 0);
	return {
		result: {
			...rest,
			...(lists.length > 0 && { Items: hasOrder(operation, request) ? all : all.toSorted(byText) }),
			...("Count" in rest && { Count: sum("Count") }),
			...("ScannedCount" in rest && { ScannedCount: sum("ScannedCount") }),
		},
	};
}

/** What AWS charges is held by our own tests, from figures measured on it; DynamoDB Local's accounting is its own. */
function comparableCall(answer: Answer): Answer {
	if ("error" in answer) return answer;
	const { ConsumedCapacity: _capacity, Responses, ...result } = answer.result;
	// A batch's items come in any order, except of statements, which have one answer each.
	if (typeof Responses !== "object" || Responses === null || Array.isArray(Responses))
		return { result: { ...result, ...(Responses !== undefined && { Responses }) } };
	const items = Object.entries(Responses).map(([name, found]) => [
		name,
		Array.isArray(found) ? found.toSorted(byText) : found,
	]);
	return { result: { ...result, Responses: Object.fromEntries(items) } };
}

/** Scans have an order of each server's own, and so have entries of an index with the same sort key. */
function hasOrder(operation: string, request: Json): boolean {
	return operation === "Query" && request["IndexName"] === undefined;
}

/** Of numbers as AWS spells them: as they were sent, DynamoDB Local's would stand elsewhere. */
const text = (it: unknown) => JSON.stringify(comparableReference(it));
const byText = (a: unknown, b: unknown) => (text(a) < text(b) ? -1 : 1);
