import * as vscode from "vscode";
import type { App, AppApi, AppFunction, AppResource, AppTable } from "../protocol/app.ts";
import type { MethodChoice } from "../protocol/invoke.ts";
import type { SourceLocation } from "../protocol/problem.ts";
import { commandLink } from "./commands.ts";

/** What a line of the tree stands for, as far as the commands on it need it. */
type Thing = {
	readonly source?: SourceLocation | undefined;
	readonly url?: string | undefined;
	readonly method?: MethodChoice;
};

/** A line of the tree. Known by its id, so that it stays open, closed or selected while the app is deployed again. */
export class AppItem extends vscode.TreeItem {
	readonly children: readonly AppItem[];
	readonly thing: Thing;

	constructor(id: string, label: string, icon: string, children: readonly AppItem[], thing: Thing = {}) {
		const { Expanded, None } = vscode.TreeItemCollapsibleState;
		super(label, children.length > 0 ? Expanded : None);
		this.id = id;
		this.iconPath = new vscode.ThemeIcon(icon);
		this.children = children;
		this.thing = thing;
		// What the menus in package.json ask for, as words.
		this.contextValue = Object.entries(thing)
			.flatMap(([name, value]) => (value === undefined ? [] : [name]))
			.join(" ");
		if (thing.source !== undefined && children.length === 0) {
			this.command = commandLink("gatewright.openSource", vscode.l10n.t("Go to Definition"), this);
		}
	}
}

/** The lines of one running app. */
export function appItems(folder: string, app: App): AppItem[] {
	const functions = app.functions.map((it) => functionItem(folder, it));
	const tables = app.tables.map((it) => tableItem(folder, it));
	const items = [
		...app.apis.map((it) => apiItem(folder, it)),
		...(functions.length === 0
			? []
			: [new AppItem(`${folder} functions`, vscode.l10n.t("Functions"), "symbol-event", functions)]),
		...(tables.length === 0 ? [] : [new AppItem(`${folder} tables`, vscode.l10n.t("Tables"), "database", tables)]),
	];
	return items.length === 0 ? [emptyItem(folder, app)] : items;
}

/** The app runs but holds nothing: more likely than not its template could not be read. */
function emptyItem(folder: string, { problems }: App): AppItem {
	const item = new AppItem(
		`${folder} empty`,
		vscode.l10n.t("Nothing is deployed"),
		problems.length > 0 ? "warning" : "info",
		[],
	);
	item.description = problems[0]?.message ?? "";
	item.tooltip = problems.map((it) => it.message).join("\n\n");
	return item;
}

function apiItem(folder: string, api: AppApi): AppItem {
	const resources = api.resources
		.filter((it) => it.methods.length > 0)
		.toSorted((a, b) => a.path.localeCompare(b.path))
		.map((it) => resourceItem(folder, api, it));
	const item = new AppItem(`${folder} api ${api.id}`, api.name, "globe", resources, {
		source: api.source,
		url: api.stages[0]?.url,
	});
	item.description = api.stages.map((it) => it.name).join(", ");
	item.tooltip = api.stages.map((it) => it.url).join("\n");
	return item;
}

function resourceItem(folder: string, api: AppApi, { path, methods }: AppResource): AppItem {
	const id = `${folder} api ${api.id} ${path}`;
	const stage = api.stages[0]?.url;
	const items = methods.map(({ httpMethod, integration, source }) => {
		const method = { folder, apiId: api.id, httpMethod, resourcePath: path };
		const url = stage && `${stage}${path}`;
		const item = new AppItem(`${id} ${httpMethod}`, httpMethod, "symbol-method", [], { method, source, url });
		item.description = integration;
		item.tooltip = `${httpMethod} ${path} (${integration})`;
		item.accessibilityInformation = { label: `${httpMethod} ${path}, ${integration}` };
		return item;
	});
	return new AppItem(id, path, "symbol-namespace", items);
}

function functionItem(folder: string, { name, logicalId, runtime, handler, source }: AppFunction): AppItem {
	const item = new AppItem(`${folder} function ${name}`, logicalId ?? name, "symbol-function", [], { source });
	item.tooltip = name;
	item.description = `${runtime} ${handler}`.trim();
	return item;
}

function tableItem(folder: string, { name, logicalId, status, indexes, source }: AppTable): AppItem {
	const item = new AppItem(`${folder} table ${name}`, logicalId ?? name, "table", [], { source });
	item.tooltip = name;
	item.description = [status === "ACTIVE" ? "" : status, ...indexes].filter((it) => it !== "").join(" · ");
	return item;
}
