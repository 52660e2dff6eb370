import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { App } from "../../protocol/app.ts";
import { screenshot, ui, uiTest } from "./ui.ts";
import { freePort, until, workspaceFolder } from "./workbench.ts";

describe("the template preview", () => {
	const file = () => vscode.Uri.joinPath(workspaceFolder(), "templates", "create-order.request.vtl");
	const sample = () => vscode.Uri.joinPath(workspaceFolder(), "templates", "create-order.request.sample.json");
	let editor: vscode.TextEditor;

	before(async () => {
		await vscode.workspace.fs.writeFile(
			sample(),
			new TextEncoder().encode(
				JSON.stringify({
					input: { body: { id: "A-1", customerId: "ada", items: [{ sku: "hand-grinder", quantity: 1 }] } },
					context: { requestId: "r-42" },
				}),
			),
		);
	});
	after(async () => {
		await vscode.workspace.fs.delete(sample());
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
	});

	uiTest("opens beside the template, with the sample that is saved beside it", async () => {
		editor = await vscode.window.showTextDocument(file());
		await until("the file has its language", () => editor.document.languageId === "apigw-vtl");
		await vscode.commands.executeCommand("gatewright.previewTemplate");
		const seen = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#status.good").waitFor();
			return {
				title: await panel.locator("#title").innerText(),
				output: await panel.locator("#output").innerText(),
				sample: await panel.getByLabel("Sample", { exact: true }).locator("option:checked").innerText(),
			};
		});
		assert.equal(seen.title, "create-order.request.vtl");
		assert.deepEqual(JSON.parse(seen.output), {
			id: "A-1",
			customerId: "ada",
			items: [{ sku: "hand-grinder", quantity: 1 }],
			requestId: "r-42",
		});
		assert.equal(seen.sample, "create-order.request.sample.json");
	});

	uiTest(
		"a piece of the output that is clicked, or chosen with the keyboard, is selected in the template",
		async () => {
			await ui(async (page) => {
				const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
				await panel.getByRole("option", { name: '"ada", from /body/customerId' }).click();
			});
			await until("the reference is selected", () => selected() === "$input.json('$.customerId')");
			await ui(async (page) => {
				const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
				const piece = panel.getByRole("option", { name: '"ada", from /body/customerId' });
				await piece.focus();
				await piece.press("ArrowRight");
				await panel.locator(":focus").press("ArrowRight");
				await panel.locator(":focus").press("Enter");
			});
			await until("the next reference is selected", () => selected() === "$input.json('$.items')");
		},
	);

	uiTest("what the cursor is in is marked in the output", async () => {
		const offset = editor.document.getText().indexOf("$context.requestId") + 3;
		const position = editor.document.positionAt(offset);
		(await vscode.window.showTextDocument(file(), { viewColumn: vscode.ViewColumn.One })).selection =
			new vscode.Selection(position, position);
		const marked = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#output .here").filter({ hasText: "r-42" }).waitFor();
			return panel.locator("#output .here").allInnerTexts();
		});
		assert.deepEqual(marked, ["r-42"]);
	});

	uiTest("follows what is typed: JSON that breaks is marked, and what has changed is told", async () => {
		await replace("$input.json('$.customerId')", "$input.path('$.customerId')");
		const seen = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#status.bad").waitFor();
			await panel.locator("summary").first().click();
			return {
				status: await panel.locator("#status").innerText(),
				fault: await panel.locator("#output .fault").innerText(),
				removed: await panel.locator("#changes .removed").innerText(),
				added: await panel.locator("#changes .added").innerText(),
			};
		});
		await screenshot("preview");
		assert.match(seen.status, /^Not JSON: ada is no JSON value/);
		assert.equal(seen.fault, "ada");
		assert.match(seen.removed, /^- +"customerId": "ada",/);
		assert.match(seen.added, /^\+ +"customerId": ada,/);
	});

	uiTest("a template that fails says where, and leads there", async () => {
		await replace("$input.path('$.customerId')", "$input.path(");
		await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#status").filter({ hasText: "Line 4, column" }).waitFor();
			await panel.getByRole("button", { name: "Show" }).click();
		});
		await until("the place is shown", () => vscode.window.activeTextEditor?.selection.active.line === 3);
	});

	uiTest("follows the sample as it is edited", async () => {
		await replace("$input.path(", "$input.json('$.customerId')");
		await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#status.good").waitFor();
			await panel.getByRole("button", { name: "Edit Sample" }).click();
		});
		const opened = await until("the sample is open", () => {
			const active = vscode.window.activeTextEditor;
			return active?.document.uri.toString() === sample().toString() ? active : undefined;
		});
		const text = opened.document.getText();
		const at = opened.document.positionAt(text.indexOf("A-1"));
		await opened.edit((edit) => edit.insert(at, "changed-"));
		const output = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#output").filter({ hasText: "changed-A-1" }).waitFor();
			return panel.locator("#output").innerText();
		});
		assert.equal(JSON.parse(output).id, "changed-A-1");
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	uiTest("renders with a request that the running app recorded", async () => {
		const port = await freePort();
		await vscode.workspace.getConfiguration("gatewright").update("port", port);
		await vscode.commands.executeCommand("gatewright.start");
		const app = (await (await fetch(`http://127.0.0.1:${port}/_gatewright/app`)).json()) as App; // The wire: protocol/app.ts.
		const url = app.apis[0]?.stages[0]?.url ?? "";
		const order = { id: "A-77", customerId: "grace", items: [{ sku: "hand-grinder", quantity: 2 }] };
		const headers = { "Content-Type": "application/json" };
		const answer = await fetch(`${url}/orders`, { method: "POST", headers, body: JSON.stringify(order) });
		assert.equal(answer.status, 201);
		await vscode.window.showTextDocument(file(), { viewColumn: vscode.ViewColumn.One });
		await vscode.commands.executeCommand("workbench.action.files.save");
		const output = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			const choice = panel.getByLabel("Sample", { exact: true });
			await choice.locator("option").filter({ hasText: "POST /orders" }).first().waitFor({ state: "attached" });
			const label = await choice.locator("option").filter({ hasText: "POST /orders" }).first().innerText();
			await choice.selectOption({ label });
			await panel.locator("#output").filter({ hasText: "grace" }).waitFor();
			return panel.locator("#output").innerText();
		});
		assert.equal(JSON.parse(output).customerId, "grace");
		await vscode.commands.executeCommand("gatewright.stop");
		await vscode.workspace.getConfiguration("gatewright").update("port", undefined);
	});

	uiTest("shows the template in a YAML document that the cursor is in", async () => {
		const document = vscode.Uri.joinPath(workspaceFolder(), "template.yaml");
		const shown = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
		const select = (text: string) => {
			const at = shown.document.positionAt(shown.document.getText().indexOf(text));
			shown.selection = new vscode.Selection(at, at);
		};
		select("$context.stage");
		const output = await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#output").filter({ hasText: '"status": "ok"' }).waitFor();
			return panel.locator("#output").innerText();
		});
		assert.equal(JSON.parse(output).status, "ok");
		select('"statusCode": 200');
		await ui(async (page) => {
			const panel = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
			await panel.locator("#output").filter({ hasText: '"statusCode": 200' }).waitFor();
			await panel.locator("#output .fixed").first().click();
		});
		await until("the template is selected in the document", () => selected() === '{ "statusCode": 200 }');
	});

	uiTest("makes a mapping template of a model of the app", async () => {
		await vscode.window.showTextDocument(vscode.Uri.joinPath(workspaceFolder(), "template.yaml"), {
			viewColumn: vscode.ViewColumn.One,
		});
		void vscode.commands.executeCommand("gatewright.templateFromModel");
		await ui(async (page) => {
			await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "NewNote" }).click();
		});
		const made = await until("the template is open", () => {
			const active = vscode.window.activeTextEditor?.document;
			return active?.isUntitled === true ? active : undefined;
		});
		assert.equal(made.languageId, "apigw-vtl");
		assert.match(made.getText(), /"text": "\$util\.escapeJavaScript\(\$root\.text\)/);
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	function selected(): string {
		const active = vscode.window.activeTextEditor;
		return active === undefined ? "" : active.document.getText(active.selection);
	}

	async function replace(text: string, by: string): Promise<void> {
		const shown = await vscode.window.showTextDocument(file(), { viewColumn: vscode.ViewColumn.One });
		const start = shown.document.getText().indexOf(text);
		assert.notEqual(start, -1, text);
		const range = new vscode.Range(shown.document.positionAt(start), shown.document.positionAt(start + text.length));
		await shown.edit((edit) => edit.replace(range, by));
	}
});
