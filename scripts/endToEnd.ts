/**
 * `npm run test:vscode`: runs the suites of test/end-to-end in a real VS Code; the extension must have been built. An
 * argument runs only the suites whose file name contains it; `--verbose` prints what VS Code says; `--extension DIR` tests an
 * extension that was built or unpacked elsewhere; `--images` renews the pictures that the README shows.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleSuites } from "./endToEndBundle.ts";
import { withExampleCopy } from "./exampleCopy.ts";
import { testDesktop } from "./testDesktop.ts";
import { hostIsSupported, setUpHost } from "./vscodeHost.ts";
import { runInVscode, type TestResult } from "./vscodeHostRun.ts";

const root = join(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		extension: { type: "string", default: root },
		images: { type: "boolean", default: false },
		verbose: { type: "boolean", default: false },
		desktop: { type: "boolean", default: false },
	},
});

// A result of an earlier run is none of this one.
rmSync(join(root, "test-results/vscode.json"), { force: true });
await withExampleCopy(async (workspace) => {
	const tests = await bundleSuites(positionals[0]);
	const { extension, verbose } = values;
	const results = join(root, "test-results");
	const env = { GATEWRIGHT_RESULTS: results, GATEWRIGHT_IMAGES: values.images ? join(root, "docs/images") : results };
	const desktop = values.desktop || !hostIsSupported;
	report(
		desktop
			? await testDesktop({ extension, tests, workspace, env })
			: await runInVscode({ host: await setUpHost(), extension, tests, workspace, env, timeoutMs: 300_000, verbose }),
	);
});

/** A run in which nothing ran is a failed run. */
function report(tests: readonly TestResult[]): void {
	mkdirSync(join(root, "test-results"), { recursive: true });
	writeFileSync(join(root, "test-results/vscode.json"), JSON.stringify({ tests }, undefined, "\t"));
	const failed = tests.filter((it) => !it.ok);
	for (const { title, error } of failed) console.error(`\nFailed: ${title}\n${error ?? ""}`);
	console.log(`\nVS Code: ${tests.length - failed.length} passed, ${failed.length} failed`);
	if (failed.length > 0 || tests.length === 0) process.exitCode = 1;
}
