import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import type { Charge } from "../../../../emulator/dynamodb/capacity/charge.ts";
import type { CreateTableInput } from "../../../../emulator/dynamodb/model.generated.ts";
import { recordKey, type Table } from "../../../../emulator/dynamodb/tables/table.ts";
import type { ResourcePartitions } from "../../../../protocol/partitions.ts";
import { dynamodbForTest } from "../dynamodbForTest.ts";

async function songsForTest(t: TestContext, request: Partial<CreateTableInput> = {}) {
	const made = await dynamodbForTest(t);
	await made.table(request);
	const { capacity, tables } = made.dynamodb;
	const table = tables.get("songs");
	const own = (): ResourcePartitions => {
		const [resource] = capacity.describe("songs")?.resources ?? [];
		assert.ok(resource !== undefined);
		tiles(resource);
		return resource;
	};
	const write = (key: Buffer, units: number) => capacity.charge([chargeOf(table, key, units)]);
	return { ...made, capacity, table, own, write };
}

function chargeOf(table: Table, key: Buffer, units: number): Charge {
	return { table, index: undefined, direction: "write", units, key };
}

const keyOf = (table: Table, artist: string, title = "t") =>
	recordKey(table.key, { artist: { S: artist }, title: { S: title } });

/** Each partition begins where the one before it ends; the first at the ring's beginning, the last ends at its end. */
function tiles({ partitions }: ResourcePartitions): void {
	assert.equal(partitions[0]?.from, "00000000");
	assert.equal(partitions.at(-1)?.to, "100000000");
	for (const [i, { from, to }] of partitions.entries()) {
		assert.equal(partitions[i + 1]?.from ?? to, to);
		const ends = to === "100000000" ? "g" : to;
		assert.ok(from < ends, `${from} to ${to}`);
	}
}

test("a table has as many partitions as its warm throughput needs", async (t) => {
	const provisioned = (read: number, write: number) => ({
		BillingMode: "PROVISIONED" as const,
		ProvisionedThroughput: { ReadCapacityUnits: read, WriteCapacityUnits: write },
	});
	const cases: [request: Partial<CreateTableInput>, partitions: number][] = [
		[{}, 4],
		[provisioned(1, 1), 1],
		[provisioned(3000, 1000), 1],
		[provisioned(3001, 1000), 2],
		[provisioned(1, 5500), 6],
		[{ WarmThroughput: { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 10_000 } }, 10],
	];
	for (const [request, partitions] of cases) {
		const { own } = await songsForTest(t, request);
		assert.equal(own().partitions.length, partitions);
	}
});

test("provisioning more makes more partitions, and they do not go again", async (t) => {
	const { own, call } = await songsForTest(t, {
		BillingMode: "PROVISIONED",
		ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
	});
	for (const [write, partitions] of [
		[3500, 4],
		[10, 4],
	]) {
		const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: write };
		await call("UpdateTable", { TableName: "songs", ProvisionedThroughput });
		assert.deepEqual([own().partitions.length, own().write.capacity], [partitions, write]);
	}
});

test("an index that is made later has partitions of its own, and takes them along when it goes", async (t) => {
	const { call, capacity } = await songsForTest(t);
	const names = () => capacity.describe("songs")?.resources.map(({ name, partitions }) => [name, partitions.length]);
	assert.deepEqual(names(), [["songs", 4]]);
	const Create = {
		IndexName: "byTitle",
		KeySchema: [{ AttributeName: "title", KeyType: "HASH" }],
		Projection: { ProjectionType: "KEYS_ONLY" },
		WarmThroughput: { ReadUnitsPerSecond: 15_000 },
	};
	await call("UpdateTable", { TableName: "songs", GlobalSecondaryIndexUpdates: [{ Create }] });
	assert.deepEqual(names(), [
		["songs", 4],
		["byTitle", 5],
	]);
	const Delete = { IndexName: "byTitle" };
	await call("UpdateTable", { TableName: "songs", GlobalSecondaryIndexUpdates: [{ Delete }] });
	assert.deepEqual(names(), [["songs", 4]]);
});

