import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { ui, uiTest } from "./ui.ts";
import { until, workspaceFolder } from "./workbench.ts";

describe("what is wrong with the app's files", () => {
	const template = vscode.Uri.joinPath(workspaceFolder(), "template.yaml");
	const whole = readFileSync(template.fsPath, "utf8");
	const broken = whole.replace(/^Resources:.*$/m, "Resources: [");
	// The language server's hints about the models in it are not what is wrong.
	const ours = () =>
		vscode.languages
			.getDiagnostics(template)
			.filter((it) => it.source === "Gatewright" && it.severity !== vscode.DiagnosticSeverity.Hint);

	after(async () => {
		writeFileSync(template.fsPath, whole);
		await vscode.commands.executeCommand("gatewright.stop");
	});

	it("stands in Problems, at its line, as soon as the file is saved", async () => {
		await vscode.commands.executeCommand("gatewright.start");
		assert.deepEqual(ours(), []);
		writeFileSync(template.fsPath, broken);
		const [first] = await until("a problem is shown", () => (ours().length > 0 ? ours() : undefined));
		assert.equal(first?.severity, vscode.DiagnosticSeverity.Error);
		assert.equal(typeof first?.code, "string");
		assert.ok((first?.range.start.line ?? 0) > 0, "it has a line");
	});

	it("is gone when the file is mended", async () => {
		writeFileSync(template.fsPath, whole);
		await until("no problem is shown", () => ours().length === 0);
	});

	uiTest("is told once when the app is started with it, with the way to Problems", async () => {
		await vscode.commands.executeCommand("gatewright.stop");
		writeFileSync(template.fsPath, broken);
		await vscode.commands.executeCommand("gatewright.start");
		await vscode.commands.executeCommand("notifications.showList");
		const [message] = await ui(async (page) => {
			const notice = page
				.locator(".notifications-center .notification-list-item")
				.filter({ hasText: "Gatewright: template.yaml:" });
			await notice.first().waitFor();
			return notice.allInnerTexts();
		});
		assert.match(message ?? "", /Show Problems/);
		await vscode.commands.executeCommand("notifications.clearAll");
		assert.ok(ours().length > 0);
	});

	it("is forgotten when the app is stopped", async () => {
		await vscode.commands.executeCommand("gatewright.stop");
		assert.deepEqual(ours(), []);
	});
});
