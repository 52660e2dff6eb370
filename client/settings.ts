import * as vscode from "vscode";
import { type Settings, settingDefaults } from "./manifest.generated.ts";

/** The only door to settings. A value of another type, as a hand-written settings file may have, counts as not set. */
export function setting<Name extends keyof Settings>(name: Name, scope?: vscode.Uri): Settings[Name] {
	const value = vscode.workspace.getConfiguration(undefined, scope).get<Settings[Name]>(name);
	const standard = settingDefaults[name];
	return value !== undefined && typeof value === typeof standard ? value : standard;
}

export async function changeSetting<Name extends keyof Settings>(
	name: Name,
	value: Settings[Name],
	scope: vscode.Uri,
): Promise<void> {
	await vscode.workspace
		.getConfiguration(undefined, scope)
		.update(name, value, vscode.ConfigurationTarget.WorkspaceFolder);
}
