import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "../../scripts/vscodeHostPage.ts";

/**
 * Runs a function on the workbench around this extension host, in the process that drives the browser. It is sent as text,
 * so it sees its arguments and nothing else.
 */
export async function ui<Args extends readonly unknown[], Result>(
	act: (page: Page, ...args: Args) => Promise<Result>,
	...args: Args
): Promise<Result> {
	if (bridge === undefined) throw new Error("This VS Code cannot be driven by clicking.");
	const response = await fetch(bridge, { method: "POST", body: JSON.stringify({ code: act.toString(), args }) });
	if (!response.ok) throw new Error(await response.text());
	return (await response.json()) as Result; // The wire: the bridge gives back what the function returned, as JSON.
}

/** A test that drives the workbench by clicking; where that cannot be (desktop VS Code) it says that it is left out. */
export function uiTest(title: string, body: () => Promise<void>): void {
	if (bridge !== undefined) it(title, body);
	else console.log(`Left out here, for it needs the browser that drives the workbench: ${title}`);
}

/** A picture of the whole workbench, to be looked at after the run. */
export async function screenshot(name: string): Promise<void> {
	await picture(process.env["GATEWRIGHT_IMAGES"], name);
}

export async function screenshotOfFailure(title: string): Promise<void> {
	if (bridge !== undefined) await picture(process.env["GATEWRIGHT_RESULTS"], `failed ${title}`.replace(/\W+/g, "-"));
}

async function picture(folder: string | undefined, name: string): Promise<void> {
	const path = join(folder ?? tmpdir(), `${name}.png`);
	await ui(async (page, to) => void (await page.screenshot({ path: to })), path);
}

const bridge = process.env["VSCODE_TEST_UI"];
