import * as vscode from "vscode";
import type { App, AppApi, AppResource } from "../protocol/app.ts";
import type { MethodChoice } from "../protocol/invoke.ts";
import type { SourceLocation } from "../protocol/problem.ts";
import type { Apps } from "./apps.ts";
import { commandLink } from "./commands.ts";
import type { FolderApp } from "./folderApp.ts";

/** A line of the tree, with what the commands on it need. */
export class AppItem extends vscode.TreeItem {
	children: readonly AppItem[] = [];
	source: SourceLocation | undefined;
	url: string | undefined;
	method: MethodChoice | undefined;
}

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
			return app === undefined ? [] : [{ folder: it, app }];
		});
		// A folder's name says nothing while there is only one.
		if (this.#apps.all.length === 1) return shown.flatMap(({ folder, app }) => groups(folder, app));
		return shown.map(({ folder, app }) => folderItem(folder, app));
	}

	dispose(): void {
		this.#listening.dispose();
		this.#changed.dispose();
	}
}

function appOf({ state }: FolderApp): App | undefined {
	return state.kind === "running" || state.kind === "starting" ? state.app : undefined;
}

function folderItem(folder: FolderApp, app: App): AppItem {
	const item = branch(folder.folder.name, "root-folder", groups(folder, app));
	item.id = folder.folder.uri.toString();
	item.description = app.endpoint;
	return item;
}

function groups(folder: FolderApp, app: App): AppItem[] {
	const key = folder.folder.uri.toString();
	const apis = app.apis.map((it) => apiItem(key, it));
	const functions = app.functions.map((it) =>
		leaf(it.name, "symbol-function", `${it.runtime} ${it.handler}`.trim(), it.source),
	);
	const tables = app.tables.map((it) => {
		const state = it.status === "ACTIVE" ? "" : it.status;
		return leaf(it.name, "table", [state, ...it.indexes].filter((word) => word !== "").join(" · "), it.source);
	});
	const grouped = [
		...(functions.length === 0
			? []
			: [group(`${key} functions`, vscode.l10n.t("Functions"), "symbol-event", functions)]),
		...(tables.length === 0 ? [] : [group(`${key} tables`, vscode.l10n.t("Tables"), "database", tables)]),
	];
	const items = [...apis, ...grouped];
	return items.length === 0 ? [emptyItem(app)] : items;
}

/** The app runs but holds nothing: more likely than not its template could not be read. */
function emptyItem(app: App): AppItem {
	const item = leaf(
		vscode.l10n.t("Nothing is deployed"),
		app.problems.length > 0 ? "warning" : "info",
		app.problems[0]?.message ?? "",
		undefined,
	);
	item.tooltip = app.problems.map((it) => it.message).join("\n\n");
	return item;
}

function apiItem(folder: string, api: AppApi): AppItem {
	const stages = api.stages.map((it) => it.name).join(", ");
	const resources = api.resources
		.filter((it) => it.methods.length > 0)
		.toSorted((a, b) => a.path.localeCompare(b.path))
		.map((it) => resourceItem(folder, api, it));
	const item = branch(api.name, "globe", resources);
	item.id = `${folder} api ${api.id}`;
	item.description = stages;
	item.source = api.source;
	item.url = api.stages[0]?.url;
	item.contextValue = contextOf(item);
	item.tooltip = api.stages.map((it) => it.url).join("\n");
	return item;
}

function resourceItem(folder: string, api: AppApi, resource: AppResource): AppItem {
	const methods = resource.methods.map(({ httpMethod, integration, source }) => {
		const item = leaf(httpMethod, "symbol-method", integration, source);
		item.method = { folder, apiId: api.id, httpMethod, resourcePath: resource.path };
		item.url = api.stages[0] && `${api.stages[0].url}${resource.path}`;
		item.contextValue = contextOf(item);
		item.tooltip = `${httpMethod} ${resource.path} (${integration})`;
		item.accessibilityInformation = { label: `${httpMethod} ${resource.path}, ${integration}` };
		return item;
	});
	return branch(resource.path, "symbol-namespace", methods);
}

/** Known by its id, so that it stays open or closed while the app is deployed again and again. */
function group(id: string, label: string, icon: string, children: readonly AppItem[]): AppItem {
	return Object.assign(branch(label, icon, children), { id });
}

function branch(label: string, icon: string, children: readonly AppItem[]): AppItem {
	const item = new AppItem(label, vscode.TreeItemCollapsibleState.Expanded);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.children = children;
	return item;
}

function leaf(label: string, icon: string, description: string, source: SourceLocation | undefined): AppItem {
	const item = new AppItem(label, vscode.TreeItemCollapsibleState.None);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.description = description;
	item.source = source;
	item.contextValue = contextOf(item);
	if (source !== undefined)
		item.command = commandLink("gatewright.openSource", vscode.l10n.t("Go to Definition"), item);
	return item;
}

/** What the menus in package.json ask for, as words. */
function contextOf({ method, source, url }: AppItem): string {
	return [method && "method", source && "source", url && "url"].filter((it) => it !== undefined).join(" ");
}
