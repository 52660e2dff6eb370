import { createHash } from "node:crypto";
import * as vscode from "vscode";
import type { Diagnostics } from "./diagnostics.ts";
import { FolderApp } from "./folderApp.ts";
import type { TemplateService } from "./language/templateLanguage.ts";
import type { Logs } from "./logs.ts";
import { setting } from "./settings.ts";
import { offerLog } from "./startApp.ts";
import { findTemplate } from "./template.ts";

type Needs = {
	readonly context: vscode.ExtensionContext;
	readonly logs: Logs;
	readonly diagnostics: Diagnostics;
	readonly templates: Pick<TemplateService, "recorded">;
};

/** The app of a workspace folder with everything of VS Code that it speaks to. */
export function openFolderApp(
	{ context, logs, diagnostics, templates }: Needs,
	folder: vscode.WorkspaceFolder,
): FolderApp {
	const key = folder.uri.toString();
	const named = () => ((vscode.workspace.workspaceFolders?.length ?? 0) > 1 ? folder.name : undefined);
	return new FolderApp({
		folder,
		program: vscode.Uri.joinPath(context.extensionUri, "dist", "gatewright.cjs").fsPath,
		arguments: async (port) => {
			const template = await findTemplate(folder, context.workspaceState);
			if (template === undefined) return undefined;
			const throttling = setting("gatewright.throttling", folder.uri) ? ["--throttling"] : [];
			return [template, "--port", `${port}`, ...throttling, ...storageOptions(context, folder)];
		},
		port: () => setting("gatewright.port", folder.uri),
		onOutput: (line) => logs.write("emulator", "warn", line),
		onEvent: (event) => {
			logs.take(event, named());
			if (event.type === "problems") diagnostics.show(key, event.problems);
			if (event.type === "trace") templates.recorded({ folder: key, trace: event.trace });
		},
		onProblems: (problems) => diagnostics.show(key, problems),
		onDeath: (message, recovering) => {
			logs.write("emulator", "error", message);
			if (recovering) logs.write("emulator", "info", "Starting it again; what was stored is kept.");
			else
				void offerLog(
					logs,
					`${message} ${vscode.l10n.t("It was started again several times; start it yourself when you have seen why.")}`,
				);
		},
	});
}

/** Stored beside VS Code's other data of this workspace; each folder of a workspace has its own. */
function storageOptions({ storageUri }: vscode.ExtensionContext, folder: vscode.WorkspaceFolder): readonly string[] {
	if (storageUri === undefined || setting("gatewright.storage", folder.uri) === "memory") return ["--memory"];
	const name = createHash("sha256").update(folder.uri.toString()).digest("hex").slice(0, 16);
	return ["--data", vscode.Uri.joinPath(storageUri, "data", name).fsPath];
}
