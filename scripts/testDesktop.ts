import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import type { TestResult } from "./vscodeHostRun.ts";

export type DesktopRun = {
	readonly extension: string;
	readonly tests: string;
	readonly workspace: string;
	readonly env: Readonly<Record<string, string>>;
};

/** The same suites in desktop VS Code, which is downloaded first; what drives the workbench by clicking is left out there. */
export async function testDesktop({ extension, tests, workspace, env }: DesktopRun): Promise<readonly TestResult[]> {
	const dir = mkdtempSync(join(tmpdir(), "gw-"));
	const resultFile = join(dir, "result.json");
	try {
		await runTests({
			extensionDevelopmentPath: extension,
			extensionTestsPath: tests,
			launchArgs: [
				workspace,
				"--disable-workspace-trust",
				"--disable-extensions",
				`--user-data-dir=${join(dir, "user")}`,
			],
			extensionTestsEnv: { ...env, VSCODE_TEST_RESULT: resultFile },
		}).catch((error: unknown) => console.error(error)); // The tests that failed are in the file; without it this was why.
		return (JSON.parse(readFileSync(resultFile, "utf8")) as { tests: readonly TestResult[] }).tests; // Written by test/end-to-end/runSuites.ts.
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
