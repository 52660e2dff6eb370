import type { Ids } from "../../emulator/aws/ids.ts";
import { type Json, send } from "../dynamodbLocal/call.ts";
import type { Model } from "./model.ts";

export const tableName = "crashed";
export const accounts = 6;
export const openingBalance = 1000;

export const tableRequest = {
	TableName: tableName,
	BillingMode: "PAY_PER_REQUEST",
	AttributeDefinitions: ["id", "group"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
	KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
	GlobalSecondaryIndexes: [
		{
			IndexName: "byGroup",
			KeySchema: [
				{ AttributeName: "group", KeyType: "HASH" },
				{ AttributeName: "id", KeyType: "RANGE" },
			],
			Projection: { ProjectionType: "ALL" },
		},
	],
	StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
};

/** One client: writes of all kinds to items of its own, and transfers between accounts of all, until it is told to stop. */
export async function client(
	endpoint: string,
	name: string,
	ids: Ids,
	model: Model,
	stopped: () => boolean,
): Promise<number> {
	let acknowledged = 0;
	const pick = (count: number) => Math.floor(ids.fraction() * count);
	for (let number = 0; !stopped(); number++) {
		const plan = plans[pick(plans.length)] ?? putOne;
		const { operation, request, writes, atomic } = plan(name, pick, `${name}.${number}.${ids.text(6)}`, model);
		const transaction = `${name}.${number}`;
		model.begin(writes, (id) => (atomic ? transaction : id));
		const answer = await send(endpoint, { operation, request }).catch(() => undefined);
		// No answer: from here on the writes are in doubt.
		if (answer === undefined) return acknowledged;
		if ("error" in answer) {
			// Only transfers meet one another.
			if (!/Transaction(Canceled|Conflict)Exception/.test(answer.error))
				throw new Error(`${operation}: ${answer.message}`);
			model.refuse(writes.keys());
			continue;
		}
		model.acknowledge(writes.keys());
		acknowledged++;
	}
	return acknowledged;
}

type Plan = (client: string, pick: (count: number) => number, stamp: string, model: Model) => Planned;
type Planned = {
	readonly operation: string;
	readonly request: Json;
	/** What each item will be; none for transfers, of which only the sum is known. */
	readonly writes: ReadonlyMap<string, Json | undefined>;
	readonly atomic: boolean;
};

const itemsOfEach = 12;
const TableName = tableName;

const putOne: Plan = (name, pick, stamp) => {
	const item = newItem(`${name}/${pick(itemsOfEach)}`, pick, stamp);
	return {
		operation: "PutItem",
		request: { TableName, Item: item },
		writes: new Map([[item.id.S, item]]),
		atomic: false,
	};
};

const updateOne: Plan = (name, pick, stamp, model) => {
	const id = `${name}/${pick(itemsOfEach)}`;
	const before = model.get(id);
	const count = Number(Object(before?.["count"])["N"] ?? 0) + 1;
	const after = { ...before, id: { S: id }, stamp: { S: stamp }, count: { N: String(count) } };
	const request = {
		TableName,
		Key: { id: { S: id } },
		UpdateExpression: "SET stamp = :s ADD #count :one",
		ExpressionAttributeNames: { "#count": "count" },
		ExpressionAttributeValues: { ":s": { S: stamp }, ":one": { N: "1" } },
	};
	return { operation: "UpdateItem", request, writes: new Map([[id, after]]), atomic: false };
};

const deleteOne: Plan = (name, pick) => {
	const id = `${name}/${pick(itemsOfEach)}`;
	return {
		operation: "DeleteItem",
		request: { TableName, Key: { id: { S: id } } },
		writes: new Map([[id, undefined]]),
		atomic: false,
	};
};

const batch: Plan = (name, pick, stamp) => {
	const items = Array.from({ length: 5 }, (_, index) => newItem(`${name}/${index}`, pick, stamp));
	const gone = `${name}/${5 + pick(5)}`;
	const requests = [
		...items.map((Item) => ({ PutRequest: { Item } })),
		{ DeleteRequest: { Key: { id: { S: gone } } } },
	];
	const writes = new Map<string, Json | undefined>(items.map((item) => [item.id.S, item]));
	return {
		operation: "BatchWriteItem",
		request: { RequestItems: { [TableName]: requests } },
		writes: writes.set(gone, undefined),
		atomic: false,
	};
};

const transaction: Plan = (name, pick, stamp) => {
	const items = [0, 4, 8].map((index) => newItem(`${name}/${index + pick(3)}`, pick, stamp));
	const gone = `${name}/11`;
	const writes = new Map<string, Json | undefined>(items.map((item) => [item.id.S, item]));
	return {
		operation: "TransactWriteItems",
		request: {
			TransactItems: [
				...items.map((Item) => ({ Put: { TableName, Item } })),
				{ Delete: { TableName, Key: { id: { S: gone } } } },
			],
		},
		writes: writes.set(gone, undefined),
		atomic: true,
	};
};

const transfer: Plan = (_, pick) => {
	const from = pick(accounts);
	const to = (from + 1 + pick(accounts - 1)) % accounts;
	const move = (account: number, amount: number) => ({
		Update: {
			TableName,
			Key: { id: { S: `account/${account}` } },
			UpdateExpression: "ADD balance :amount",
			ExpressionAttributeValues: { ":amount": { N: String(amount) } },
		},
	});
	const amount = 1 + pick(50);
	return {
		operation: "TransactWriteItems",
		request: { TransactItems: [move(from, -amount), move(to, amount)] },
		writes: new Map(),
		atomic: true,
	};
};

const plans: readonly Plan[] = [
	putOne,
	putOne,
	updateOne,
	updateOne,
	updateOne,
	deleteOne,
	batch,
	transaction,
	transaction,
	transfer,
	transfer,
];

function newItem(id: string, pick: (count: number) => number, stamp: string) {
	const group = pick(4);
	return {
		id: { S: id },
		stamp: { S: stamp },
		// Some are not in the index.
		...(group > 0 && { group: { S: `group${group}` } }),
		filler: { S: "x".repeat(pick(400)) },
	};
}
