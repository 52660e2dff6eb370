/**
 * `npm run bench:dynamodb`: our DynamoDB beside others, on this machine, in one run; never a test. With `-- --quick` rounds
 * are short, to see that it runs. The cost of a large table is in benchDynamodbSize.ts.
 */
import { compareServers } from "./bench/dynamodb/comparison.ts";
import { steadyMemory } from "./bench/dynamodb/steadyMemory.ts";

const quick = process.argv.includes("--quick");
console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians; compare within a table only.`);
console.log("Ours: items on disk, streams on. The others: in memory, no streams.\n");
await compareServers(quick ? 200 : 1000, quick ? 3 : 7);
await steadyMemory(quick ? 4000 : 400_000);
