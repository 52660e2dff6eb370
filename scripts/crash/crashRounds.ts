import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { seededIds } from "../../emulator/aws/ids.ts";
import type { Json } from "../dynamodbLocal/call.ts";
import { type EmulatorProcess, startEmulatorProcess } from "./emulatorProcess.ts";
import { accounts, client, openingBalance, tableName, tableRequest } from "./load.ts";
import { newModel } from "./model.ts";
import { allItems, asked, newReplay, type Replay } from "./readBack.ts";

export type Crashed = {
	readonly rounds: number;
	/** Requests with an answer. */
	readonly acknowledged: number;
	readonly records: number;
	readonly slowestOpenMs: number;
	/** Empty when nothing was lost and nothing is half there. */
	readonly wrong: readonly string[];
};

const clients = 8;

/**
 * Starts an emulator on a folder, loads it, kills it with SIGKILL at a random moment, and so on; what is there after each
 * start is compared with what was acknowledged. Ends at the first round with something wrong.
 */
export async function crashRounds(dir: string, rounds: number, seed: number): Promise<Crashed> {
	const ids = seededIds(seed);
	const model = newModel();
	let replay: Replay | undefined;
	let acknowledged = 0;
	let slowestOpenMs = 0;
	const wrong: string[] = [];
	for (let round = 0; round <= rounds && wrong.length === 0; round++) {
		const emulator = await startEmulatorProcess(dir);
		try {
			slowestOpenMs = Math.max(slowestOpenMs, emulator.openMs);
			replay ??= await prepare(emulator);
			const found = await check(emulator.endpoint, replay);
			for (const it of [...model.settle(found.own), ...found.wrong]) wrong.push(`round ${round}: ${it}`);
			// The last start only looks.
			if (round === rounds || wrong.length > 0) break;
			let over = false;
			const loads = Array.from({ length: clients }, (_, index) =>
				client(emulator.endpoint, `c${index}`, seededIds(seed + round * clients + index), model, () => over),
			);
			await delay(30 + ids.fraction() * 500);
			over = ids.fraction() < 0.1;
			await emulator.kill();
			over = true;
			for (const count of await Promise.all(loads)) acknowledged += count;
		} finally {
			await emulator.kill();
		}
	}
	return { rounds, acknowledged, records: replay?.records() ?? 0, slowestOpenMs, wrong };
}

async function prepare({ endpoint }: EmulatorProcess): Promise<Replay> {
	const { TableDescription } = await asked(endpoint, "CreateTable", tableRequest);
	const items = Array.from({ length: accounts }, (_, index) => ({
		PutRequest: { Item: { id: { S: `account/${index}` }, balance: { N: String(openingBalance) } } },
	}));
	await asked(endpoint, "BatchWriteItem", { RequestItems: { [tableName]: items } });
	return newReplay(String(Object(TableDescription)["LatestStreamArn"]));
}

/** What holds whatever was being written: the index has what the table has, the stream made it, and no money is lost. */
async function check(endpoint: string, replay: Replay) {
	const wrong = [...(await replay.readOn(endpoint))];
	const items = await allItems(endpoint);
	const index = await allItems(endpoint, "byGroup");
	const expected = new Map([...items].filter(([, item]) => item["group"] !== undefined));
	if (!sameItems(index, expected)) wrong.push("the index is not what the table makes of it");
	if (!sameItems(replay.items, items)) wrong.push("the stream's records do not make the table");
	const isAccount = (id: string) => id.startsWith("account/");
	const balances = [...items].filter(([id]) => isAccount(id)).map(([, item]) => Number(Object(item["balance"])["N"]));
	const sum = balances.reduce((total, it) => total + it, 0);
	if (sum !== accounts * openingBalance) wrong.push(`the accounts hold ${sum}`);
	const own: ReadonlyMap<string, Json> = new Map([...items].filter(([id]) => !isAccount(id)));
	return { own, wrong };
}

function sameItems(some: ReadonlyMap<string, Json>, others: ReadonlyMap<string, Json>): boolean {
	return some.size === others.size && [...some].every(([id, item]) => isDeepStrictEqual(item, others.get(id)));
}
