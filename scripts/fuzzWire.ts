import { parseArgs } from "node:util";
import { startEmulator } from "../emulator/main.ts";
import { fuzzWire } from "./wireFuzz/fuzzWire.ts";

/**
 * Attacks DynamoDB's wire with whatever a body can be:
 *
 *   npm run fuzz:wire -- --runs 20000 --seed 1
 *   npm run fuzz:wire -- --seed 1 --path 17:0      one attack again
 */
const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "20000" },
		seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
		path: { type: "string" },
	},
});

const emulator = await startEmulator({
	port: 0,
	storage: { kind: "memory" },
	account: "000000000000",
	region: "us-east-1",
	seed: 1,
});
const { runs, statuses, slowestMs, failure } = await fuzzWire(
	emulator.endpoint,
	Number(values.runs),
	Number(values.seed),
	values.path,
);
const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
console.log(
	`${runs} attacks, seed ${values.seed}: ${counts.join(", ")}; slowest ${Math.round(slowestMs)} ms, ${megabytes} MB`,
);
if (failure !== undefined) console.log(failure);
process.exitCode = failure === undefined ? 0 : 1;
await emulator.close();
