import * as vscode from "vscode";
import type { FolderApp } from "./folderApp.ts";

/** The apps of the window, one for each workspace folder that is on a disk; nothing else is shared between them. */
export class Apps {
	readonly #make: (folder: vscode.WorkspaceFolder) => FolderApp;
	readonly #apps = new Map<string, FolderApp>();
	readonly #changed = new vscode.EventEmitter<FolderApp>();
	/** An app has another state, has come, or has gone. */
	readonly onDidChange = this.#changed.event;
	readonly #folders: vscode.Disposable;

	constructor(make: (folder: vscode.WorkspaceFolder) => FolderApp) {
		this.#make = make;
		this.#folders = vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
			for (const folder of added) this.#add(folder);
			for (const folder of removed) this.#remove(folder);
		});
		for (const folder of vscode.workspace.workspaceFolders ?? []) this.#add(folder);
	}

	get all(): readonly FolderApp[] {
		return [...this.#apps.values()];
	}

	get running(): readonly FolderApp[] {
		return this.all.filter((it) => it.state.kind === "running");
	}

	of(folder: string): FolderApp | undefined {
		return this.#apps.get(folder);
	}

	/** The one app that is meant; asks when there are several. Undefined when the user answers none. */
	async pick(title: string, from: readonly FolderApp[] = this.all): Promise<FolderApp | undefined> {
		if (from.length <= 1) return from[0];
		const items = from.map((app) => ({ label: app.folder.name, description: app.folder.uri.fsPath, app }));
		return (await vscode.window.showQuickPick(items, { title }))?.app;
	}

	/** VS Code waits for this when it closes, so no emulator is left behind. */
	async dispose(): Promise<void> {
		this.#folders.dispose();
		await Promise.all(this.all.map((it) => it.dispose()));
		this.#apps.clear();
	}

	#add(folder: vscode.WorkspaceFolder): void {
		if (folder.uri.scheme !== "file") return;
		const app = this.#make(folder);
		this.#apps.set(folder.uri.toString(), app);
		app.onDidChange(() => this.#changed.fire(app));
		this.#changed.fire(app);
	}

	#remove(folder: vscode.WorkspaceFolder): void {
		const app = this.#apps.get(folder.uri.toString());
		if (app === undefined) return;
		this.#apps.delete(folder.uri.toString());
		void app.dispose();
		this.#changed.fire(app);
	}
}
