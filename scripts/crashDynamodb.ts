import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crashRounds } from "./crash/crashRounds.ts";

/**
 * Kills emulators under load and looks at what the next one finds:
 *
 *   npm run crash:dynamodb -- --rounds 200 --seed 1
 */
const { values } = parseArgs({
	options: {
		rounds: { type: "string", default: "200" },
		seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
	},
});

const dir = mkdtempSync(join(tmpdir(), "gatewright-crash-"));
const { rounds, acknowledged, records, slowestOpenMs, wrong } = await crashRounds(
	dir,
	Number(values.rounds),
	Number(values.seed),
);
for (const it of wrong) console.log(it);
console.log(
	`${rounds} rounds, seed ${values.seed}: ${acknowledged} requests acknowledged, ${records} stream records, slowest open ${Math.round(slowestOpenMs)} ms`,
);
if (wrong.length > 0) console.log(`The data stays in ${dir}.`);
else rmSync(dir, { recursive: true });
process.exitCode = wrong.length === 0 ? 0 : 1;
