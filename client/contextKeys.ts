import * as vscode from "vscode";
import type { Apps } from "./apps.ts";

/** Keeps what package.json's `when` and `enablement` ask for. */
export function showContext(apps: Apps): vscode.Disposable {
	const show = () => {
		const live = apps.all.filter((it) => it.state.kind === "running" || it.state.kind === "starting").length;
		void vscode.commands.executeCommand("setContext", "gatewright.running", live > 0);
		void vscode.commands.executeCommand("setContext", "gatewright.allRunning", live > 0 && live === apps.all.length);
	};
	show();
	return apps.onDidChange(show);
}
