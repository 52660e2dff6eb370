import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	DescribeKinesisStreamingDestinationCommand,
	DisableKinesisStreamingDestinationCommand,
	EnableKinesisStreamingDestinationCommand,
	UpdateKinesisStreamingDestinationCommand,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest, songs, TableName } from "../sdkForTest.ts";

const StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
const state = "Table is not in a valid state to enable Kinesis Streaming Destination:";

test("a Kinesis destination is enabled, changed and disabled as recorded from AWS, and says that nothing is delivered", async (t) => {
	const { client, advance, emulator } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	emulator.kernel.clock.advance(0);
	await fetch(`${emulator.endpoint}/_gatewright/dynamodb/timing`, { method: "POST", body: '{"table":5}' });
	const enable = (table = TableName) =>
		client.send(new EnableKinesisStreamingDestinationCommand({ TableName: table, StreamArn }));
	const disable = (table = TableName) =>
		client.send(new DisableKinesisStreamingDestinationCommand({ TableName: table, StreamArn }));
	const update = (ApproximateCreationDateTimePrecision?: "MICROSECOND", arn = StreamArn) =>
		client.send(
			new UpdateKinesisStreamingDestinationCommand({
				TableName,
				StreamArn: arn,
				UpdateKinesisStreamingConfiguration: { ApproximateCreationDateTimePrecision },
			}),
		);
	const described = async () => {
		const answer = await client.send(new DescribeKinesisStreamingDestinationCommand({ TableName }));
		return answer.KinesisDataStreamDestinations?.map((it) => [
			it.DestinationStatus,
			it.ApproximateCreationDateTimePrecision,
		]);
	};
	// Recorded from AWS: dynamodb test_kinesis_streaming_destination_crud.
	const missing = "Requested resource not found: Table: bad-table not found";
	await refused(enable("bad-table"), "ResourceNotFoundException", missing);
	await refused(disable("bad-table"), "ResourceNotFoundException", missing);
	assert.deepEqual(await described(), []);
	const { $metadata: _, ...enabled } = await enable();
	assert.deepEqual(enabled, {
		DestinationStatus: "ENABLING",
		EnableKinesisStreamingConfiguration: {},
		StreamArn,
		TableName,
	});
	await invalid(disable(), `${state} KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.`);
	await invalid(
		update("MICROSECOND"),
		`${state} Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state. TableName: songs, kdsArn: ${StreamArn}`,
	);
	advance(5);
	assert.deepEqual(await described(), [["ACTIVE", undefined]]);
	const [description] =
		(await client.send(new DescribeKinesisStreamingDestinationCommand({ TableName }))).KinesisDataStreamDestinations ??
		[];
	assert.equal(
		description?.DestinationStatusDescription,
		"Gatewright has no Kinesis yet: nothing is delivered to this stream.",
	);
	const log = await fetch(`${emulator.endpoint}/_gatewright/events?since=0`, { signal: AbortSignal.timeout(5000) });
	const reader = log.body?.getReader();
	let said = "";
	while (!said.includes("nothing is delivered")) said += Buffer.from((await reader?.read())?.value ?? []).toString();
	await reader?.cancel();

	await invalid(
		enable(),
		`${state} EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.`,
	);
	await invalid(
		update(),
		"Streaming destination cannot be updated with given parameters: UpdateKinesisStreamingConfiguration cannot be null or contain only null values",
	);
	await invalid(
		update("SECOND" as "MICROSECOND"),
		"1 validation error detected: Value 'SECOND' at 'updateKinesisStreamingConfiguration.approximateCreationDateTimePrecision' failed to satisfy constraint: Member must satisfy enum value set: [MILLISECOND, MICROSECOND]",
	);
	const bad = StreamArn.replace("changes", "bad-stream");
	await invalid(
		update("MICROSECOND", bad),
		`${state} No streaming destination with streamArn: ${bad} found for table with tableName: songs`,
	);
	assert.equal((await update("MICROSECOND")).DestinationStatus, "UPDATING");
	advance(5);
	assert.deepEqual(await described(), [["ACTIVE", "MICROSECOND"]]);
	await invalid(
		update("MICROSECOND"),
		/^Invalid Request: Precision is already set to the desired value of MICROSECOND for tableId: [0-9a-f-]{36}, kdsArn: arn:aws:kinesis/,
	);
	assert.equal((await disable()).DestinationStatus, "DISABLING");
	advance(5);
	assert.deepEqual(await described(), [["DISABLED", undefined]]);
	await enable();
});
