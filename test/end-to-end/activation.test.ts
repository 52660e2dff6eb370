import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { commandNames } from "../../client/manifest.generated.ts";
import { commandLine, descendants } from "../../scripts/processTree.ts";
import { ui, uiTest } from "./ui.ts";

describe("activation", () => {
	const extension = vscode.extensions.getExtension("gatewright.gatewright");

	it("comes with the first command, if not with the folder of an app before", async () => {
		assert.ok(extension, "the extension is installed");
		await vscode.commands.executeCommand("gatewright.stop");
		assert.equal(extension.isActive, true);
	});

	it("starts nothing by itself: neither the app nor the language server", () => {
		if (!existsSync("/proc")) return;
		const own = descendants(process.pid).map(commandLine);
		assert.deepEqual(
			own.filter((it) => /dist.(gatewright|server)\.cjs/.test(it)),
			[],
		);
	});

	uiTest("is quick, says VS Code itself", async () => {
		await vscode.commands.executeCommand("workbench.action.showRuntimeExtensions");
		const told = await ui(async (page) => {
			const editor = page.locator(".runtime-extensions-editor");
			const row = editor.locator(".monaco-list-row").filter({ hasText: "Gatewright" });
			await editor.locator(".monaco-list-row").first().click();
			// The slowest come first; those further down are drawn only when they are scrolled to.
			for (let pages = 0; pages < 20 && (await row.count()) === 0; pages++) await page.keyboard.press("PageDown");
			return row.locator(".activation-time").innerText();
		});
		console.log(`      ${told}`);
		const activateMs = Number(/Activation: (\d+)ms/.exec(told)?.[1]);
		assert.ok(activateMs >= 0, told);
		// For `npm run bench`, which prints it; never a timed test.
		const results = join(extension?.extensionPath ?? "", "test-results");
		mkdirSync(results, { recursive: true });
		writeFileSync(join(results, "activation.json"), JSON.stringify({ activateMs }));
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});

	it("registers every command that it contributes, and no other", async () => {
		const registered = (await vscode.commands.getCommands(true)).filter((it) => it.startsWith("gatewright."));
		const ours = registered.filter((it) => !it.startsWith("gatewright.app.")); // VS Code's own commands of our view
		assert.deepEqual(ours.toSorted(), commandNames.toSorted());
	});
});
