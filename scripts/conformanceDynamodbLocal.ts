import { parseArgs } from "node:util";
import { startEmulator } from "../emulator/main.ts";
import { compareAll } from "./dynamodbLocal/compareAll.ts";
import { startDynamodbLocal } from "./dynamodbLocal/server.ts";

/**
 * Sends random operations to our DynamoDB and to AWS's DynamoDB Local, and prints where the answers differ:
 *
 *   npm run conformance:dynamodb-local -- --runs 20000 --seed 1
 *   npm run conformance:dynamodb-local -- --seed 1 --path 17     one scenario alone, made as small as still differs
 *
 * What is known to differ, and why AWS sides with us, stands in dynamodbLocal/differences.ts.
 */
const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "20000" },
		seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
		path: { type: "string" },
		show: { type: "string", default: "20" },
	},
});

const local = await startDynamodbLocal();
if (typeof local === "string") {
	console.log(`Not compared with DynamoDB Local: ${local}.`);
} else {
	const emulator = await startEmulator({
		port: 0,
		storage: { kind: "memory" },
		account: "000000000000",
		region: "us-east-1",
		seed: 1,
	});
	try {
		const servers = { ours: emulator.endpoint, theirs: local.endpoint };
		const { runs, seed, path, show } = values;
		const found = await compareAll(servers, {
			operations: Number(runs),
			seed: Number(seed),
			path,
			show: Number(show),
		});
		process.exitCode = found === 0 ? 0 : 1;
	} finally {
		local.stop();
		await emulator.close();
	}
}
