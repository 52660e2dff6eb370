import assert from "node:assert/strict";
import * as vscode from "vscode";
import { screenshot, ui, uiTest } from "./ui.ts";

describe("the Invoke panel", () => {
	before(() => vscode.commands.executeCommand("gatewright.start"));
	after(() => vscode.commands.executeCommand("gatewright.stop"));

	uiTest("opens on a method that is clicked in the tree", async () => {
		await vscode.commands.executeCommand("gatewright.app.focus");
		await ui(async (page) => {
			const row = page.getByRole("treeitem", { name: /^GET \/orders\/\{id\}/ });
			await row.hover();
			await row.getByRole("button", { name: "Invoke Method" }).click();
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByLabel("Method", { exact: true }).waitFor();
		});
	});

	uiTest("sends what was typed, and shows the answer and its frames", async () => {
		const seen = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByLabel("id", { exact: true }).fill("7");
			await panel.getByRole("button", { name: "Send" }).click();
			await panel.locator("#status").waitFor();
			await panel.locator(".frame").nth(6).locator("summary").click();
			return {
				status: await panel.locator("#status").innerText(),
				steps: await panel.locator(".frame .step").allInnerTexts(),
			};
		});
		assert.match(seen.status, /^\d{3} /);
		assert.equal(seen.steps[0], "Route");
		await screenshot("invoke");
	});
});
