import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { until, workspaceFolder } from "./workbench.ts";

describe("mapping templates in the editor", () => {
	const file = (...names: readonly string[]) => vscode.Uri.joinPath(workspaceFolder(), ...names);
	const request = file("templates", "create-order.request.vtl");
	const template = file("template.yaml");

	after(async () => {
		for (const document of vscode.workspace.textDocuments.filter((it) => it.isDirty)) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand("workbench.action.files.revert");
		}
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		rmSync(file("foreign").fsPath, { recursive: true, force: true });
	});

	it("have their language under an app", async () => {
		const document = await vscode.workspace.openTextDocument(request);
		await vscode.window.showTextDocument(document);
		await until("the file has its language", () => languageOf(request) === "apigw-vtl");
	});

	it("are not taken from others: the user's word on such files goes first", async () => {
		const other = file("foreign", "page.vm");
		mkdirSync(file("foreign").fsPath);
		writeFileSync(other.fsPath, "$title");
		const files = vscode.workspace.getConfiguration("files");
		await files.update("associations", { "*.vm": "html" }, vscode.ConfigurationTarget.Workspace);
		await vscode.workspace.openTextDocument(other);
		const response = file("templates", "create-order.response.vtl");
		await vscode.workspace.openTextDocument(response);
		await until("the next file has its language", () => languageOf(response) === "apigw-vtl");
		assert.equal(languageOf(other), "html");
		await files.update("associations", undefined, vscode.ConfigurationTarget.Workspace);
		await until("the template has its language again", () => languageOf(request) === "apigw-vtl");
	});

	it("are completed by what the app declares", async () => {
		const position = await typeAtEnd(request, "\n$stageVariables.");
		await until("the variable is offered", async () => (await completionsAt(request, position)).includes("notesTable"));
	});

	it("tell what a member is", async () => {
		await replaceAll(request, "$input.json('$')");
		const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
			"vscode.executeHoverProvider",
			request,
			new vscode.Position(0, 9),
		);
		const text = hovers
			.flatMap(({ contents }) => contents.map((it) => (typeof it === "string" ? it : it.value)))
			.join();
		assert.match(text, /JSON text/);
	});

	it("have their mistakes in Problems, with a page for each", async () => {
		await replaceAll(request, "#set($a = $util.escapeJavascript('x'))$a");
		const [problem] = await until("the mistake is shown", () => problemsOf(request, "unknown-member"));
		assert.match(problem?.message ?? "", /escapeJavaScript/);
		const page = typeof problem?.code === "object" ? problem.code.target : undefined;
		assert.match((await vscode.workspace.openTextDocument(page ?? request)).getText(), /There is no such member/);
	});

	it("are mended by a quick fix", async () => {
		const [problem] = await until("the mistake is shown", () => problemsOf(request, "unknown-member"));
		assert.ok(problem !== undefined);
		const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			request,
			problem.range,
		);
		const fix = actions.find(({ title }) => title.includes("escapeJavaScript"));
		assert.ok(fix?.edit !== undefined);
		await vscode.workspace.applyEdit(fix.edit);
		await until("no mistake is shown", () => problemsOf(request, "unknown-member") === undefined);
	});

	it("have their variables renamed", async () => {
		await replaceAll(request, "#set($total = 1)\n$total ${total}");
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			"vscode.executeDocumentRenameProvider",
			request,
			new vscode.Position(1, 2),
			"sum",
		);
		await vscode.workspace.applyEdit(edit);
		const document = await vscode.workspace.openTextDocument(request);
		assert.equal(document.getText(), "#set($sum = 1)\n$sum ${sum}");
	});

	it("inside a YAML document are served in place, and the document stays YAML", async () => {
		const document = await vscode.workspace.openTextDocument(template);
		await vscode.window.showTextDocument(document);
		const start = document.getText().indexOf("$context.stage");
		const edit = new vscode.WorkspaceEdit();
		edit.replace(
			template,
			new vscode.Range(document.positionAt(start), document.positionAt(start + 14)),
			"$context.stag",
		);
		await vscode.workspace.applyEdit(edit);
		const [problem] = await until("the mistake is shown", () => problemsOf(template, "unknown-member"));
		assert.ok(problem !== undefined);
		assert.equal(document.getText(problem.range), "stag");
		assert.equal(document.languageId, "yaml");
		const inside = await completionsAt(template, document.positionAt(start + 13));
		assert.ok(inside.includes("stage"), inside.join());
		const formatter = await vscode.commands.executeCommand<readonly vscode.TextEdit[] | undefined>(
			"vscode.executeFormatDocumentProvider",
			template,
			{ tabSize: 2, insertSpaces: true },
		);
		assert.equal(formatter?.length ?? 0, 0, "we do not format YAML");
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});

	async function completionsAt(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
		const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
			"vscode.executeCompletionItemProvider",
			uri,
			position,
		);
		return items.map(({ label }) => (typeof label === "string" ? label : label.label));
	}
});

function languageOf(uri: vscode.Uri): string | undefined {
	return vscode.workspace.textDocuments.find((it) => it.uri.toString() === uri.toString())?.languageId;
}

/** Undefined while there are none. */
function problemsOf(uri: vscode.Uri, code: string): readonly vscode.Diagnostic[] | undefined {
	const found = vscode.languages
		.getDiagnostics(uri)
		.filter((it) => it.source === "Gatewright" && (typeof it.code === "object" ? it.code.value : it.code) === code);
	return found.length > 0 ? found : undefined;
}

async function replaceAll(uri: vscode.Uri, text: string): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	await vscode.workspace.applyEdit(edit);
}

async function typeAtEnd(uri: vscode.Uri, text: string): Promise<vscode.Position> {
	const document = await vscode.workspace.openTextDocument(uri);
	const edit = new vscode.WorkspaceEdit();
	edit.insert(uri, document.positionAt(document.getText().length), text);
	await vscode.workspace.applyEdit(edit);
	return document.positionAt(document.getText().length);
}
