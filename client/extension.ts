import * as vscode from "vscode";
import { AppItem } from "./appItem.ts";
import { Apps } from "./apps.ts";
import { AppTree } from "./appTree.ts";
import { registerCommands } from "./commands.ts";
import { showContext } from "./contextKeys.ts";
import { Diagnostics } from "./diagnostics.ts";
import { serveTemplates } from "./language/templateLanguage.ts";
import { Logs } from "./logs.ts";
import { makeFromModel, modelFromSamples } from "./models/modelCommands.ts";
import { openFolderApp } from "./openFolderApp.ts";
import { isSourceLocation, openSource } from "./openSource.ts";
import { Invoke } from "./panels/invoke.ts";
import { Preview } from "./panels/preview.ts";
import { pickMethod } from "./pickMethod.ts";
import { restartApp, startApp, stopApp } from "./startApp.ts";
import { showStatus } from "./statusBar.ts";
import { chooseTemplate } from "./template.ts";

let stopAll: (() => Promise<void>) | undefined;

/**
 * VS Code calls this when the tree is opened, a command is run, a panel is brought back, or a document is opened that may be
 * or hold a mapping template. No app starts unasked, and the language server only with the first template.
 */
export function activate(context: vscode.ExtensionContext): void {
	const logs = new Logs();
	const diagnostics = new Diagnostics();
	const templates = serveTemplates(context.extensionUri);
	const apps = new Apps((folder) => openFolderApp({ context, logs, diagnostics, templates }, folder));
	// What an app was asked is gone with it.
	const stopping = apps.onDidChange(({ state, folder }) => {
		if (state.kind !== "running") templates.stopped(folder.uri.toString());
	});
	const start = () => startApp({ apps, logs });
	const preview = new Preview({ extension: context.extensionUri, apps, render: templates.render });
	const invoke = new Invoke({ extension: context.extensionUri, apps, start });
	stopAll = () => apps.dispose();

	context.subscriptions.push(
		logs,
		diagnostics,
		invoke,
		showContext(apps),
		showStatus(apps),
		stopping,
		templates,
		preview,
		vscode.window.registerTreeDataProvider("gatewright.app", new AppTree(apps)),
		vscode.window.registerWebviewPanelSerializer("gatewright.invoke", invoke),
		registerCommands({
			"gatewright.start": start,
			"gatewright.stop": () => stopApp({ apps, logs }),
			"gatewright.restart": () => restartApp({ apps, logs }),
			"gatewright.invokeMethod": async (item) => {
				if (apps.running.length === 0) await start();
				if (apps.running.length === 0) return;
				const method = await pickMethod(apps, item);
				if (method !== undefined) await invoke.open(method);
			},
			"gatewright.chooseTemplate": async () => {
				const app = await apps.pick(vscode.l10n.t("The template of which folder?"));
				if (app !== undefined && (await chooseTemplate(app.folder)) && app.state.kind === "running")
					await app.restart();
			},
			// A menu hands over the file, a code lens the template.
			"gatewright.previewTemplate": (template) => preview.open(typeof template === "string" ? template : undefined),
			"gatewright.sampleFromModel": () => makeFromModel(templates, "sample"),
			"gatewright.typeFromModel": () => makeFromModel(templates, "typescript"),
			"gatewright.templateFromModel": () => makeFromModel(templates, "template"),
			"gatewright.modelFromSamples": () => modelFromSamples(templates),
			"gatewright.showLog": () => logs.show(),
			"gatewright.openSource": async (item) => {
				if (item instanceof AppItem && item.thing.source !== undefined) await openSource(item.thing.source);
				// A code lens hands over the place itself.
				else if (isSourceLocation(item)) await openSource(item);
			},
			"gatewright.copyUrl": async (item) => {
				if (item instanceof AppItem && item.thing.url !== undefined)
					await vscode.env.clipboard.writeText(item.thing.url);
			},
		}),
	);
}

/** VS Code waits for this, within its own limit, so that no emulator outlives the window. */
export async function deactivate(): Promise<void> {
	await stopAll?.();
}
