import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commandLine, descendants, isAlive } from "../../scripts/processTree.ts";
import { ui, uiTest } from "./ui.ts";
import { answers, freePort, until } from "./workbench.ts";

describe("running the app of a folder", () => {
	let port = 0;
	before(async () => {
		port = await freePort();
		await vscode.workspace.getConfiguration("gatewright").update("port", port, vscode.ConfigurationTarget.Workspace);
	});
	after(async () => {
		await vscode.commands.executeCommand("gatewright.stop");
		await vscode.workspace
			.getConfiguration("gatewright")
			.update("port", undefined, vscode.ConfigurationTarget.Workspace);
	});
	const health = () => answers(`http://127.0.0.1:${port}/_gatewright/app`);

	uiTest("an empty view says how to start, and its button starts the app", async () => {
		await vscode.commands.executeCommand("gatewright.app.focus");
		await ui(async (page) => {
			await page.locator(".welcome-view-content").getByRole("button", { name: "Start App" }).click();
			await page.getByRole("treeitem", { name: /GET \/health/ }).waitFor();
		});
	});

	it("answers at the port in the settings once Start has been done", async () => {
		await vscode.commands.executeCommand("gatewright.start");
		assert.equal(await health(), true);
	});

	uiTest("the status bar tells that it runs, and where", async () => {
		await ui(
			(page, text) => page.locator(".statusbar-item").filter({ hasText: text }).waitFor(),
			`Gatewright :${port}`,
		);
	});

	uiTest("each part of the emulator that said something has its log", async () => {
		void vscode.commands.executeCommand("gatewright.showLog");
		// This host has no native module to write log files with, so the lines themselves cannot be seen here.
		const parts = await ui(async (page) => {
			const rows = page.locator(".quick-input-list .monaco-list-row");
			await rows.first().waitFor();
			const names = await rows.allInnerTexts();
			await rows.filter({ hasText: "Deployment" }).click();
			await page.locator(".part.panel").getByText("Gatewright Deployment").first().waitFor({ state: "attached" });
			return names;
		});
		assert.ok(parts.length > 1, parts.join());
		await vscode.commands.executeCommand("workbench.action.closePanel");
	});

	it("a restart leaves it answering at the same port", async () => {
		await vscode.commands.executeCommand("gatewright.restart");
		assert.equal(await health(), true);
	});

	uiTest("an emulator that is killed is started again, at the same address", async () => {
		const [killed] = emulators();
		assert.ok(killed !== undefined, "an emulator runs");
		process.kill(killed, "SIGKILL");
		await until("the emulator has died", () => !isAlive(killed));
		await until("it answers again", health);
		assert.notDeepEqual(emulators(), [killed]);
		await ui((page) => page.getByRole("treeitem", { name: /GET \/health/ }).waitFor());
	});

	uiTest("nothing of it is left when it was stopped", async () => {
		const before = emulators();
		assert.equal(before.length > 0, true);
		await vscode.commands.executeCommand("gatewright.stop");
		assert.equal(await health(), false);
		assert.deepEqual(before.filter(isAlive), []);
		await ui((page) => page.locator(".welcome-view-content").getByRole("button", { name: "Start App" }).waitFor());
	});
});

/** The emulators that this extension host has started, found by their command line. */
function emulators(): readonly number[] {
	return descendants(process.pid).filter((pid) => commandLine(pid).includes("gatewright.cjs"));
}