test("a partition that stays hot is split between its keys after some minutes, and then serves them", async (t) => {
	const { table, own, write, kernel } = await songsForTest(t);
	const keys = Array.from({ length: 200 }, (_, i) => keyOf(table, `artist ${i}`)).filter(
		(key) => key.readUInt32BE(5) < 2 ** 30,
	);
	const load = (seconds: number) => {
		for (let s = 0; s < seconds; s++) {
			for (const key of keys) write(key, Math.ceil(1500 / keys.length));
			kernel.clock.advance(1000);
		}
	};
	load(299);
	assert.equal(own().partitions.length, 4);
	const throttled = () => own().write.throttled.reduce((all, { count }) => all + count, 0);
	assert.ok(throttled() > 0);
	load(5);
	assert.equal(own().partitions.length, 5);
	const before = throttled();
	load(60);
	assert.equal(throttled(), before);
	const [left, right] = own().partitions;
	assert.ok(left !== undefined && right !== undefined);
	assert.ok(Math.abs(left.write.perSecond - right.write.perSecond) < 200);
});

test("a partition may use what the others leave of the table's capacity, up to what a partition can give", async (t) => {
	const { table, own, write, kernel } = await songsForTest(t, {
		BillingMode: "PROVISIONED",
		ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1500 },
	});
	for (let s = 0; s < 120; s++) {
		write(keyOf(table, "hot"), 900);
		kernel.clock.advance(1000);
	}
	const { partitions, write: flow } = own();
	assert.deepEqual(flow.throttled, []);
	const [hot] = partitions.filter(({ write: it }) => it.consumed > 0);
	assert.deepEqual(hot?.write, {
		perSecond: 900,
		consumed: 108_000,
		share: 750,
		limit: 1000,
		boosted: true,
		throttled: 0,
	});
});

test("one hot item is given a partition of its own, and stays throttled there", async (t) => {
	const { table, own, write, kernel } = await songsForTest(t, {
		AttributeDefinitions: [{ AttributeName: "artist", AttributeType: "S" }],
		KeySchema: [{ AttributeName: "artist", KeyType: "HASH" }],
	});
	const hot = recordKey(table.key, { artist: { S: "hot" } });
	for (let s = 0; s < 1000; s++) {
		write(hot, 900);
		write(hot, 900);
		kernel.clock.advance(1000);
	}
	const { partitions } = own();
	assert.equal(partitions.length, 6);
	const alone = partitions.find(({ key }) => key?.["artist"]?.S === "hot");
	assert.equal(alone?.to.slice(0, 8), alone?.from.slice(0, 8));
	assert.ok((alone?.write.throttled ?? 0) > 0);
});

test("an item collection is split by its sort key, but not with a local index, and not for keys that only grow", async (t) => {
	const local: Partial<CreateTableInput> = {
		AttributeDefinitions: ["artist", "title", "year"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		LocalSecondaryIndexes: [
			{
				IndexName: "byYear",
				KeySchema: [
					{ AttributeName: "artist", KeyType: "HASH" },
					{ AttributeName: "year", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "KEYS_ONLY" },
			},
		],
	};
	const random = (i: number) => String((i * 7919) % 1000).padStart(3, "0");
	const growing = (i: number) => String(i).padStart(9, "0");
	const cases: [request: Partial<CreateTableInput>, title: (i: number) => string, isSplit: boolean][] = [
		[{}, random, true],
		[{}, growing, false],
		[local, random, false],
	];
	for (const [request, title, isSplit] of cases) {
		const { table, own, write, kernel } = await songsForTest(t, request);
		let i = 0;
		for (let s = 0; s < 1300; s++) {
			for (let n = 0; n < 15; n++) write(keyOf(table, "one", title(i++)), 100);
			kernel.clock.advance(1000);
		}
		// The partition key alone is eighteen digits: four bytes of hash, three letters and their end.
		const inside = own().partitions.filter(({ from }) => from.length > 18);
		assert.equal(inside.length > 0, isSplit, JSON.stringify(inside.map(({ from }) => from)));
	}
});

test("an on-demand table gives twice its peak, half an hour after it, and says so", async (t) => {
	const { table, own, write, kernel, call, dynamodb } = await songsForTest(t);
	const parts = [0, 1, 2, 3].map((part) =>
		Array.from({ length: 400 }, (_, i) => keyOf(table, `artist ${i}`)).filter(
			(key) => Math.floor(key.readUInt32BE(5) / 2 ** 30) === part,
		),
	);
	const load = (minutes: number) => {
		for (let s = 0; s < minutes * 60; s++) {
			for (const keys of parts) for (let n = 0; n < 10; n++) write(keys[(n + s) % keys.length] ?? Buffer.alloc(9), 75);
			kernel.clock.advance(1000);
		}
	};
	load(29);
	assert.equal(own().partitions.length, 4);
	load(3);
	assert.equal(own().partitions.length, 6);
	assert.equal(own().write.capacity, 6000);
	await dynamodb.tables.change(async () => {}); // behind what is being written down
	const { Table } = await call("DescribeTable", { TableName: "songs" });
	const warm = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 6000 };
	assert.deepEqual(Table.WarmThroughput, { ...warm, Status: "ACTIVE" });
});

test("however partitions are made and split, they tile the ring, and their heat is what was used", async (t) => {
	const { capacity, dynamodb, kernel, call, table: create } = await songsForTest(t);
	let run = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 9000 }),
			fc.array(fc.record({ artist: fc.string({ minLength: 1, maxLength: 3 }), title: fc.string({ minLength: 1 }) }), {
				minLength: 1,
				maxLength: 30,
			}),
			fc.integer({ min: 1, max: 1500 }),
			async (units, songs, each) => {
				const TableName = `many${run++}`;
				const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: units };
				const request = { ...create.definition, TableName, BillingMode: "PROVISIONED", ProvisionedThroughput };
				await call("CreateTable", {
					TableName: request.TableName,
					AttributeDefinitions: request.attributes,
					KeySchema: request.keySchema,
					ProvisionedThroughput,
				});
				const table = dynamodb.tables.get(TableName);
				for (let s = 0; s < 700; s += 20) {
					for (const { artist, title } of songs) capacity.charge([chargeOf(table, keyOf(table, artist, title), each)]);
					kernel.clock.advance(20_000);
				}
				const [resource] = capacity.describe(TableName)?.resources ?? [];
				assert.ok(resource !== undefined);
				tiles(resource);
				const sum = resource.partitions.reduce((all, { write }) => all + write.consumed, 0);
				// A split shares out heat in fractions.
				assert.ok(Math.abs(sum - resource.write.consumed) < 1e-6, `${sum} of ${resource.write.consumed}`);
				assert.equal(resource.write.consumed, 35 * songs.length * each);
				await call("DeleteTable", { TableName });
			},
		),
		{ numRuns: 30 },
	);
});

