import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../call.ts";
import type { Known } from "../differences.ts";

/** What is answered otherwise, not only worded otherwise. */
export const answers: readonly Known[] = [
	{
		reason: "DynamoDB Local fails (InternalFailure), which says nothing about AWS.",
		covers: ({ theirs }) => "error" in theirs && theirs.error === "InternalFailure",
	},
	{
		reason: "AWS's model and SDKs name the error DuplicateItemException.",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			"error" in theirs &&
			ours.error === "DuplicateItemException" &&
			theirs.error === "DuplicateItem",
	},
	{
		reason:
			"What fails while a transaction's items are written cancels it, and is the reason of that item (API reference of TransactWriteItems); DynamoDB Local refuses the request.",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			"error" in theirs &&
			ours.error === "TransactionCanceledException" &&
			theirs.error === "ValidationException" &&
			JSON.stringify(ours.more).includes('"ValidationError"'),
	},
	{
		reason: "A statement that finds its item there cancels with DuplicateItem (API reference of ExecuteTransaction).",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			isDeepStrictEqual(
				JSON.parse(JSON.stringify(ours).replaceAll("DuplicateItem", "ValidationError")),
				JSON.parse(JSON.stringify(theirs).replaceAll("DuplicateItem", "ValidationError")),
			),
	},
	{
		reason: "A cancelled transaction's reason has no stop at its end on AWS (nubo-db/dynamodb-conformance).",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			isDeepStrictEqual(
				ours,
				JSON.parse(JSON.stringify(theirs).replaceAll("conditional request failed.", "conditional request failed")),
			),
	},
	{
		reason:
			"Of a document AWS returns only what the update's paths name (API reference of UpdateItem; nubo-db/dynamodb-conformance for MODIFIED); DynamoDB Local returns the whole attribute.",
		covers: ({ step, ours, theirs }) =>
			/"ReturnValues":"UPDATED_|RETURNING MODIFIED/.test(JSON.stringify(step.call.request)) &&
			isPart(returned(ours), returned(theirs)),
	},
	{
		reason: "NULL: false is taken and stored as NULL: true (nubo-db/dynamodb-conformance, captured 2026-06-08).",
		covers: ({ step, theirs }) =>
			JSON.stringify(step.call.request).includes('"NULL":false') &&
			"error" in theirs &&
			theirs.message.includes("Null attribute value types must have the value of true"),
	},
	{
		reason:
			"A statement's condition on an attribute that its index does not hold is refused, whatever function names it (nubo-db/dynamodb-conformance, partiqlIndexQualifier); DynamoDB Local sees bare comparisons only.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "ExecuteStatement" &&
			"error" in ours &&
			ours.message.includes("does not project one or more filter attributes") &&
			"result" in theirs,
	},
	{
		reason: "SIZE is a reserved word (guide, reserved words); DynamoDB Local does not know it.",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			ours.message.endsWith("reserved keyword: size") &&
			("result" in theirs || theirs.message.includes("reserved keyword")),
	},
	{
		reason:
			"An update that makes an index key of another type is refused; DynamoDB Local looks only at values that SET names and at global indexes.",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			/update the secondary index key to unsupported type|Type mismatch for Index Key/.test(JSON.stringify(ours)) &&
			"result" in theirs,
	},
	{
		reason:
			"A cancelled transaction has a reason for each of its items (API reference); DynamoDB Local's list is too short.",
		covers: ({ step, theirs }) =>
			"error" in theirs &&
			theirs.error === "TransactionCanceledException" &&
			lengthOf(theirs.more["CancellationReasons"]) < lengthOf(step.call.request["TransactItems"]),
	},
	{
		reason: "DynamoDB Local refuses a whole batch of statements after it has run those before the wrong one.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "BatchExecuteStatement" &&
			"result" in ours &&
			("error" in theirs || "Count" in ours.result),
	},
	{
		reason:
			"One item twice refuses a batch of statements; a parameter that is no value is the fault of its statement with us, and of the batch with DynamoDB Local. To be confirmed on AWS.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "BatchExecuteStatement" &&
			"error" in ours &&
			ours.message === "Provided list of item keys contains duplicates" &&
			"error" in theirs &&
			/^Supplied AttributeValue|converted into a number|^Input collection|^An? \w+ set|digits|^Number (over|under)flow/.test(
				theirs.message,
			),
	},
	{
		reason:
			"A statement answers the same alone and in a batch; DynamoDB Local puts paths back into documents in a batch only. To be confirmed on AWS.",
		covers: ({ step, ours, theirs }) =>
			/^(BatchExecuteStatement|ExecuteTransaction)$/.test(step.call.operation) &&
			/SELECT [^F]*(m\.p|l\[0\])/.test(JSON.stringify(step.call.request)) &&
			"result" in ours &&
			"result" in theirs,
	},
	{
		reason:
			"The same in a batch of statements: AWS says what was not expected in one that cannot be read, DynamoDB Local repeats it.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "BatchExecuteStatement" && withoutDetails(ours) === withoutDetails(theirs),
	},
	{
		reason:
			"PartiQL's reference has functions as whole conditions, and numbers as list indexes; DynamoDB Local reads attribute_exists(a) = c and l[x] too. To be confirmed on AWS.",
		covers: ({ step, ours, theirs }) =>
			/^(ExecuteStatement|ExecuteTransaction)$/.test(step.call.operation) &&
			/attribute_(not_)?exists\([^)]*\) (=|<>)|(=|<>|\(|,) ?attribute_(not_)?exists|\[x\]|a-b/.test(
				JSON.stringify(step.call.request),
			) &&
			"error" in ours &&
			/wasn't well formed|not allowed to be used this way/.test(ours.message) &&
			!("error" in theirs && theirs.message.startsWith("Statement wasn't well formed")),
	},
	{
		reason:
			"A key in a condition that finds nothing by it (NOT h = …, g <> …) has any type with us; DynamoDB Local wants the schema's there too. To be confirmed on AWS.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "ExecuteStatement" &&
			"result" in ours &&
			"error" in theirs &&
			theirs.message.endsWith("Condition parameter type does not match schema type"),
	},
	{
		reason:
			"A sort key of the wrong type is refused (nubo-db/dynamodb-conformance, partiql); DynamoDB Local does not look at it where two conditions on the key leave nothing.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "ExecuteStatement" &&
			"error" in ours &&
			ours.message.startsWith("Key attribute's data type should match its data type in table's schema") &&
			isDeepStrictEqual(theirs, { result: { Items: [] } }),
	},
	{
		reason:
			"A scan of an index filters what the index holds (a global one has no way to the rest: guide, global secondary indexes); DynamoDB Local filters what the table holds. Of local indexes to be confirmed on AWS.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "Scan" &&
			/"IndexName":"(local|global).*"FilterExpression"/.test(JSON.stringify(step.call.request)) &&
			"result" in ours &&
			"result" in theirs &&
			ours.result["ScannedCount"] === theirs.result["ScannedCount"],
	},
	{
		reason: "AWS says which statement of a transaction is wrong (nubo-db/dynamodb-conformance, partiql).",
		covers: ({ ours, theirs }) =>
			"error" in ours &&
			"error" in theirs &&
			ours.message.replace(/^Validation failed in TransactStatements\[\d\]: /, "") === theirs.message,
	},
	{
		reason:
			"ORDER BY the partition key orders what several of its values find (guide, PartiQL SELECT); DynamoDB Local leaves them in the statement's order in a table without a sort key.",
		covers: ({ step, ours, theirs }) =>
			step.call.operation === "ExecuteStatement" &&
			/ IN \[.* ORDER BY /.test(String(step.call.request["Statement"])) &&
			"result" in ours &&
			"result" in theirs &&
			isDeepStrictEqual(inAnyOrder(ours.result["Items"]), inAnyOrder(theirs.result["Items"])),
	},
	{
		reason:
			"Several values of the partition key can only be ordered when it comes first in ORDER BY (guide, PartiQL SELECT).",
		covers: ({ ours, theirs }) =>
			"error" in ours && /^Must have (hash key|WHERE clause|at least one)/.test(ours.message) && "result" in theirs,
	},
];

function withoutDetails(answer: Answer): string {
	const detail =
		/(Statement wasn't well formed, can't be processed|Unrecognized function|Two document paths overlap|The function is not allowed|The first operand must be distinct).*?"}/g;
	return JSON.stringify(answer).replaceAll(detail, "wrong");
}

function inAnyOrder(items: unknown): readonly string[] {
	return Array.isArray(items) ? items.map((it) => JSON.stringify(it)).toSorted() : [];
}

function lengthOf(list: unknown): number {
	return Array.isArray(list) ? list.length : 0;
}

function returned(answer: Answer): unknown {
	if ("error" in answer) return undefined;
	return answer.result["Attributes"] ?? answer.result["Items"] ?? {};
}

/** Whether all that `part` holds stands in `whole` too: members by name, elements of lists in order. */
function isPart(part: unknown, whole: unknown): boolean {
	if (part === undefined || whole === undefined) return false;
	if (typeof part !== "object" || part === null || typeof whole !== "object" || whole === null) return part === whole;
	if (Array.isArray(part)) {
		if (!Array.isArray(whole)) return false;
		let from = 0;
		return part.every((it) => {
			const at = whole.findIndex((other, index) => index >= from && isPart(it, other));
			from = at + 1;
			return at >= 0;
		});
	}
	const others = new Map(Object.entries(whole));
	return Object.entries(part).every(([name, it]) => others.has(name) && isPart(it, others.get(name)));
}
