import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { AwsError } from "../../../../emulator/aws/awsError.ts";
import { recordKey } from "../../../../emulator/dynamodb/tables/table.ts";
import type { TablePartitions } from "../../../../protocol/partitions.ts";
import { type DynamodbForTest, dynamodbForTest } from "../dynamodbForTest.ts";
import { type Reference, reference } from "./referenceModel.ts";

const table = { read: 30, write: 20 };
const index = { read: 10, write: 5 };
const ids = ["a", "b", "c"];

type Step =
	| { readonly kind: "wait"; readonly ms: number }
	| { readonly kind: "put"; readonly id: string; readonly kilobytes: number; readonly indexed: boolean }
	| { readonly kind: "delete"; readonly id: string }
	| { readonly kind: "get"; readonly id: string; readonly consistent: boolean }
	| { readonly kind: "query"; readonly id: string };

const id = fc.constantFrom(...ids);
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 40_000 }) }),
	fc.record({
		kind: fc.constant("put" as const),
		id,
		kilobytes: fc.constantFrom(1, 2, 100, 390),
		indexed: fc.boolean(),
	}),
	fc.record({ kind: fc.constant("delete" as const), id }),
	fc.record({ kind: fc.constant("get" as const), id, consistent: fc.boolean() }),
	fc.record({ kind: fc.constant("query" as const), id }),
);

/** A partition keeps a second's capacity; a table and an index five minutes'. There is one partition each: the capacity is small. */
const buckets = {
	"table read": { perSecond: table.read, seconds: 300 },
	"table write": { perSecond: table.write, seconds: 300 },
	"index read": { perSecond: index.read, seconds: 300 },
	"index write": { perSecond: index.write, seconds: 300 },
	"table partition read": { perSecond: 3000, seconds: 1 },
	"table partition write": { perSecond: 1000, seconds: 1 },
	"index partition read": { perSecond: 3000, seconds: 1 },
	"index partition write": { perSecond: 1000, seconds: 1 },
};

/** What the reference model says of each step, and what the steps use of everything. */
type Held = { readonly kilobytes: number; readonly indexed: boolean };
const both = (of: "table" | "index", how: "read" | "write", units: number) => [
	{ bucket: `${of} ${how}`, units },
	{ bucket: `${of} partition ${how}`, units },
];

function needsOf(one: Exclude<Step, { kind: "wait" }>, held: Map<string, Held>) {
	const now = held.get(one.id);
	if (one.kind === "get") {
		const blocks = Math.max(1, Math.ceil((now?.kilobytes ?? 0) / 4));
		return both("table", "read", blocks * (one.consistent ? 1 : 0.5));
	}
	if (one.kind === "query") {
		const blocks = Math.max(1, Math.ceil((now?.indexed ? now.kilobytes : 0) / 4));
		return both("index", "read", blocks * 0.5);
	}
	const next = one.kind === "put" ? one : undefined;
	const needs = both("table", "write", Math.max(1, now?.kilobytes ?? 0, next?.kilobytes ?? 0));
	const changed = now?.kilobytes !== next?.kilobytes || now?.indexed !== next?.indexed;
	const sizes = [now, next].flatMap((it) => (it?.indexed ? [it.kilobytes] : []));
	return changed && sizes.length > 0 ? [...needs, ...both("index", "write", Math.max(...sizes))] : needs;
}

