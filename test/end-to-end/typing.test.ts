import assert from "node:assert/strict";
import * as vscode from "vscode";
import { screenshot, ui, uiTest } from "./ui.ts";
import { until, workspaceFolder } from "./workbench.ts";

describe("typing in a mapping template", () => {
	const request = vscode.Uri.joinPath(workspaceFolder(), "templates", "create-order.request.vtl");
	let document: vscode.TextDocument;

	before(async () => {
		document = await vscode.workspace.openTextDocument(request);
		await vscode.window.showTextDocument(document);
		await until("the file has its language", () => document.languageId === "apigw-vtl");
	});
	after(async () => {
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	uiTest("brings suggestions, and what is taken from them fits", async () => {
		await empty(document);
		await ui(async (page) => {
			await page.locator(".editor-instance .view-lines").first().click();
			await page.keyboard.type("$input.pa");
			await page.locator(".suggest-widget.visible .monaco-list-row").filter({ hasText: "path" }).first().waitFor();
		});
		await vscode.commands.executeCommand("acceptSelectedSuggestion");
		await until("the method is written", () => document.getText() === "$input.path('')");
		await empty(document);
		await ui(async (page) => {
			await page.keyboard.type("$input.path('$.cust");
			await page
				.locator(".suggest-widget.visible .monaco-list-row")
				.filter({ hasText: "customerId" })
				.first()
				.waitFor();
		});
		await screenshot("template-completion");
		await vscode.commands.executeCommand("acceptSelectedSuggestion");
		await until("the property is written", () => document.getText().includes("$.customerId"));
	});

	it("leads from a property to the model in the app's template", async () => {
		await empty(document, "$input.path('$.customerId')");
		const [found] = await vscode.commands.executeCommand<readonly vscode.Location[]>(
			"vscode.executeDefinitionProvider",
			request,
			new vscode.Position(0, 17),
		);
		assert.ok(found?.uri.path.endsWith("/template.yaml"));
	});

	it("is put in order without a change of what comes out", async () => {
		await empty(document, "#set( $a=1 )\n{\n\"id\": $input.json('$.id')\n}");
		const edits = await vscode.commands.executeCommand<readonly vscode.TextEdit[]>(
			"vscode.executeFormatDocumentProvider",
			request,
			{ tabSize: 2, insertSpaces: true },
		);
		const edit = new vscode.WorkspaceEdit();
		edit.set(request, [...edits]);
		await vscode.workspace.applyEdit(edit);
		assert.equal(document.getText(), "#set($a = 1)\n{\n  \"id\": $input.json('$.id')\n}");
	});
});

/** Puts a text in place of all that is there. */
async function empty(document: vscode.TextDocument, text = ""): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	await vscode.workspace.applyEdit(edit);
}
