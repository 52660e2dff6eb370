import type { TestContext } from "node:test";
import { type Answer, dynamodbForTest } from "../dynamodbForTest.ts";

/** A table "songs" of artist and track number with three indexes, and three tracks by each of two artists. */
export async function songsForTest(t: TestContext) {
	const it = await dynamodbForTest(t);
	await it.call("CreateTable", {
		TableName: "songs",
		BillingMode: "PAY_PER_REQUEST",
		AttributeDefinitions: [
			{ AttributeName: "artist", AttributeType: "S" },
			{ AttributeName: "track", AttributeType: "N" },
			{ AttributeName: "genre", AttributeType: "S" },
			{ AttributeName: "plays", AttributeType: "N" },
		],
		KeySchema: [
			{ AttributeName: "artist", KeyType: "HASH" },
			{ AttributeName: "track", KeyType: "RANGE" },
		],
		GlobalSecondaryIndexes: [
			{
				IndexName: "byGenre",
				KeySchema: [{ AttributeName: "genre", KeyType: "HASH" }],
				Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["title"] },
			},
		],
		LocalSecondaryIndexes: [
			{
				IndexName: "byPlays",
				KeySchema: [
					{ AttributeName: "artist", KeyType: "HASH" },
					{ AttributeName: "plays", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "KEYS_ONLY" },
			},
		],
	});
	for (const artist of ["a", "b"]) {
		for (const track of [2, 1, 3]) await it.call("PutItem", { TableName: "songs", Item: song(artist, track) });
	}
	const execute = (Statement: string, more: object = {}): Promise<Answer> =>
		it.call("ExecuteStatement", { Statement, ...more });
	const wrong = (Statement: string, message: string, more: object = {}) =>
		it.invalid("ExecuteStatement", { Statement, ...more }, message);
	return { ...it, execute, wrong };
}

export const song = (artist: string, track: number) => ({
	artist: { S: artist },
	track: { N: String(track) },
	genre: { S: track === 3 ? "jazz" : "pop" },
	plays: { N: String(10 - track) },
	title: { S: `t${track}` },
	tags: { SS: ["x", "y"] },
	nil: { NULL: true },
	parts: { L: [{ S: "p" }, { M: { under: { S: "deep" } } }] },
	detail: { M: { label: { S: "L" }, years: { L: [{ N: "1" }, { N: "2" }] } } },
});

/** A keyed statement's place in the tests' table. */
export const first = "WHERE artist = 'a' AND track = 1";
