import * as vscode from "vscode";
import type { FromModelParams, MadeText } from "../../protocol/models.ts";
import type { TemplateService } from "../language/templateLanguage.ts";

/** Makes something of a model of the app, or of the schema that is open, and shows it in a new document. */
export async function makeFromModel({ ask }: TemplateService, make: FromModelParams["make"]): Promise<void> {
	const document = vscode.window.activeTextEditor?.document;
	if (document === undefined)
		throw new Error(vscode.l10n.t("Open a document of the app, or a model's schema, and ask again."));
	const uri = document.uri.toString();
	const { models, isSchema } = await ask("gatewright/models", { uri });
	if (isSchema) return show(await ask("gatewright/fromModel", { uri, make }));
	if (models.length === 0) throw new Error(vscode.l10n.t("{0} belongs to no app with models.", document.fileName));
	const title = vscode.l10n.t("Which model?");
	const model = models.length === 1 ? models[0] : await vscode.window.showQuickPick([...models], { title });
	if (model !== undefined) await show(await ask("gatewright/fromModel", { uri, model, make }));
}

/** Makes a model of the JSON document that is open, and of others that the user picks. */
export async function modelFromSamples({ ask }: TemplateService): Promise<void> {
	const open = vscode.workspace.textDocuments.filter((it) => it.languageId === "json" && it.uri.scheme !== "output");
	const active = vscode.window.activeTextEditor?.document;
	if (open.length === 0) throw new Error(vscode.l10n.t("Open the JSON samples, and ask again."));
	const items = open.map((document) => ({
		label: vscode.workspace.asRelativePath(document.uri),
		picked: document === active,
		document,
	}));
	const picked =
		items.length === 1
			? items
			: await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Which samples?"), canPickMany: true });
	if (picked === undefined || picked.length === 0) return;
	const samples = picked.map(({ document }) => document.getText());
	await show(await ask("gatewright/modelFromSamples", { samples }));
}

async function show(made: MadeText): Promise<void> {
	if (!made.ok) throw new Error(made.message);
	const document = await vscode.workspace.openTextDocument({ language: made.languageId, content: made.text });
	await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
}
