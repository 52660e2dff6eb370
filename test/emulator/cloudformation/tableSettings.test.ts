import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodb/dynamodbForTest.ts";
import { deploying } from "./deploying.ts";

const streamArn = "arn:aws:kinesis:us-east-1:000000000000:stream";
const template = (more: string) => `
Resources:
  Songs:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: songs
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
${more}`;
const all = `
      DeletionProtectionEnabled: true
      TableClass: STANDARD_INFREQUENT_ACCESS
      SSESpecification: { SSEEnabled: true, SSEType: KMS }
      TimeToLiveSpecification: { AttributeName: ttl, Enabled: true }
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 }
      ContributorInsightsSpecification: { Enabled: true }
      KinesisStreamSpecification: { StreamArn: ${streamArn}/one }
      ResourcePolicy:
        PolicyDocument:
          Version: "2012-10-17"
          Statement:
            - { Effect: Deny, Principal: "*", Action: "dynamodb:PutItem", Resource: "*" }
      Tags: [{ Key: team, Value: music }, { Key: old, Value: x }]`;
const changed = `
      DeletionProtectionEnabled: false
      TimeToLiveSpecification: { AttributeName: ttl, Enabled: true }
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false }
      KinesisStreamSpecification: { StreamArn: ${streamArn}/two }
      Tags: [{ Key: team, Value: charts }]`;

test("a table's template sets all that a table has beside its definition, and takes each change of it", async (t) => {
	const db = await dynamodbForTest(t);
	// A template does not wait for the times that are set for others.
	db.dynamodb.timing.change({ table: 60, timeToLiveChange: 3600 });
	const app = await deploying({ call: (_model, operation, request) => db.call(operation, request), take: () => [] });
	const TableName = "songs";
	const state = async () => {
		const { Table } = await db.call("DescribeTable", { TableName });
		const ResourceArn = Table.TableArn;
		const { ContinuousBackupsDescription: backups } = await db.call("DescribeContinuousBackups", { TableName });
		const { KinesisDataStreamDestinations: streams } = await db.call("DescribeKinesisStreamingDestination", {
			TableName,
		});
		return {
			protection: Table.DeletionProtectionEnabled,
			tableClass: Table.TableClassSummary?.TableClass,
			encryption: Table.SSEDescription?.Status,
			timeToLive: (await db.call("DescribeTimeToLive", { TableName })).TimeToLiveDescription.TimeToLiveStatus,
			recovery: backups.PointInTimeRecoveryDescription.RecoveryPeriodInDays,
			insights: (await db.call("DescribeContributorInsights", { TableName })).ContributorInsightsStatus,
			streams: streams.map(
				(it: { StreamArn: string; DestinationStatus: string }) =>
					`${it.StreamArn.split("/")[1]} ${it.DestinationStatus}`,
			),
			policy: db.dynamodb.policies.find(ResourceArn) !== undefined,
			tags: (await db.call("ListTagsOfResource", { ResourceArn })).Tags,
		};
	};
	assert.deepEqual((await app.deploy(template(all))).problems, []);
	assert.deepEqual(await state(), {
		protection: true,
		tableClass: "STANDARD_INFREQUENT_ACCESS",
		encryption: "ENABLED",
		timeToLive: "ENABLED",
		recovery: 7,
		insights: "ENABLED",
		streams: ["one ACTIVE"],
		policy: true,
		tags: [
			{ Key: "team", Value: "music" },
			{ Key: "old", Value: "x" },
		],
	});
	await app.deploy(template(changed));
	const now = await state();
	assert.equal(now.recovery, undefined);
	assert.equal(now.insights, "DISABLED");
	assert.deepEqual(now.streams, ["one DISABLED", "two ACTIVE"]);
	assert.equal(now.policy, false);
	assert.deepEqual(now.tags, [{ Key: "team", Value: "charts" }]);
});

test("what is refused of it is reported at its line, and the table stands", async (t) => {
	const db = await dynamodbForTest(t);
	const app = await deploying({ call: (_model, operation, request) => db.call(operation, request), take: () => [] });
	const { problems } = await app.deploy(
		template("      ResourcePolicy: { PolicyDocument: { Version: '2012-10-17', Statement: [] } }"),
	);
	assert.deepEqual(problems, [
		"10:7 error ResourcePolicy of Songs could not be set: One or more parameter values were invalid: Invalid policy document: Could not parse the policy: Statement is empty!",
	]);
	assert.ok(await db.call("DescribeTable", { TableName: "songs" }));
});

test("a change of the billing mode takes the capacity of the table and of its indexes along", async (t) => {
	const db = await dynamodbForTest(t);
	const app = await deploying({ call: (_model, operation, request) => db.call(operation, request), take: () => [] });
	const capacity = (units: number | undefined) =>
		units === undefined ? "" : `, ProvisionedThroughput: { ReadCapacityUnits: ${units}, WriteCapacityUnits: ${units} }`;
	const withMode = (mode: string, own?: number, byG?: number) => `
Resources:
  Songs:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: songs, BillingMode: ${mode}${capacity(own)},
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }, { AttributeName: g, AttributeType: S }],
      KeySchema: [{ AttributeName: id, KeyType: HASH }],
      GlobalSecondaryIndexes: [{ IndexName: byG, KeySchema: [{ AttributeName: g, KeyType: HASH }],
        Projection: { ProjectionType: ALL }${capacity(byG)} }] }`;
	const steps: [template: string, own: number, byG: number][] = [
		[withMode("PAY_PER_REQUEST"), 0, 0],
		[withMode("PROVISIONED", 5, 6), 5, 6],
		[withMode("PROVISIONED", 7, 8), 7, 8],
		[withMode("PAY_PER_REQUEST"), 0, 0],
		[withMode("PROVISIONED", 7, 8), 7, 8],
	];
	for (const [text, own, byG] of steps) {
		assert.deepEqual((await app.deploy(text)).problems, []);
		const { Table } = await db.call("DescribeTable", { TableName: "songs" });
		const [index] = Table.GlobalSecondaryIndexes;
		assert.deepEqual(
			[Table.ProvisionedThroughput.ReadCapacityUnits, index.ProvisionedThroughput.ReadCapacityUnits],
			[own, byG],
		);
	}
});
