import * as vscode from "vscode";

/** The folder that the tests run in: a copy of the example, which they may change. */
export function workspaceFolder(): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	if (folder === undefined) throw new Error("The tests need an open folder.");
	return folder.uri;
}

/** Waits until something that VS Code tells by no event is so; fails with what it saw last. */
export async function until<Value>(what: string, look: () => Promise<Value | undefined> | Value | undefined, timeoutMs = 20_000): Promise<Value> {
	const end = performance.now() + timeoutMs;
	for (;;) {
		const value = await look();
		if (value !== undefined && value !== false) return value;
		if (performance.now() > end) throw new Error(`Waited ${timeoutMs / 1000} seconds in vain until ${what}.`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
