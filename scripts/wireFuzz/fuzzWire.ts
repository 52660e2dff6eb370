import { request } from "node:http";
import fc from "fast-check";
import { send } from "../dynamodbLocal/call.ts";
import { type Attack, attacks } from "./attacks.ts";

export type Fuzzed = {
	readonly runs: number;
	/** Answers by status. */
	readonly statuses: ReadonlyMap<number, number>;
	readonly slowestMs: number;
	/** The first attack with a wrong answer, made as small as still has one, and how to repeat it. */
	readonly failure: string | undefined;
};

const longestMs = 15_000;

const table = {
	TableName: "fuzzed",
	BillingMode: "PAY_PER_REQUEST",
	AttributeDefinitions: [
		{ AttributeName: "h", AttributeType: "S" },
		{ AttributeName: "r", AttributeType: "N" },
	],
	KeySchema: [
		{ AttributeName: "h", KeyType: "HASH" },
		{ AttributeName: "r", KeyType: "RANGE" },
	],
};

/** Sends attacks to an emulator: each must get an answer in AWS's form, of ours no error, and in time. */
export async function fuzzWire(endpoint: string, runs: number, seed: number, path?: string): Promise<Fuzzed> {
	const statuses = new Map<number, number>();
	let slowestMs = 0;
	let asked = 0;
	const property = fc.asyncProperty(attacks, async (attack) => {
		// Some attacks delete it.
		if (asked++ % 25 === 0) await send(endpoint, { operation: "CreateTable", request: table });
		const began = performance.now();
		const answer = await sent(endpoint, attack);
		slowestMs = Math.max(slowestMs, performance.now() - began);
		statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
		const wrong = faultOf(attack, answer);
		if (wrong !== undefined) throw new Error(wrong);
	});
	const { failed, counterexample, counterexamplePath, errorInstance, numRuns } = await fc.check(property, {
		numRuns: runs,
		seed,
		...(path !== undefined && { path }),
	});
	if (!failed) return { runs: numRuns, statuses, slowestMs, failure: undefined };
	const [attack] = counterexample ?? [];
	const shown = attack && { ...attack, body: Buffer.from(attack.body).toString("utf8").slice(0, 1000) };
	const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
	const failure = `${what}\n  ${JSON.stringify(shown)}\n  --seed ${seed} --path ${counterexamplePath}`;
	return { runs: numRuns, statuses, slowestMs, failure };
}

type Answer = { readonly status: number; readonly text: string };

/** What is wrong with an answer, if anything is. */
function faultOf({ target }: Attack, { status, text }: Answer): string | undefined {
	if (status === 0) return `no answer: ${text}`;
	if (status >= 500 && status !== 501) return `${status}: ${text.slice(0, 500)}`;
	// Whatever names no service is no call to one.
	if (!/^DynamoDB(Streams)?_20120810\./.test(target)) return undefined;
	const body = asJson(text);
	if (typeof body !== "object" || body === null) return `${status} without a JSON object: ${text.slice(0, 200)}`;
	// Too large a body is refused before anyone looks whom it is for.
	if (status >= 400 && status !== 413 && !("__type" in body)) return `${status} without __type: ${text.slice(0, 200)}`;
	return undefined;
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const signed =
	"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

function sent(endpoint: string, { target, body, headers }: Attack): Promise<Answer> {
	return new Promise((resolve) => {
		const call = request(endpoint, {
			method: "POST",
			headers: {
				"content-type": "application/x-amz-json-1.0",
				"x-amz-target": target,
				authorization: signed,
				"x-amz-date": "20260101T000000Z",
				"content-length": body.length,
				...headers,
			},
			timeout: longestMs,
		});
		call.on("timeout", () => call.destroy(new Error(`nothing for ${longestMs} ms`)));
		call.on("error", (error) => resolve({ status: 0, text: error.message }));
		call.on("response", (response) => {
			const parts: Buffer[] = [];
			response.on("data", (part: Buffer) => parts.push(part));
			response.on("end", () =>
				resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") }),
			);
		});
		call.end(body);
	});
}
