import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Mocha from "mocha";
import { screenshotOfFailure } from "./ui.ts";

/** Filled by the bundle (scripts/endToEndBundle.ts): the name of each suite and what declares its tests. */
export const suites: [string, () => void][] = [];

/** VS Code calls this in its extension host. What it writes is the only thing that counts as a result. */
export async function run(): Promise<void> {
	const mocha = new Mocha({
		ui: "bdd",
		color: false,
		timeout: 60_000,
		reporter: "spec",
		forbidOnly: true,
		forbidPending: true,
	});
	for (const [name, declare] of suites) {
		mocha.suite.emit("pre-require", globalThis, name, mocha);
		declare();
	}
	mocha.suite.afterEach(async function () {
		const test = this.currentTest;
		if (test?.state === "failed") await screenshotOfFailure(test.title);
	});
	const tests: { title: string; ok: boolean; ms?: number | undefined; error?: string | undefined }[] = [];
	const failures = await new Promise<number>((resolve) => {
		const runner = mocha.run(resolve);
		runner.on("pass", (test) => tests.push({ title: test.fullTitle(), ok: true, ms: test.duration }));
		runner.on("fail", (test, error: Error) =>
			tests.push({ title: test.fullTitle(), ok: false, ms: test.duration, error: error.stack }),
		);
	});
	const file = process.env["VSCODE_TEST_RESULT"];
	if (file === undefined) throw new Error("VSCODE_TEST_RESULT does not name the file for the result.");
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify({ failures, tests }, undefined, 1));
	if (failures > 0) throw new Error(`${failures} of ${tests.length} tests failed.`);
}