async function forTest(t: TestContext, seed: number): Promise<DynamodbForTest> {
	const made = await dynamodbForTest(t);
	const units = ({ read, write }: typeof table) => ({
		ProvisionedThroughput: { ReadCapacityUnits: read, WriteCapacityUnits: write },
	});
	await made.call("CreateTable", {
		TableName: `songs${seed}`,
		AttributeDefinitions: ["id", "g"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		...units(table),
		GlobalSecondaryIndexes: [
			{
				IndexName: "byG",
				KeySchema: [{ AttributeName: "g", KeyType: "HASH" }],
				Projection: { ProjectionType: "ALL" },
				...units(index),
			},
		],
	});
	return made;
}

function requestOf(one: Exclude<Step, { kind: "wait" }>, TableName: string): [operation: string, request: object] {
	const key = { id: { S: one.id } };
	switch (one.kind) {
		case "put": {
			const g = one.indexed ? { g: { S: one.id } } : {};
			const rest = one.kilobytes * 1024 - 10;
			return ["PutItem", { TableName, Item: { ...key, ...g, p: { S: "x".repeat(rest) } } }];
		}
		case "delete":
			return ["DeleteItem", { TableName, Key: key }];
		case "get":
			return ["GetItem", { TableName, Key: key, ConsistentRead: one.consistent }];
		case "query":
			return [
				"Query",
				{
					TableName,
					IndexName: "byG",
					KeyConditionExpression: "g = :g",
					ExpressionAttributeValues: { ":g": { S: one.id } },
				},
			];
	}
}

async function isAdmitted({ call }: DynamodbForTest, one: Exclude<Step, { kind: "wait" }>, TableName: string) {
	try {
		await call(...requestOf(one, TableName));
		return true;
	} catch (error) {
		assert.ok(error instanceof AwsError, String(error));
		assert.equal(error.code, "ProvisionedThroughputExceededException");
		return false;
	}
}

test("whatever the load, what is let through is what a bucket of five minutes and a partition of a second let through", async (t) => {
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), fc.boolean(), async (steps, enforced) => {
			run++;
			const made = await forTest(t, run);
			const TableName = `songs${run}`;
			made.dynamodb.capacity.throttle({ enabled: enforced, tables: {} });
			const model: Reference = reference(buckets);
			const held = new Map<string, Held>();
			const used = new Map<string, number>();
			let now = 0;
			for (const one of steps) {
				if (one.kind === "wait") {
					now += one.ms;
					made.kernel.clock.advance(one.ms);
					continue;
				}
				const needs = needsOf(one, held);
				const expected = model.admits(needs, now);
				assert.equal(await isAdmitted(made, one, TableName), expected || !enforced, JSON.stringify(one));
				if (!expected && enforced) continue;
				for (const { bucket, units } of needs) used.set(bucket, (used.get(bucket) ?? 0) + units);
				if (one.kind === "put") held.set(one.id, one);
				else if (one.kind === "delete") held.delete(one.id);
			}
			const seen = made.dynamodb.capacity.describe(TableName);
			assert.ok(seen !== undefined);
			for (const [i, of] of (["table", "index"] as const).entries()) {
				for (const how of ["read", "write"] as const) {
					assert.equal(seen.resources[i]?.[how].consumed, used.get(`${of} ${how}`) ?? 0, `${of} ${how}`);
				}
			}
			heatIsWhatWasUsed(seen);
			await made.call("DeleteTable", { TableName });
		}),
		{ numRuns: 25 },
	);
});

const charge = fc.record({
	key: fc.integer({ min: 0, max: 30 }),
	direction: fc.constantFrom("read" as const, "write" as const),
	/** Halves of a unit, up to what a page of a scan may cost. */
	halves: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 800 })),
	afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 })),
});

test("a load on several partitions is let through as each of them and the whole table can take it, to the half unit", async (t) => {
	const made = await dynamodbForTest(t);
	const { capacity, tables } = made.dynamodb;
	capacity.throttle({ enabled: true, tables: {} });
	let run = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(charge, { minLength: 100, maxLength: 200 }),
			fc.integer({ min: 0, max: 40 }),
			async (charges, burst) => {
				run++;
				const TableName = `songs${run}`;
				// Three partitions for reading. The table begins with what its burst leaves to a load that is near the limit.
				const ProvisionedThroughput = { ReadCapacityUnits: 7000, WriteCapacityUnits: 10 };
				await made.table({ TableName, BillingMode: "PROVISIONED", ProvisionedThroughput });
				const songs = tables.get(TableName);
				const partition = { perSecond: 3000, seconds: 1 };
				const written = { perSecond: 1000, seconds: 1 };
				const model = reference({
					read: { perSecond: 7000, seconds: 300 },
					write: { perSecond: 10, seconds: 300 },
					...Object.fromEntries(
						[0, 1, 2].flatMap((i) => [
							[`read ${i}`, partition],
							[`write ${i}`, written],
						]),
					),
				});
				let now = 0;
				const ask = (key: Buffer, direction: "read" | "write", units: number) => {
					const part = Math.floor((key.readUInt32BE(5) / 2 ** 32) * 3);
					const needs = [direction, `${direction} ${part}`].map((bucket) => ({ bucket, units }));
					const refused = capacity.charge([{ table: songs, index: undefined, direction, units, key }]);
					assert.equal(refused === undefined, model.admits(needs, now), `${direction} ${units} at ${now}`);
				};
				const keyOf = (n: number) => recordKey(songs.key, { artist: { S: `${n}` }, title: { S: "t" } });
				for (let i = 0; i < 3; i++) ask(keyOf(i), "write", 980 + burst);
				for (const { key, direction, halves, afterMs } of charges) {
					now += afterMs;
					made.kernel.clock.advance(afterMs);
					ask(keyOf(key), direction, direction === "read" ? halves * 3.5 : Math.ceil(halves / 100));
				}
				await made.call("DeleteTable", { TableName });
			},
		),
		{ numRuns: 50 },
	);
});

function heatIsWhatWasUsed({ resources }: TablePartitions): void {
	for (const { partitions, hotKeys, read, write } of resources) {
		for (const [how, flow] of Object.entries({ read, write }) as ["read" | "write", typeof read][]) {
			const sum = partitions.reduce((all, partition) => all + partition[how].consumed, 0);
			assert.equal(sum, flow.consumed);
			assert.equal(
				hotKeys.reduce((all, key) => all + key[how], 0),
				flow.consumed,
			);
		}
	}
}
