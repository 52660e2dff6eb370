import { load, type Target } from "../load.ts";
import { median } from "../programs.ts";
import { memoryText } from "./memory.ts";
import { awsCall, createTable, type Operation, operations, requestsOf, seedRequests } from "./requests.ts";
import { type Rival, startRivals } from "./rivals.ts";

/**
 * Ours beside dynalite, DynamoDB Local and a bare server. All run by turns, each for one short round, so that the machine's
 * moods fall on all; the figures are medians over the rounds, of rates and of the rounds' ratios.
 */
export async function compareServers(roundMs: number, rounds: number): Promise<void> {
	const rivals = await startRivals();
	const names = Object.keys(rivals);
	try {
		for (const rival of Object.values(rivals)) await prepare(rival);
		console.log(heading(names));
		for (const operation of Object.keys(operations) as Operation[]) {
			for (const connections of [1, 32]) {
				console.log(await row(rivals, operation, connections, roundMs, rounds));
			}
		}
		const memory = Object.entries(rivals).map(([name, { pid }]) => `${name} ${memoryText(pid)}`);
		console.log(`\nResident memory after the run: ${memory.join(", ")}`);
	} finally {
		await Promise.all(Object.values(rivals).map((it) => it.stop()));
	}
}

async function prepare({ port, streams }: Rival): Promise<void> {
	const requests = [awsCall(port, "CreateTable", createTable("bench", streams)), ...seedRequests(port)];
	await sendAll(port, requests);
}

/** Sends requests one after another, each once. */
async function sendAll(port: number, requests: readonly string[]): Promise<void> {
	const rest = requests.toReversed();
	await load({ port, next: () => rest.pop() }, 1, Number.POSITIVE_INFINITY);
}

/** dynalite knows no transactions; a bare server that answers a constant says nothing of the operations on many items. */
function has(name: string, operation: Operation): boolean {
	if (name === "dynalite") return operation !== "TransactWriteItems";
	return name !== "bare" || operation === "PutItem" || operation === "GetItem";
}

async function row(
	rivals: Readonly<Record<string, Rival>>,
	operation: Operation,
	connections: number,
	roundMs: number,
	rounds: number,
): Promise<string> {
	const targets = Object.entries(rivals)
		.filter(([name]) => has(name, operation))
		.map(([name, { port }]): [string, Target] => [name, requestsOf(operation, port, () => given++)]);
	const once = async (ms: number): Promise<ReadonlyMap<string, number>> => {
		const rates = new Map<string, number>();
		for (const [name, target] of targets) rates.set(name, (await load(target, connections, ms)).perSecond);
		return rates;
	};
	// What is compiled late is not what is measured.
	await once(roundMs);
	const measured: ReadonlyMap<string, number>[] = [];
	for (let round = 0; round < rounds; round++) measured.push(await once(roundMs));

	const cells = Object.keys(rivals).map((name) => {
		if (!has(name, operation)) return "-".padStart(columnWidth);
		const rate = median(measured.map((it) => it.get(name) ?? 0)).toFixed(0);
		const ratio = median(measured.map((it) => (it.get("gatewright") ?? 0) / (it.get(name) ?? 0))).toFixed(2);
		return (name === "gatewright" ? rate : `${rate} (${ratio})`).padStart(columnWidth);
	});
	return `${operation} c${connections}`.padEnd(24) + cells.join("");
}

const columnWidth = 16;

function heading(names: readonly string[]): string {
	return "requests/s (ours to it)".padEnd(24) + names.map((name) => name.padStart(columnWidth)).join("");
}

/** No two requests of a run write the same item. */
let given = 0;
