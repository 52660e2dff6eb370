import * as vscode from "vscode";
import type { App } from "../protocol/app.ts";
import { AppItem, appItems } from "./appItem.ts";
import type { Apps } from "./apps.ts";
import type { FolderApp } from "./folderApp.ts";

/** The running apps: each API with its resources and methods, the functions, the tables. */
export class AppTree implements vscode.TreeDataProvider<AppItem>, vscode.Disposable {
	readonly #apps: Apps;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #listening: vscode.Disposable;

	constructor(apps: Apps) {
		this.#apps = apps;
		this.#listening = apps.onDidChange(() => this.#changed.fire(undefined));
	}

	getTreeItem(item: AppItem): vscode.TreeItem {
		return item;
	}

	/** Empty while nothing runs, which is when the welcome view speaks. */
	getChildren(item?: AppItem): AppItem[] {
		if (item !== undefined) return [...item.children];
		const shown = this.#apps.all.flatMap((it) => {
			const app = appOf(it);
			return app === undefined ? [] : [{ folder: it.folder, app }];
		});
		// A folder's name says nothing while there is only one.
		if (this.#apps.all.length === 1) return shown.flatMap(({ folder, app }) => appItems(folder.uri.toString(), app));
		return shown.map(({ folder, app }) => folderItem(folder, app));
	}

	dispose(): void {
		this.#listening.dispose();
		this.#changed.dispose();
	}
}

/** While the emulator is started again the tree shows what it had. */
function appOf({ state }: FolderApp): App | undefined {
	return state.kind === "running" || state.kind === "starting" ? state.app : undefined;
}

function folderItem({ name, uri }: vscode.WorkspaceFolder, app: App): AppItem {
	const id = uri.toString();
	const item = new AppItem(id, name, "root-folder", appItems(id, app));
	item.description = app.endpoint;
	return item;
}
