/**
 * `npm run bench:dynamodb-size`: what a table of a million items costs beside one of a thousand; never a test. With `-- --quick`
 * the million is fifty thousand, to see that it runs.
 */
import { largeTable } from "./bench/dynamodb/largeTable.ts";

const quick = process.argv.includes("--quick");
console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians; one connection.\n`);
await largeTable(quick ? 50_000 : 1_000_000, quick ? 200 : 1000, quick ? 3 : 7);
