import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { AwsError } from "../../../emulator/aws/awsError.ts";
import { virtualClock } from "../../../emulator/aws/clock.ts";
import { eventLog } from "../../../emulator/aws/eventLog.ts";
import { seededIds } from "../../../emulator/aws/ids.ts";
import { memoryRecords } from "../../../emulator/aws/levelRecords.ts";
import { loadModel } from "../../../emulator/aws/model.ts";
import { memoryDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import type { Kernel } from "../../../emulator/aws/service.ts";
import { sourceIndex } from "../../../emulator/aws/sources.ts";
import { validate } from "../../../emulator/aws/validate.ts";
import { type Dynamodb, dynamodbService, openDynamodb } from "../../../emulator/dynamodb/dynamodb.ts";
import type { CreateTableInput } from "../../../emulator/dynamodb/model.generated.ts";

// biome-ignore format: an answer is read freely in tests
// oxlint-disable-next-line typescript/no-explicit-any -- answers of every operation go through here, and are compared whole or by member
export type Answer = any;

export type DynamodbForTest = {
	readonly dynamodb: Dynamodb;
	readonly kernel: Kernel;
	/** Calls an operation as a request that came over the wire: the model's constraints first. */
	call(operation: string, request?: object): Promise<Answer>;
	/** Expects the operation to be refused, with this code and this text. */
	refused(operation: string, request: object, code: string, message: string | RegExp): Promise<AwsError>;
	/** Expects a ValidationException with this text. */
	invalid(operation: string, request: object, message: string | RegExp): Promise<AwsError>;
	table(request?: Partial<CreateTableInput>): Promise<Answer>;
};

/** DynamoDB with stores in memory and a clock that stands at noon of 1 January 2026 until it is moved. */
export async function dynamodbForTest(t: TestContext): Promise<DynamodbForTest> {
	const kernel = await kernelForTest();
	const dynamodb = await openDynamodb(kernel);
	t.after(async () => {
		await dynamodb.close();
		kernel.clock.close();
		await kernel.records.close();
	});
	return callable(kernel, dynamodb);
}

export function callable(kernel: Kernel, dynamodb: Dynamodb): DynamodbForTest {
	const service = dynamodbService(dynamodb);
	const model = loadModel("dynamodb");
	const call = async (operation: string, request: object = {}): Promise<Answer> => {
		const bound = service.operations[operation];
		assert.ok(bound, `${operation} is not implemented`);
		validate("dynamodb", model, model.operations[operation]?.input ?? "", request);
		// A clone, as an answer over the wire would be: plain objects that no later change reaches.
		return structuredClone(await bound(request as never, { requestId: "test" }));
	};
	const refused: DynamodbForTest["refused"] = async (operation, request, code, message) => {
		const error: unknown = await call(operation, request).then(
			() => assert.fail(`${operation} was not refused`),
			(reason: unknown) => reason,
		);
		if (!(error instanceof AwsError)) throw error;
		assert.equal(error.code, code, error.message);
		if (typeof message === "string") assert.equal(error.message, message);
		else assert.match(error.message, message);
		return error;
	};
	return {
		dynamodb,
		kernel,
		call,
		refused,
		invalid: (operation, request, message) => refused(operation, request, "ValidationException", message),
		table: (request) => call("CreateTable", { ...simpleTable, ...request }),
	};
}

/** A table "songs" whose key is artist and title. */
export const simpleTable: CreateTableInput = {
	TableName: "songs",
	AttributeDefinitions: [
		{ AttributeName: "artist", AttributeType: "S" },
		{ AttributeName: "title", AttributeType: "S" },
	],
	KeySchema: [
		{ AttributeName: "artist", KeyType: "HASH" },
		{ AttributeName: "title", KeyType: "RANGE" },
	],
	BillingMode: "PAY_PER_REQUEST",
};

export async function kernelForTest(): Promise<Kernel> {
	const clock = virtualClock(() => noon);
	return {
		account: "000000000000",
		region: "us-east-1",
		clock,
		ids: seededIds(1),
		events: eventLog(clock),
		records: await memoryRecords(),
		documents: memoryDocuments(),
		sources: sourceIndex(),
		filesDir: "/nowhere",
		endpoint: () => "http://127.0.0.1:0",
	};
}

export const noon = Date.UTC(2026, 0, 1, 12);
