import assert from "node:assert/strict";
import { test } from "node:test";
import { seededIds } from "../../../emulator/aws/ids.ts";
import { type Answer, type Json, send } from "../../../scripts/dynamodbLocal/call.ts";
import { startEmulator } from "../startEmulator.ts";
import { isLinearizable, type Seen } from "./linearizable.ts";

// Clients at once over HTTP: what each of them saw must fit into one order.

const TableName = "histories";
const key = (id: string) => ({ id: { S: id } });

test("the checker of histories knows a stale read, a lost update and an impossible swap", () => {
	const at = (kind: Seen["kind"], value: number, from: number, to: number, more: Partial<Seen> = {}): Seen => ({
		kind,
		value,
		from,
		to,
		...more,
	});
	assert.ok(isLinearizable([at("write", 1, 0, 1), at("read", 1, 2, 3)]));
	assert.ok(isLinearizable([at("write", 1, 0, 5), at("read", 0, 2, 3), at("read", 1, 3, 4)]), "while it is written");
	assert.ok(!isLinearizable([at("write", 1, 0, 1), at("read", 0, 2, 3)]), "a stale read");
	assert.ok(!isLinearizable([at("write", 1, 0, 9), at("read", 1, 2, 3), at("read", 0, 4, 5)]), "and back");
	assert.ok(!isLinearizable([at("add", 1, 0, 3), at("add", 1, 1, 2)]), "a lost update");
	assert.ok(isLinearizable([at("add", 2, 0, 3), at("add", 1, 1, 2)]));
	const swap = { expected: 0, done: true };
	assert.ok(!isLinearizable([at("swap", 5, 0, 3, swap), at("swap", 6, 0, 3, swap)]), "two swaps of the same");
});

test("each item is linearizable: writes, strong reads, counters and conditional writes of 6 clients at once", async (t) => {
	const ask = await table(t);
	const seed = Math.floor(Math.random() * 1e9);
	for (let round = 0; round < 15; round++) {
		const id = `register${round}`;
		await ask("PutItem", { TableName, Item: { ...key(id), n: { N: "0" } } });
		const history: Seen[] = [];
		const clients = Array.from({ length: 6 }, async (_, client) => {
			const ids = seededIds(seed + round * 100 + client);
			for (let number = 0; number < 5; number++) {
				history.push(await oneOperation(ask, id, ids.fraction(), round * 1000 + client * 10 + number + 1));
			}
		});
		await Promise.all(clients);
		assert.ok(isLinearizable(history), `seed ${seed}: ${JSON.stringify(history)}`);
	}
});

async function oneOperation(ask: Ask, id: string, choice: number, fresh: number): Promise<Seen> {
	const from = performance.now();
	const ended = (seen: Omit<Seen, "from" | "to">): Seen => ({ ...seen, from, to: performance.now() });
	if (choice < 0.25) {
		await ask("PutItem", { TableName, Item: { ...key(id), n: { N: String(fresh) } } });
		return ended({ kind: "write", value: fresh });
	}
	if (choice < 0.55) {
		const { Item } = result(await ask("GetItem", { TableName, Key: key(id), ConsistentRead: true }));
		return ended({ kind: "read", value: countOf(Item) });
	}
	if (choice < 0.75) {
		const { Attributes } = result(
			await ask("UpdateItem", {
				TableName,
				Key: key(id),
				UpdateExpression: "ADD n :one",
				ExpressionAttributeValues: { ":one": { N: "1" } },
				ReturnValues: "ALL_NEW",
			}),
		);
		return ended({ kind: "add", value: countOf(Attributes) });
	}
	const { Item } = result(await ask("GetItem", { TableName, Key: key(id) }));
	const expected = countOf(Item);
	const answer = await ask("PutItem", {
		TableName,
		Item: { ...key(id), n: { N: String(fresh) } },
		ConditionExpression: "n = :e",
		ExpressionAttributeValues: { ":e": { N: String(expected) } },
	});
	return ended({ kind: "swap", value: fresh, expected, done: "result" in answer });
}

