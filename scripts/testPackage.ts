/**
 * `npm run test:package`: installs the VSIX in a real VS Code as a user would, starts the example by clicking, and invokes a
 * method. What is missing in the package shows here: nothing is loaded from the checkout.
 */
import { globSync } from "node:fs";
import { join } from "node:path";
import { withExampleCopy } from "./exampleCopy.ts";
import { setUpHost } from "./vscodeHost.ts";
import type { Page } from "./vscodeHostPage.ts";
import { runInVscode } from "./vscodeHostRun.ts";

const root = join(import.meta.dirname, "..");
const [vsix, ...more] = globSync("*.vsix", { cwd: root });
if (vsix === undefined || more.length > 0) throw new Error("There must be one .vsix here: `npm run package` makes it.");
const host = await setUpHost();

await withExampleCopy(async (workspace) => {
	const run = {
		host,
		workspace,
		vsix: [join(root, vsix)],
		drive,
		env: {},
		timeoutMs: 120_000,
		verbose: process.argv.includes("--verbose"),
	};
	await runInVscode(run);
	console.log(`${vsix} was installed, started the example and answered.`);
});

async function drive(page: Page): Promise<void> {
	await page.locator(".activitybar").getByRole("tab", { name: "Gatewright" }).click();
	await page.locator(".welcome-view-content").getByRole("button", { name: "Start App" }).click();
	const row = page.getByRole("treeitem", { name: /^GET \/health/ });
	await row.hover();
	await row.getByRole("button", { name: "Invoke Method" }).click();
	const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
	await panel.getByRole("button", { name: "Send" }).click();
	await panel.locator("#status").filter({ hasText: /^200/ }).waitFor();
	await panel.locator(".frame").first().waitFor();
}
