import assert from "node:assert/strict";
import * as vscode from "vscode";
import { screenshot, ui, uiTest } from "./ui.ts";
import { until } from "./workbench.ts";

describe("the Invoke panel", () => {
	before(() => vscode.commands.executeCommand("gatewright.start"));
	after(async () => {
		await vscode.commands.executeCommand("gatewright.stop");
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});

	uiTest("opens on a method that is clicked in the tree", async () => {
		await vscode.commands.executeCommand("gatewright.app.focus");
		const method = await ui(async (page) => {
			const row = page.getByRole("treeitem", { name: /^POST \/orders,/ });
			await row.hover();
			await row.getByRole("button", { name: "Invoke Method" }).click();
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			return panel.getByLabel("Method", { exact: true }).locator("option:checked").innerText();
		});
		assert.equal(method, "POST /orders");
	});

	uiTest("sends what was typed, and shows the answer and its frames", async () => {
		const order = JSON.stringify(
			{ id: "A-1", customerId: "ada", items: [{ sku: "hand-grinder", quantity: 1 }] },
			undefined,
			"  ",
		);
		const seen = await ui(async (page, body) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByLabel("Body", { exact: true }).fill(body);
			await panel.getByRole("button", { name: "Add header" }).click();
			await panel.getByLabel("header 1 name").fill("Content-Type");
			await panel.getByLabel("header 1 value").fill("application/json");
			await panel.getByRole("button", { name: "Send" }).click();
			await panel.locator(".frame").first().waitFor();
			return {
				status: await panel.locator("#status").innerText(),
				body: await panel.locator("#answer-body").innerText(),
				steps: await panel.locator(".frame .step").allInnerTexts(),
			};
		}, order);
		assert.equal(seen.status, "201 Created");
		assert.equal(JSON.parse(seen.body).id, "A-1");
		assert.deepEqual(seen.steps, [
			"Route",
			"Resource policy",
			"Authorizer",
			"API key",
			"Throttle",
			"Cache",
			"Validation",
			"Integration request",
			"Integration",
			"Integration response",
			"Method response",
		]);
	});

	uiTest("a frame shows what it changed, and leads to the line that decided it", async () => {
		const link = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			const frame = panel.locator(".frame").filter({ hasText: "Integration request" });
			await frame.locator("summary").click();
			await frame.locator("mark.added").first().waitFor();
			return frame.locator(".source").innerText();
		});
		await screenshot("invoke");
		const [file, line] = link.split(":");
		await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator(".frame").filter({ hasText: "Integration request" }).locator(".source").click();
		});
		const editor = await until("the file is shown", () => vscode.window.activeTextEditor);
		assert.ok(editor.document.fileName.endsWith(file ?? "?"), editor.document.fileName);
		assert.equal(editor.selection.active.line + 1, Number(line));
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
	});

	uiTest("a refused request is answered as AWS does, and the frames say which step refused it", async () => {
		const seen = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByLabel("Body", { exact: true }).fill("{}");
			await panel.getByLabel("Body", { exact: true }).press("Control+Enter");
			await panel.locator("#status").filter({ hasText: "400" }).waitFor();
			return {
				body: await panel.locator("#answer-body").innerText(),
				failed: await panel.locator(".frame:is(.failed, .ended) .step").allInnerTexts(),
			};
		});
		assert.deepEqual(JSON.parse(seen.body), { message: "Invalid request body" });
		assert.deepEqual(seen.failed, ["Validation"]);
	});

	uiTest("a path parameter that is missing is asked for before anything is sent", async () => {
		const invalid = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByLabel("Method", { exact: true }).selectOption({ label: "GET /orders/{id}" });
			await panel.getByRole("button", { name: "Send" }).click();
			return panel.locator("#parameter-id:invalid:focus").count();
		});
		assert.equal(invalid, 1);
	});

	uiTest("what was written stays when the panel was hidden, and when another method was looked at", async () => {
		const before = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByLabel("id", { exact: true }).fill("A-1");
			await panel.getByLabel("id", { exact: true }).press("Control+Enter");
			await panel.locator("#status").filter({ hasText: "200" }).waitFor();
			await panel.getByLabel("Method", { exact: true }).selectOption({ label: "GET /health" });
			await panel.getByLabel("Method", { exact: true }).selectOption({ label: "GET /orders/{id}" });
			const id = await panel.getByLabel("id", { exact: true }).inputValue();
			await panel.getByLabel("id", { exact: true }).press("Control+Enter");
			await panel.locator("#status").filter({ hasText: "200" }).waitFor();
			return id;
		});
		assert.equal(before, "A-1");
		await vscode.commands.executeCommand("workbench.action.files.newUntitledFile");
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		const after = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			const id = await panel.getByLabel("id", { exact: true }).inputValue();
			return { id, status: await panel.locator("#status").innerText() };
		});
		assert.deepEqual(after, { id: "A-1", status: "200 OK" });
	});

	uiTest("says when the app was stopped, and starts it", async () => {
		await vscode.commands.executeCommand("gatewright.stop");
		await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.getByRole("button", { name: "Start App" }).click();
			await panel.getByRole("button", { name: "Send" }).click();
			await panel.locator("#status").filter({ hasText: "200" }).waitFor();
		});
	});

	uiTest("is reached from the palette with the list of methods", async () => {
		void vscode.commands.executeCommand("gatewright.invokeMethod");
		const method = await ui(async (page) => {
			await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "GET /health" }).click();
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#method option:checked").filter({ hasText: "GET /health" }).waitFor({ state: "attached" });
			await panel.getByRole("button", { name: "Send" }).click();
			await panel.locator("#status").filter({ hasText: "200" }).waitFor();
			return panel.locator("#method option:checked").innerText();
		});
		assert.equal(method, "GET /health");
	});
});
