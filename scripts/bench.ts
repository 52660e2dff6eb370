/**
 * `npm run bench`: what is measured for the README's table, as ratios of programs that run side by side in one run; never a
 * test. With `-- --quick` rounds are short, to see that it runs.
 */
import { activation } from "./bench/activation.ts";
import { proxyHop } from "./bench/proxyHop.ts";
import { startUp } from "./bench/startUp.ts";

const quick = process.argv.includes("--quick");
console.log(`Node ${process.version}, ${process.platform} ${process.arch}; medians; compare within a table only.\n`);
await proxyHop(quick ? 500 : 3000);
await startUp(quick ? 3 : 9);
await activation();
