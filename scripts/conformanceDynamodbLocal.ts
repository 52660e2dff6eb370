import { readFileSync } from "node:fs";
import { isDeepStrictEqual, parseArgs } from "node:util";
import fc from "fast-check";
import { startEmulator } from "../emulator/main.ts";
import { type Call, type Case, cases, tableRequest } from "./conformanceDynamodbLocalCases.ts";
import { startDynamodbLocal } from "./conformanceDynamodbLocalServer.ts";

/**
 * Sends random operations to our DynamoDB and to AWS's DynamoDB Local, and prints where the answers differ:
 *
 *   npm run conformance:dynamodb-local -- --runs 20000 --seed 1
 *
 * What is known to differ, and why AWS sides with us, stands in conformanceDynamodbLocalDifferences.json.
 */
const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "1500" },
		seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
		show: { type: "string", default: "20" },
	},
});

type Answer =
	| { readonly error: string; readonly message: string }
	| { readonly result: Readonly<Record<string, unknown>> };

/** Regular expressions for the call's text and for both answers', each with the item that it left; and the reason. */
type Known = { readonly call: string; readonly ours: string; readonly theirs: string; readonly reason: string };

// Our own file.
const knownDifferences: readonly Known[] = JSON.parse(
	readFileSync(new URL("conformanceDynamodbLocalDifferences.json", import.meta.url), "utf8"),
);

async function compareAll(ours: string, theirs: string, runs: number, seed: number, show: number): Promise<number> {
	const both = (call: Call) => Promise.all([send(ours, call), send(theirs, call)]);
	await both({ operation: "CreateTable", request: tableRequest });
	let refused = 0;
	let known = 0;
	let differences = 0;
	for (const [number, { before, call }] of fc.sample(cases, { numRuns: runs, seed }).entries()) {
		if (before !== undefined) await both(before);
		const [mine, reference] = await both(call);
		if ("error" in reference) refused++;
		const states = before === undefined ? [] : await both(itemAt(before));
		if (isDeepStrictEqual(mine, reference) && isDeepStrictEqual(states[0], states[1])) continue;
		// From here on the two would go apart.
		if (before !== undefined) await both({ ...itemAt(before), operation: "DeleteItem" });
		if (isKnown(call, [mine, states[0]], [reference, states[1]])) {
			known++;
			continue;
		}
		differences++;
		if (differences <= show) report(number, { before, call }, mine, reference, states);
	}
	console.log(`${runs} operations, ${refused} refused by DynamoDB Local, ${known} known differences`);
	console.log(`${differences} differences, seed ${seed}`);
	return differences;
}

/** How to read the item that a case wrote. */
function itemAt({ request }: Call): Call {
	const { pk, sk } = Object(request["Key"] ?? request["Item"]);
	return { operation: "GetItem", request: { TableName: tableRequest.TableName, Key: { pk, sk } } };
}

async function send(endpoint: string, { operation, request }: Call): Promise<Answer> {
	const response = await fetch(endpoint, {
		method: "POST",
		headers: {
			"content-type": "application/x-amz-json-1.0",
			"x-amz-target": `DynamoDB_20120810.${operation}`,
			"x-amz-date": "20260101T000000Z",
			authorization:
				"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none",
		},
		body: JSON.stringify(request),
	});
	// What an AWS service answers is an object.
	const body = (await response.json()) as Readonly<Record<string, unknown>>;
	if (response.ok) return { result: comparable(operation, body) };
	const error = String(body["__type"]).replace(/^.*#/, "");
	return { error, message: String(body["message"] ?? body["Message"]) };
}

/** The parts of an answer that both must have alike: a scan's order and the form of tokens are each server's own. */
function comparable(operation: string, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { NextToken: _token, LastEvaluatedKey, ...rest } = body;
	const result =
		operation === "ExecuteStatement" ? rest : { ...rest, ...(LastEvaluatedKey !== undefined && { LastEvaluatedKey }) };
	const items = rest["Items"];
	if (operation !== "Scan" || !Array.isArray(items)) return sorted(result);
	return sorted({ ...result, Items: items.map((item) => JSON.stringify(sorted(item))).toSorted() });
}

/** Entries in the order of their names; sets in the order of their members. */
function sorted<T>(it: T): T {
	const order = (_: string, part: unknown): unknown => {
		if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(
			Object.entries(part)
				.toSorted(([a], [b]) => (a < b ? -1 : 1))
				.map(([name, inner]) => [name, setTypes.has(name) && isStrings(inner) ? inner.toSorted() : inner]),
		);
	};
	return JSON.parse(JSON.stringify(it, order));
}

const setTypes = new Set(["SS", "NS", "BS"]);

function isStrings(it: unknown): it is readonly string[] {
	return Array.isArray(it) && it.every((member) => typeof member === "string");
}

function isKnown(call: Call, mine: readonly unknown[], reference: readonly unknown[]): boolean {
	return knownDifferences.some(
		(it) =>
			new RegExp(it.call).test(`${call.operation} ${JSON.stringify(call.request)}`) &&
			new RegExp(it.ours).test(JSON.stringify(mine)) &&
			new RegExp(it.theirs).test(JSON.stringify(reference)),
	);
}

function report(
	number: number,
	{ before, call }: Case,
	mine: Answer,
	reference: Answer,
	states: readonly Answer[],
): void {
	console.log(`#${number} ${call.operation} ${JSON.stringify(call.request)}`);
	if (before !== undefined) console.log(`  after     ${JSON.stringify(before.request)}`);
	console.log(`  ours      ${JSON.stringify(mine)}\n  reference ${JSON.stringify(reference)}`);
	if (!isDeepStrictEqual(states[0], states[1])) {
		console.log(`  leaving   ${JSON.stringify(states[0])}\n  reference ${JSON.stringify(states[1])}`);
	}
}

const local = await startDynamodbLocal();
if (typeof local === "string") {
	console.log(`Not compared with DynamoDB Local: ${local}.`);
} else {
	const emulator = await startEmulator({
		port: 0,
		storage: { kind: "memory" },
		account: "000000000000",
		region: "us-east-1",
		seed: 1,
	});
	try {
		const { runs, seed, show } = values;
		const found = await compareAll(emulator.endpoint, local.endpoint, Number(runs), Number(seed), Number(show));
		process.exitCode = found === 0 ? 0 : 1;
	} finally {
		local.stop();
		await emulator.close();
	}
}
