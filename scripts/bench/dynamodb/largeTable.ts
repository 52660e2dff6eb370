import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load, type Target } from "../load.ts";
import { median } from "../programs.ts";
import { residentMegabytes } from "./memory.ts";
import { awsCall, batchWrite, createTable, item } from "./requests.ts";
import { startOurs } from "./rivals.ts";

/** What the size of a table costs: a page and a put in a small and in a large one, and opening the large one again. */
export async function largeTable(items: number, roundMs: number, rounds: number): Promise<void> {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-bench-"));
	let server = await startOurs(dir);
	try {
		const began = performance.now();
		await fill(server.port, "small", smallItems);
		await fill(server.port, "large", items);
		const seconds = ((performance.now() - began) / 1000).toFixed(0);
		console.log(`${items} items of 400 B in one partition, two global indexes; filled in ${seconds} s`);
		console.log(`resident memory after it: ${residentMegabytes(server.pid).toFixed(0)} MB\n`);
		await compare("first page of 100", 1.5, roundMs, rounds, page(server.port, "small"), page(server.port, "large"));
		await compare(
			"deep page of 100",
			1.5,
			roundMs,
			rounds,
			page(server.port, "small", smallItems / 2),
			page(server.port, "large", items * 0.9),
		);
		await compare("put", 2, roundMs, rounds, put(server.port, "small"), put(server.port, "large"));
		await server.stop();
		server = await reopen(dir, "after a stop", items);
		await server.kill();
		server = await reopen(dir, "after kill -9", items);
	} finally {
		await server.kill();
		rmSync(dir, { recursive: true, force: true });
	}
}

const smallItems = 1000;

async function fill(port: number, table: string, count: number): Promise<void> {
	const create = [awsCall(port, "CreateTable", createTable(table, false, indexes))];
	await load({ port, next: () => create.pop() }, 1, Number.POSITIVE_INFINITY);
	let made = 0;
	const next = () => {
		if (made >= count) return undefined;
		const batch = Array.from({ length: 25 }, () => indexed(made++));
		return awsCall(port, "BatchWriteItem", batchWrite(table, batch));
	};
	await load({ port, next }, 8, Number.POSITIVE_INFINITY);
}

const indexes = ["byCustomer", "byDay"];

function indexed(sk: number, pk = "p"): string {
	return item({ pk, sk }, `"byCustomer":{"S":"customer#${sk % 5000}"},"byDay":{"S":"day#${sk % 365}"},`);
}

function page(port: number, table: string, after?: number): Target {
	const start = after === undefined ? "" : `,"ExclusiveStartKey":{"pk":{"S":"p"},"sk":{"N":"${after}"}}`;
	const condition = '"KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"p"}}';
	const request = awsCall(port, "Query", `{"TableName":"${table}","Limit":100,${condition}${start}}`);
	return { port, next: () => request };
}

/** Puts of new items, in partitions of their own. */
function put(port: number, table: string): Target {
	let made = 0;
	const next = () => awsCall(port, "PutItem", `{"TableName":"${table}","Item":${indexed(made, `new#${made++}`)}}`);
	return { port, next };
}

async function compare(
	what: string,
	goal: number,
	roundMs: number,
	rounds: number,
	small: Target,
	large: Target,
): Promise<void> {
	const both = async (ms: number) =>
		[(await load(small, 1, ms)).perSecond, (await load(large, 1, ms)).perSecond] as const;
	await both(roundMs);
	const measured: (readonly [number, number])[] = [];
	for (let round = 0; round < rounds; round++) measured.push(await both(roundMs));
	const ms = (which: 0 | 1) => (1000 / median(measured.map((it) => it[which]))).toFixed(2);
	const ratio = median(measured.map(([a, b]) => a / b)).toFixed(2);
	console.log(`${what.padEnd(20)} small ${ms(0)} ms, large ${ms(1)} ms: ${ratio} times (goal: at most ${goal})`);
}

async function reopen(dir: string, when: string, items: number): ReturnType<typeof startOurs> {
	const began = performance.now();
	const server = await startOurs(dir);
	const get = [
		awsCall(server.port, "GetItem", `{"TableName":"large","Key":{"pk":{"S":"p"},"sk":{"N":"${items - 1}"}}}`),
	];
	await load({ port: server.port, next: () => get.pop() }, 1, Number.POSITIVE_INFINITY);
	const ms = (performance.now() - began).toFixed(0);
	const memory = residentMegabytes(server.pid).toFixed(0);
	console.log(`reopened ${when}, from process start to the first item: ${ms} ms, ${memory} MB (goal: 1000 ms, 200 MB)`);
	return server;
}
