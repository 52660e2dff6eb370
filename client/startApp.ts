import * as vscode from "vscode";
import type { Apps } from "./apps.ts";
import { EmulatorFailure } from "./emulator.ts";
import type { FolderApp } from "./folderApp.ts";
import type { Logs } from "./logs.ts";

type Needs = { readonly apps: Apps; readonly logs: Logs };

/** Starts an app that does not run yet; asks which when there are several. */
export async function startApp({ apps, logs }: Needs): Promise<void> {
	if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t("An app is started only in a folder that you trust."));
	const app = await apps.pick(
		vscode.l10n.t("Start the app of which folder?"),
		apps.all.filter((it) => it.state.kind !== "running"),
	);
	if (app === undefined) {
		if (apps.all.length === 0)
			throw new Error(vscode.l10n.t("Open a folder on this machine's disk that has a SAM or CloudFormation template."));
		return;
	}
	await withProgress({ logs }, app, () => app.start());
}

export async function stopApp({ apps }: Needs): Promise<void> {
	const app = await apps.pick(vscode.l10n.t("Stop the app of which folder?"), live(apps));
	await app?.stop();
}

export async function restartApp({ apps, logs }: Needs): Promise<void> {
	const app = await apps.pick(vscode.l10n.t("Restart the app of which folder?"), live(apps));
	if (app !== undefined) await withProgress({ logs }, app, () => app.restart());
}

/** In the editor a port is a setting, not an option of the command. */
function reasonOf(error: unknown): string {
	if (error instanceof EmulatorFailure && error.problems.some((it) => it.code === "port-in-use")) {
		return vscode.l10n.t(
			"Its port is in use by another program. Choose another in the setting gatewright.port; 0 takes any free one.",
		);
	}
	return error instanceof Error ? error.message : String(error);
}

function live(apps: Apps): readonly FolderApp[] {
	return apps.all.filter((it) => it.state.kind === "running" || it.state.kind === "starting");
}

/** The tree's own bar shows that something happens; a failure offers the log that tells more. */
async function withProgress({ logs }: Pick<Needs, "logs">, app: FolderApp, work: () => Promise<void>): Promise<void> {
	try {
		await vscode.window.withProgress({ location: { viewId: "gatewright.app" } }, work);
	} catch (error) {
		const message = reasonOf(error);
		logs.write("emulator", "error", message);
		void offerLog(logs, vscode.l10n.t("{0} could not be started: {1}", app.folder.name, message));
		return;
	}
	if (app.state.kind !== "running") return;
	const errors = app.state.app.problems.filter((it) => it.severity === "error");
	const [first] = errors;
	if (first !== undefined) {
		const more = errors.length > 1 ? ` (+${errors.length - 1})` : "";
		const place = first.at === undefined ? "" : `${vscode.workspace.asRelativePath(first.at.file)}:${first.at.line}: `;
		void offerProblems(`${place}${first.message}${more}`);
	}
}

async function offerProblems(message: string): Promise<void> {
	const action = vscode.l10n.t("Show Problems");
	const chosen = await vscode.window.showErrorMessage(`Gatewright: ${message}`, action);
	if (chosen === action) await vscode.commands.executeCommand("workbench.actions.view.problems");
}

/** One message, with the way to the whole story. */
export async function offerLog(logs: Logs, message: string): Promise<void> {
	const action = vscode.l10n.t("Show Log");
	const chosen = await vscode.window.showErrorMessage(`Gatewright: ${message}`, action);
	if (chosen === action) await logs.show();
}
