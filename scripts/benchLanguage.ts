/**
 * `npm run bench:language`: the template language beside others, on this machine, in one run; never a test. With `-- --quick`
 * rounds are short, to see that it runs.
 */
import { editing } from "./bench/language/editing.ts";
import { memory } from "./bench/language/memory.ts";
import { renderRates } from "./bench/language/renderRates.ts";
import { typing } from "./bench/language/typing.ts";

const quick = process.argv.includes("--quick");
console.log(
	`Node ${process.version}, ${process.platform} ${process.arch}; seconds of processor time, best of five rounds; compare within a table only.\n`,
);
await renderRates(quick ? 100 : 2000);
typing(quick ? 50 : 500);
editing(quick ? 50 : 500);
memory();
