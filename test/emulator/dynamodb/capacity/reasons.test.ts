import assert from "node:assert/strict";
import { test } from "node:test";
import type { AwsError } from "../../../../emulator/aws/awsError.ts";
import type { Charge } from "../../../../emulator/dynamodb/capacity/charge.ts";
import { type Key, recordKey } from "../../../../emulator/dynamodb/tables/table.ts";
import { type DynamodbForTest, dynamodbForTest } from "../dynamodbForTest.ts";

const limits = [
	"ProvisionedThroughputExceeded",
	"AccountLimitExceeded",
	"KeyRangeThroughputExceeded",
	"MaxOnDemandThroughputExceeded",
] as const;

/** A table and an index that meet this limit before any other. */
function capacityFor(limit: (typeof limits)[number]): object {
	const throughput = { ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 10 } };
	const maximum = { OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 10 } };
	switch (limit) {
		case "ProvisionedThroughputExceeded":
			return throughput;
		case "MaxOnDemandThroughputExceeded":
			return maximum;
		case "AccountLimitExceeded":
			// So many partitions that an even load meets the account's quota first.
			return { WarmThroughput: { ReadUnitsPerSecond: 40_000, WriteUnitsPerSecond: 40_000 } };
		case "KeyRangeThroughputExceeded":
			return {};
	}
}

async function tableWith({ call }: DynamodbForTest, limit: (typeof limits)[number]) {
	const capacity = capacityFor(limit);
	await call("CreateTable", {
		TableName: "songs",
		BillingMode: limit === "ProvisionedThroughputExceeded" ? "PROVISIONED" : "PAY_PER_REQUEST",
		AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		GlobalSecondaryIndexes: [
			{
				IndexName: "again",
				KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
				Projection: { ProjectionType: "ALL" },
				...capacity,
			},
		],
		...capacity,
	});
}

test("each of AWS's sixteen reasons is given for what it stands for, with the table or index", async (t) => {
	for (const limit of limits) {
		const forTest = await dynamodbForTest(t);
		await tableWith(forTest, limit);
		const { capacity, tables } = forTest.dynamodb;
		capacity.throttle({ enabled: true, tables: {} });
		const table = tables.get("songs");
		for (const index of [undefined, table.indexes[0]]) {
			for (const direction of ["read", "write"] as const) {
				const keys = evenKeys(index?.key ?? table.key);
				const spread = limit === "AccountLimitExceeded";
				let refused: AwsError | undefined;
				for (let i = 0; refused === undefined && i < 400; i++) {
					const key = keys[spread ? i : 0] ?? Buffer.alloc(0);
					const charge: Charge = { table, index, direction, units: spread ? 150 : 3000, key };
					refused = capacity.charge([charge]);
				}
				const kind = index === undefined ? "Table" : "Index";
				const reason = {
					reason: `${kind}${direction === "read" ? "Read" : "Write"}${limit}`,
					resource: `arn:aws:dynamodb:us-east-1:000000000000:table/songs${index ? "/index/again" : ""}`,
				};
				const code =
					limit === "ProvisionedThroughputExceeded"
						? "ProvisionedThroughputExceededException"
						: limit === "AccountLimitExceeded"
							? "RequestLimitExceeded"
							: "ThrottlingException";
				assert.equal(refused?.code, code, `${reason.reason}: ${refused?.message}`);
				const member = code === "ThrottlingException" ? "throttlingReasons" : "ThrottlingReasons";
				assert.deepEqual(refused?.members, { [member]: [reason] });
			}
		}
	}
});

/** Keys that go to forty even parts of the ring in turn. */
function evenKeys(key: Key): readonly Buffer[] {
	const parts = Array.from({ length: 40 }, (): Buffer[] => []);
	for (let i = 0; i < 4000; i++) {
		const made = recordKey(key, { id: { S: `${i}` } });
		parts[Math.floor((made.readUInt32BE(5) / 2 ** 32) * 40)]?.push(made);
	}
	return Array.from({ length: 400 }, (_, i) => parts[i % 40]?.[Math.floor(i / 40)] ?? Buffer.alloc(9));
}
