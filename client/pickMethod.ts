import * as vscode from "vscode";
import type { MethodChoice } from "../protocol/invoke.ts";
import { AppItem } from "./appItem.ts";
import type { Apps } from "./apps.ts";
import { invokeTargets } from "./invokeTargets.ts";

/** The method that a command is about: that of the tree item it was called on, else the one that the user picks. */
export async function pickMethod(apps: Apps, argument: unknown): Promise<MethodChoice | undefined> {
	if (argument instanceof AppItem && argument.thing.method !== undefined) return argument.thing.method;
	const items = invokeTargets(apps).apis.flatMap(({ folder, folderName, id, name, methods }) =>
		methods.map(({ httpMethod, resourcePath, integration }) => ({
			label: `${httpMethod} ${resourcePath}`,
			description: integration,
			detail: folderName === undefined ? name : `${folderName} · ${name}`,
			choice: { folder, apiId: id, httpMethod, resourcePath },
		})),
	);
	if (items.length === 0) throw new Error(vscode.l10n.t("No API with a method runs. Start an app that has one."));
	const title = vscode.l10n.t("Which method do you want to invoke?");
	return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.choice;
}
