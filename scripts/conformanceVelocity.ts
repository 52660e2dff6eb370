import { type ChildProcessByStdio, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { isDeepStrictEqual, parseArgs } from "node:util";
import fc from "fast-check";
import type { MappingEnvironment } from "../language/vtl/bindings/environment.ts";
import { render } from "../language/vtl/evaluate/render.ts";
import { parse } from "../language/vtl/parse/parse.ts";
import { bodies } from "./velocityTemplates/bodies.ts";
import { mutation } from "./velocityTemplates/mutation.ts";
import { template } from "./velocityTemplates/template.ts";

/**
 * Renders random templates with our engine and with the reference, Apache Velocity 1.7 in API Gateway's profile, and
 * prints where they differ. The reference is a command that reads one JSON request a line and answers one a line:
 *
 *   VELOCITY_ORACLE="sh oracle/run.sh" npm run conformance:velocity -- --runs 10000 --seed 1
 */
const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "2000" },
		seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
		show: { type: "string", default: "40" },
	},
});

type Reply = {
	readonly ok: boolean;
	readonly out?: string;
	readonly err?: string;
	readonly errClass?: string;
	readonly line?: number;
	readonly col?: number;
	readonly requestOverride?: unknown;
	readonly responseOverride?: unknown;
};

type Oracle = { ask(requests: readonly object[]): Promise<readonly Reply[]>; close(): void };

const batchSize = 200;

async function compareAll(oracleCommand: string, runs: number, seed: number, show: number): Promise<void> {
	const corpus = new URL("../test/fixtures/vtl/dev-corpus.json", import.meta.url);
	// Our own file, of which only the templates are wanted here.
	const known = (JSON.parse(readFileSync(corpus, "utf8")) as readonly { template: string }[]).map((it) => it.template);
	const cases = fc.tuple(fc.oneof({ weight: 3, arbitrary: template }, mutation(known)), fc.constantFrom(...bodies));
	const oracle = startOracle(oracleCommand);
	let differences = 0;
	let rendered = 0;
	let refused = 0;
	let failed = 0;
	for (let done = 0; done < runs; done += batchSize) {
		const batch = fc.sample(cases, { numRuns: Math.min(batchSize, runs - done), seed: seed + done });
		const replies = await oracle.ask(batch.map(([text, body]) => request(text, body)));
		for (const [i, [text, body]] of batch.entries()) {
			const reply = replies[i];
			if (reply?.ok === true) rendered++;
			else if (reply?.errClass?.endsWith("ParseErrorException") === true) refused++;
			else failed++;
			const difference = reply === undefined ? "no reply" : compare(text, body, reply);
			if (difference === undefined) continue;
			differences++;
			if (differences <= show) console.log(`${JSON.stringify(text)}\n  body ${body}\n${difference}\n`);
		}
	}
	oracle.close();
	console.log(`${rendered} rendered, ${refused} refused, ${failed} failed by the reference`);
	console.log(`${differences} differences in ${runs} templates, seed ${seed}`);
	process.exitCode = differences === 0 ? 0 : 1;
}

const parameters = {
	headers: { "X-Request-Id": "r-123", Accept: "application/json" },
	path: { petId: "42" },
	query: { type: "dog", page: "2" },
};
const context = { httpMethod: "POST", stage: "dev", identity: { sourceIp: "192.0.2.7" }, authorizer: { n: 5 } };
const stageVariables = { env: "dev" };

function request(text: string, body: string): object {
	return { profile: "apigw", template: text, input: { body, ...parameters }, context, stageVariables, timeoutMs: 5000 };
}

function compare(text: string, body: string, reply: Reply): string | undefined {
	if (reply.err === "TIMEOUT" || isOutOfReach(text, reply)) return undefined;
	const environment: MappingEnvironment = { input: { body, ...parameters }, context, stageVariables };
	const parsed = parse(text);
	const rendered = render(parsed, environment, { iterations: Number.MAX_SAFE_INTEGER });
	const ours = rendered.ok ? JSON.stringify(rendered.output) : `${rendered.kind} ${rendered.message}`;
	const report = (theirs: string) => `  reference ${theirs}\n  ours      ${ours}`;
	if (!reply.ok) {
		const theirs = `${reply.errClass} ${reply.line}:${reply.col} ${reply.err?.slice(0, 200)}`;
		if (rendered.ok) return report(theirs);
		const refused = reply.errClass?.endsWith("ParseErrorException") === true;
		if (refused !== (rendered.kind === "syntax")) return report(theirs);
		if (!refused || (reply.line === rendered.line && reply.col === rendered.column)) return undefined;
		return `${report(theirs)} at ${rendered.line}:${rendered.column}`;
	}
	if (!rendered.ok) return report(JSON.stringify(reply.out));
	if (withoutAddresses(rendered.output) !== withoutAddresses(reply.out ?? "")) return report(JSON.stringify(reply.out));
	const { requestOverride, responseOverride } = rendered.overrides;
	const same =
		isDeepStrictEqual(plain(requestOverride), plain(reply.requestOverride)) &&
		isDeepStrictEqual(plain(responseOverride), plain(reply.responseOverride));
	return same
		? undefined
		: `  overrides ${JSON.stringify(reply.responseOverride)} ${JSON.stringify(rendered.overrides)}`;
}

function plain(value: unknown): unknown {
	return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** Where an object lies in memory is nobody's business. */
function withoutAddresses(text: string): string {
	return text.replace(/@[0-9a-f]+/g, "@");
}

/**
 * Not compared: the reference's JSON reader counts all objects as depth, which is a fault of its package alone; and its
 * classes let a template call their static methods, of which ours know only their names.
 */
function isOutOfReach(text: string, { err }: Reply): boolean {
	return err?.includes("non natural depths") === true || /class/i.test(text);
}

function startOracle(oracleCommand: string): Oracle {
	const child: ChildProcessByStdio<Writable, Readable, null> = spawn(oracleCommand, {
		shell: true,
		stdio: ["pipe", "pipe", "inherit"],
	});
	const lines: Interface = createInterface({ input: child.stdout });
	const iterator = lines[Symbol.asyncIterator]();
	return {
		ask: async (requests) => {
			child.stdin.write(requests.map((it) => `${JSON.stringify(it)}\n`).join(""));
			const replies: Reply[] = [];
			for (let i = 0; i < requests.length; i++) {
				const { value, done } = await iterator.next();
				if (done === true) throw new Error("The reference engine ended.");
				// The other end of the wire is the harness, which answers in this form.
				replies.push(JSON.parse(value) as Reply);
			}
			return replies;
		},
		close: () => {
			child.stdin.end();
		},
	};
}

const command = process.env["VELOCITY_ORACLE"];
if (command === undefined) {
	console.error("Set VELOCITY_ORACLE to the command of the reference engine.");
	process.exitCode = 2;
} else await compareAll(command, Number(values.runs), Number(values.seed), Number(values.show));
