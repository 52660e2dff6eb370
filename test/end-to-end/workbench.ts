import { once } from "node:events";
import { createServer } from "node:net";
import * as vscode from "vscode";

/** The folder that the tests run in: a copy of the example, which they may change. */
export function workspaceFolder(): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	if (folder === undefined) throw new Error("The tests need an open folder.");
	return folder.uri;
}

/** Waits until something that VS Code tells by no event is so; fails with what it saw last. */
export async function until<Value>(
	what: string,
	look: () => Promise<Value> | Value,
	timeoutMs = 20_000,
): Promise<NonNullable<Value>> {
	const end = performance.now() + timeoutMs;
	for (;;) {
		const value = await look();
		if (value) return value;
		if (performance.now() > end) throw new Error(`Waited ${timeoutMs / 1000} seconds in vain until ${what}.`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Whether something answers there at all. */
export async function answers(url: string): Promise<boolean> {
	return fetch(url).then(
		(response) => response.ok,
		() => false,
	);
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	if (address === null || typeof address === "string") throw new Error("The server has no port.");
	return address.port;
}
