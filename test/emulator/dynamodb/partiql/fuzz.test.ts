import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AwsError } from "../../../../emulator/aws/awsError.ts";
import { songsForTest } from "../operations/partiqlForTest.ts";

const words =
	"SELECT FROM WHERE songs songs.byGenre artist track title tags parts[1] detail.label = <> < >= 'a' 1 -1 ? <<'x'>> [1] {'a':1} ( ) , * AND OR NOT IN BETWEEN IS MISSING NULL SET REMOVE UPDATE DELETE INSERT INTO VALUE {'artist':'q','track':1} size(tags) begins_with(title,'t') set_add(tags,<<'z'>>) list_append(parts,[1]) RETURNING ALL OLD ORDER BY DESC ; -- ' \" `".split(
		" ",
	);
const beginnings = [
	"SELECT * FROM songs WHERE artist = 'a' AND",
	"UPDATE songs SET title =",
	"UPDATE songs SET title = 'n' WHERE artist = 'a' AND track = 1",
	"DELETE FROM songs WHERE artist = 'a' AND track = 2 AND",
	"INSERT INTO songs VALUE",
	"EXISTS(SELECT * FROM songs WHERE artist = 'a' AND track = 1 AND",
	"",
];
const statement = fc
	.tuple(fc.constantFrom(...beginnings), fc.array(fc.constantFrom(...words), { maxLength: 10 }))
	.map(([beginning, rest]) => `${beginning} ${rest.join(" ")}`);

test("whatever a statement says, the answer is an answer or one of AWS's errors", async (t) => {
	const { call } = await songsForTest(t);
	let answered = 0;
	await fc.assert(
		fc.asyncProperty(fc.oneof(statement, fc.string({ minLength: 1 })), async (Statement) => {
			for (const [operation, request] of [
				["ExecuteStatement", { Statement }],
				["ExecuteStatement", { Statement, Parameters: [{ N: "1" }], NextToken: "AAAA", Limit: 1 }],
				["BatchExecuteStatement", { Statements: [{ Statement }] }],
				["ExecuteTransaction", { TransactStatements: [{ Statement }] }],
			] as const) {
				await call(operation, request).then(
					() => answered++,
					(error: unknown) => {
						if (!(error instanceof AwsError)) throw error;
						assert.ok(error.status === 400 && error.message.length > 0);
					},
				);
			}
		}),
		{ numRuns: 1500 },
	);
	assert.ok(answered > 1500, `${answered} requests were sound`);
});