test("transfers between accounts keep the sum at every moment that a transaction reads them", async (t) => {
	const ask = await table(t);
	const accounts = ["a", "b", "c", "d"];
	for (const id of accounts) await ask("PutItem", { TableName, Item: { ...key(id), n: { N: "100" } } });
	const over = new AbortController();
	let done = 0;
	const transfers = Array.from({ length: 5 }, async (_, client) => {
		const ids = seededIds(client);
		for (let count = 0; count < 40; count++) {
			const from = accounts[Math.floor(ids.fraction() * 4)] ?? "a";
			const to = accounts[(accounts.indexOf(from) + 1 + Math.floor(ids.fraction() * 3)) % 4] ?? "b";
			const move = (id: string, amount: number) => ({
				Update: {
					TableName,
					Key: key(id),
					UpdateExpression: "ADD n :amount",
					...(amount < 0 && { ConditionExpression: "n >= :least" }),
					ExpressionAttributeValues: { ":amount": { N: String(amount) }, ...(amount < 0 && { ":least": { N: "30" } }) },
				},
			});
			const answer = await ask("TransactWriteItems", { TransactItems: [move(from, -30), move(to, 30)] });
			if ("result" in answer) done++;
			else assert.match(answer.error, /^Transaction(Canceled|Conflict)Exception$/);
		}
	});
	const readers = Array.from({ length: 3 }, async () => {
		let read = 0;
		while (!over.signal.aborted) {
			const answer = await ask("TransactGetItems", {
				TransactItems: accounts.map((id) => ({ Get: { TableName, Key: key(id) } })),
			});
			if ("error" in answer) {
				assert.equal(answer.error, "TransactionCanceledException");
				continue;
			}
			const balances = (answer.result["Responses"] as readonly Json[]).map(({ Item }) => countOf(Item));
			assert.equal(
				balances.reduce((sum, it) => sum + it, 0),
				400,
			);
			assert.ok(
				balances.every((it) => it >= 0),
				"no account below what the condition allows",
			);
			read++;
		}
		return read;
	});
	await Promise.all(transfers);
	over.abort();
	const reads = await Promise.all(readers);
	assert.ok(done > 0 && reads.some((it) => it > 0));
});

test("of two transactions that each check what the other writes, one alone succeeds: there is no write skew", async (t) => {
	const ask = await table(t);
	for (let round = 0; round < 40; round++) {
		const [one, other] = [`one${round}`, `other${round}`];
		for (const id of [one, other]) await ask("PutItem", { TableName, Item: { ...key(id), onCall: { BOOL: true } } });
		// Each may leave while the other stays.
		const leave = (id: string, stays: string) =>
			ask("TransactWriteItems", {
				TransactItems: [
					{
						ConditionCheck: {
							TableName,
							Key: key(stays),
							ConditionExpression: "onCall = :yes",
							ExpressionAttributeValues: { ":yes": { BOOL: true } },
						},
					},
					{
						Update: {
							TableName,
							Key: key(id),
							UpdateExpression: "SET onCall = :no",
							ExpressionAttributeValues: { ":no": { BOOL: false } },
						},
					},
				],
			});
		const answers = await Promise.all([leave(one, other), leave(other, one)]);
		const left = answers.filter((it) => "result" in it).length;
		assert.ok(left <= 1, `both left in round ${round}`);
	}
});

type Ask = (operation: string, request: Json) => Promise<Answer>;

async function table(t: Parameters<typeof startEmulator>[0]): Promise<Ask> {
	const { endpoint } = await startEmulator(t);
	const ask: Ask = (operation, request) => send(endpoint, { operation, request });
	result(
		await ask("CreateTable", {
			TableName,
			BillingMode: "PAY_PER_REQUEST",
			AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
			KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		}),
	);
	return ask;
}

function result(answer: Answer): Json {
	return "result" in answer ? answer.result : assert.fail(`${answer.error}: ${answer.message}`);
}

function countOf(item: unknown): number {
	return Number(Object(item)["n"]["N"]);
}
