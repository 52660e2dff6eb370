import * as vscode from "vscode";
import type { RecordedParams } from "../../protocol/recorded.ts";
import { belongsToApp } from "./belongsToApp.ts";
import type { LanguageClientProgram } from "./languageClient.ts";

/** The language of mapping templates in files of their own. */
const templateLanguage = "apigw-vtl";

export type TemplateService = vscode.Disposable &
	Pick<LanguageClientProgram, "render" | "ask"> & {
		/** What running apps are asked helps those who write templates; the newest requests are kept until the server runs. */
		recorded(params: RecordedParams): void;
		stopped(folder: string): void;
	};

/**
 * Gives mapping templates their language, and starts the language server with the first document that has one. A `.vtl` or
 * `.vm` file is a mapping template only under an app: others belong to other extensions, and stay as they are.
 */
export function serveTemplates(extension: vscode.Uri): TemplateService {
	const asked = new Set<string>();
	let program: Promise<LanguageClientProgram> | undefined;
	let running: LanguageClientProgram | undefined;
	let kept: readonly RecordedParams[] = [];
	const started = async () => {
		running = await startProgram(extension);
		for (const one of kept) await running.recorded(one);
		return running;
	};
	const start = () => {
		program ??= started();
		return program;
	};
	const told = (telling: Promise<void> | undefined) =>
		void telling?.catch((error: unknown) => console.error("Gatewright: the language server was not told.", error));
	const look = async (document: vscode.TextDocument): Promise<void> => {
		if (holdsTemplates(document)) {
			await start();
			return;
		}
		const key = document.uri.toString();
		// Once: who chooses another language for the file shall keep it. VS Code itself may make it plain text again.
		if ((asked.has(key) && document.languageId !== "plaintext") || !mayBeTemplate(document)) return;
		asked.add(key);
		if (await belongsToApp(document.uri)) await vscode.languages.setTextDocumentLanguage(document, templateLanguage);
	};
	const lookAt = (document: vscode.TextDocument) =>
		void look(document).catch((error: unknown) => console.error("Gatewright: a template was not recognised.", error));
	for (const document of vscode.workspace.textDocuments) lookAt(document);
	const listening = vscode.Disposable.from(
		vscode.workspace.onDidOpenTextDocument(lookAt),
		vscode.workspace.onDidSaveTextDocument(lookAt),
		{ dispose: () => void program?.then((it) => it.stop()) },
	);
	return {
		render: async (params) => (await start()).render(params),
		recorded: (params) => {
			kept = [...kept, params].slice(-keptMax);
			told(running?.recorded(params));
		},
		stopped: (folder) => {
			kept = kept.filter((it) => it.folder !== folder);
			told(running?.stopped({ folder }));
		},
		ask: async (name, params) => (await start()).ask(name, params),
		dispose: () => listening.dispose(),
	};
}

const keptMax = 50;

/** A template as a whole, or a document with templates in it. */
function holdsTemplates(document: vscode.TextDocument): boolean {
	if (document.languageId === templateLanguage) return true;
	if (document.languageId !== "yaml" && document.languageId !== "json") return false;
	return /(request|response)Templates|AWS::ApiGateway::Model/i.test(document.getText());
}

/** The user's own word on the language of such files goes before ours. */
function mayBeTemplate({ uri }: vscode.TextDocument): boolean {
	const ending = /\.(vtl|vm)$/i.exec(uri.path)?.[0].toLowerCase();
	if (ending === undefined || uri.scheme === "git") return false;
	const associations: unknown = vscode.workspace.getConfiguration("files", uri).get("associations");
	const patterns = typeof associations === "object" && associations !== null ? Object.keys(associations) : [];
	return !patterns.some((it) => it.toLowerCase().endsWith(ending));
}

/** The client of the language server is loaded only now: it is many times larger than all the rest of the extension. */
async function startProgram(extension: vscode.Uri): Promise<LanguageClientProgram> {
	const { startLanguageClient } = await import("./languageClient.ts");
	return startLanguageClient(extension);
}
