import { stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { changeSetting, setting } from "./settings.ts";

/**
 * The template that is a folder's app: the one in the settings, else the only one there is, else the one that the user
 * picks, which is remembered. Undefined when the user picked none.
 */
export async function findTemplate(
	folder: vscode.WorkspaceFolder,
	remembered: vscode.Memento,
): Promise<string | undefined> {
	const wanted = setting("gatewright.template", folder.uri);
	if (wanted !== "") {
		const file = isAbsolute(wanted) ? wanted : join(folder.uri.fsPath, wanted);
		if (await exists(file)) return file;
		throw new Error(vscode.l10n.t("There is no template at {0}; the setting gatewright.template names it.", file));
	}
	const key = `template:${folder.uri.toString()}`;
	const before = remembered.get<string>(key);
	if (before !== undefined && (await exists(before))) return before;
	const [first, ...more] = await templatesIn(folder);
	if (first === undefined) {
		throw new Error(noTemplate(folder));
	}
	// One at the top is the app, whatever else lies deeper.
	if (more.length === 0 || isAtTop(folder, first)) return first.fsPath;
	const picked = await pickTemplate(folder, [first, ...more]);
	if (picked !== undefined) await remembered.update(key, picked.fsPath);
	return picked?.fsPath;
}

/** Lets the user choose, and writes the choice where the folder's settings stand. */
export async function chooseTemplate(folder: vscode.WorkspaceFolder): Promise<boolean> {
	const found = await templatesIn(folder);
	if (found.length === 0) throw new Error(noTemplate(folder));
	const picked = await pickTemplate(folder, found);
	if (picked === undefined) return false;
	await changeSetting("gatewright.template", relativeTo(folder, picked), folder.uri);
	return true;
}

async function templatesIn(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
	const pattern = new vscode.RelativePattern(folder, "**/template.{yaml,yml,json}");
	const found = await vscode.workspace.findFiles(pattern, "**/{node_modules,.aws-sam,.git,dist,build}/**", foundMax);
	const depth = (uri: vscode.Uri) => uri.path.split("/").length;
	return found.toSorted((a, b) => depth(a) - depth(b) || a.path.localeCompare(b.path));
}

async function pickTemplate(
	folder: vscode.WorkspaceFolder,
	found: readonly vscode.Uri[],
): Promise<vscode.Uri | undefined> {
	const items = found.map((uri) => ({
		label: relativeTo(folder, uri),
		iconPath: new vscode.ThemeIcon("file-code"),
		uri,
	}));
	const picked = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Which template is the app of {0}?", folder.name),
	});
	return picked?.uri;
}

function noTemplate({ name }: vscode.WorkspaceFolder): string {
	return vscode.l10n.t(
		"{0} has no template.yaml, template.yml or template.json. Name your template in the setting gatewright.template.",
		name,
	);
}

function relativeTo(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
	return uri.path.slice(folder.uri.path.length + 1);
}

function isAtTop(folder: vscode.WorkspaceFolder, uri: vscode.Uri): boolean {
	return !relativeTo(folder, uri).includes("/");
}

async function exists(file: string): Promise<boolean> {
	return stat(file).then(
		(it) => it.isFile(),
		() => false,
	);
}

const foundMax = 100;
