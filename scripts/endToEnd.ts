/**
 * `npm run test:vscode`: runs the suites of test/end-to-end in a real VS Code; the extension must have been built. An
 * argument runs only the suites whose file name contains it; `--verbose` prints what VS Code says; `--extension DIR` tests an
 * extension that was built or unpacked elsewhere.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleSuites } from "./endToEndBundle.ts";
import { testDesktop } from "./testDesktop.ts";
import { hostDir, hostIsSupported, setUpHost } from "./vscodeHost.ts";
import { runInVscode, type TestResult } from "./vscodeHostRun.ts";

const root = join(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { extension: { type: "string", default: root }, verbose: { type: "boolean" }, desktop: { type: "boolean" } },
});

const workspace = copyExample();
try {
	const tests = await bundleSuites(positionals[0]);
	const env = { GATEWRIGHT_ROOT: root, GATEWRIGHT_WORKSPACE: workspace };
	const results =
		values.desktop || !hostIsSupported
			? await testDesktop({ extension: values.extension, tests, workspace, env })
			: await runInVscode({
					host: await setUpHost(),
					extension: values.extension,
					tests,
					workspace,
					env,
					timeoutMs: 300_000,
					verbose: values.verbose ?? false,
				});
	report(results);
} finally {
	rmSync(workspace, { recursive: true, force: true });
}

/** A copy inside the checkout, so that tests may edit files and handlers still find the packages of the checkout. */
function copyExample(): string {
	const copy = join(hostDir, "workspaces", String(process.pid), "orders");
	mkdirSync(copy, { recursive: true });
	cpSync(join(root, "test/end-to-end/fixtures/two-methods"), copy, { recursive: true });
	return copy;
}

/** A run in which nothing ran is a failed run. */
function report(tests: readonly TestResult[]): void {
	mkdirSync(join(root, "test-results"), { recursive: true });
	writeFileSync(join(root, "test-results/vscode.json"), JSON.stringify({ tests }, undefined, "\t"));
	const failed = tests.filter((it) => !it.ok);
	for (const { title, error } of failed) console.error(`\nFailed: ${title}\n${error ?? ""}`);
	console.log(`\nVS Code: ${tests.length - failed.length} passed, ${failed.length} failed`);
	if (failed.length > 0 || tests.length === 0) process.exitCode = 1;
}
