import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { type CreateTableCommandInput, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { EmulatorOptions } from "../../../emulator/main.ts";
import { clientOptions, startEmulator } from "../startEmulator.ts";
import { simpleTable } from "./dynamodbForTest.ts";

/** The SDK's client of an emulator of the test's own, whose clock stands still until it is moved. */
export async function sdkForTest(t: TestContext, options: Partial<EmulatorOptions> = {}) {
	const emulator = await startEmulator(t, options);
	const client = new DynamoDBClient(clientOptions(emulator));
	t.after(() => client.destroy());
	const { clock } = emulator.kernel;
	clock.pause(true);
	return { emulator, client, clock, advance: (seconds: number) => clock.advance(seconds * 1000) };
}

// The generated input has read-only lists, which the SDK's type does not; the values are the same.
export const songs = simpleTable as unknown as CreateTableCommandInput;
export const TableName = "songs";
export const song = (title: string) => ({ artist: { S: "a" }, title: { S: title } });

/** Expects an SDK call to be refused with this code and text. */
export async function refused(sent: Promise<unknown>, name: string, message: string | RegExp): Promise<void> {
	const error: unknown = await sent.then(
		() => assert.fail("The call was not refused."),
		(reason: unknown) => reason,
	);
	assert.ok(error instanceof Error);
	assert.equal(error.name, name, error.message);
	if (typeof message === "string") assert.equal(error.message, message);
	else assert.match(error.message, message);
}

export const invalid = (sent: Promise<unknown>, message: string | RegExp) =>
	refused(sent, "ValidationException", message);
