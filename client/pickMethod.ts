import * as vscode from "vscode";
import type { MethodChoice } from "../protocol/invoke.ts";
import { AppItem } from "./appItem.ts";
import type { Apps } from "./apps.ts";
import { methodsOf } from "./panels/invoke.ts";

/** The method that a command is about: that of the tree item it was called on, else the one that the user picks. */
export async function pickMethod(apps: Apps, argument: unknown): Promise<MethodChoice | undefined> {
	if (argument instanceof AppItem && argument.thing.method !== undefined) return argument.thing.method;
	const items = apps.running.flatMap(({ folder, state }) =>
		state.kind !== "running"
			? []
			: state.app.apis.flatMap((api) =>
					methodsOf(api).map(({ httpMethod, resourcePath, integration }) => ({
						label: `${httpMethod} ${resourcePath}`,
						description: integration,
						detail: apps.all.length > 1 ? `${folder.name} · ${api.name}` : api.name,
						choice: { folder: folder.uri.toString(), apiId: api.id, httpMethod, resourcePath },
					})),
				),
	);
	if (items.length === 0) throw new Error("No API with a method runs. Start an app that has one.");
	const title = vscode.l10n.t("Which method do you want to invoke?");
	return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.choice;
}