test("hot keys are known by name, whatever their type, and their number is bounded", async (t) => {
	for (const [type, values] of [
		["S", [{ S: "ü\u0000x" }, { S: "plain" }]],
		["N", [{ N: "0" }, { N: "-12.5" }, { N: "1230000000000000000000000000000000000000" }, { N: "0.00000012" }]],
		["B", [{ B: Buffer.from([0, 255, 0, 1]) }]],
	] as const) {
		const { table, own, write } = await songsForTest(t, {
			AttributeDefinitions: [{ AttributeName: "artist", AttributeType: type }],
			KeySchema: [{ AttributeName: "artist", KeyType: "HASH" }],
		});
		for (const [i, value] of values.entries()) write(recordKey(table.key, { artist: value }), 10 - i);
		const shown = values.map((value) => ("B" in value ? { B: value.B.toString("base64") } : value));
		assert.deepEqual(
			own().hotKeys.map(({ key }) => key["artist"]),
			shown,
		);
	}
	const { table, own, write } = await songsForTest(t);
	for (let i = 0; i < 2000; i++) {
		write(keyOf(table, `artist ${i}`), 1);
		if (i % 20 === 0) write(keyOf(table, "hot"), 1);
	}
	const { hotKeys } = own();
	assert.equal(hotKeys.length, 64);
	assert.deepEqual([hotKeys[0]?.key, hotKeys[0]?.write], [{ artist: { S: "hot" } }, 100]);
});

test("a scan is charged to the partitions that it goes over, a query to the one of its key", async (t) => {
	const { call, own } = await songsForTest(t);
	for (let i = 0; i < 40; i++) {
		const Item = { artist: { S: `artist ${i}` }, title: { S: "t" }, p: { S: "x".repeat(20_000) } };
		await call("PutItem", { TableName: "songs", Item });
	}
	await call("Scan", { TableName: "songs", ConsistentRead: true });
	const scanned = own();
	assert.equal(scanned.read.consumed, 196);
	for (const { read } of scanned.partitions) assert.ok(read.consumed > 30, String(read.consumed));
	assert.equal(
		scanned.hotKeys.reduce((all, { read }) => all + read, 0),
		0,
	);
	await call("Query", {
		TableName: "songs",
		KeyConditionExpression: "artist = :a",
		ExpressionAttributeValues: { ":a": { S: "artist 7" } },
	});
	const queried = own();
	const changed = queried.partitions.filter(({ read }, i) => read.consumed !== scanned.partitions[i]?.read.consumed);
	assert.equal(changed.length, 1);
	assert.equal(queried.hotKeys.find(({ key }) => key["artist"]?.S === "artist 7")?.read, 2.5);
});
