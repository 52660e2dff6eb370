import { type InitializeResult, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver/node";
import { features } from "../features/features.ts";
import { tokenModifiers, tokenTypes } from "../features/results.ts";
import { codeActionKinds } from "./lspKinds.ts";

/**
 * What the server offers: the features that there are. With `everywhere` also those that would take a YAML or JSON
 * document away from others, which clients that can are told to register for templates alone.
 */
export function capabilities(everywhere: boolean): InitializeResult {
	const has = (name: keyof typeof features) => features[name] !== undefined;
	const offered: ServerCapabilities = {
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
		...(has("completion") ? { completionProvider: { triggerCharacters: triggers } } : {}),
		...(has("signatureHelp") ? { signatureHelpProvider: { triggerCharacters: ["(", ","] } } : {}),
		...(has("rename") ? { renameProvider: { prepareProvider: has("prepareRename") } } : {}),
		...(has("semanticTokens") ? { semanticTokensProvider: { legend, full: true } } : {}),
		...(has("codeLenses") ? { codeLensProvider: {} } : {}),
		...(has("documentLinks") ? { documentLinkProvider: {} } : {}),
		codeActionProvider: { codeActionKinds: Object.values(codeActionKinds) },
		hoverProvider: has("hover"),
		definitionProvider: has("definition"),
		referencesProvider: has("references"),
		documentHighlightProvider: has("documentHighlight"),
		selectionRangeProvider: has("selectionRanges"),
		inlayHintProvider: has("inlayHints"),
		linkedEditingRangeProvider: has("linkedEditing"),
		documentSymbolProvider: everywhere && has("documentSymbols"),
		foldingRangeProvider: everywhere && has("folding"),
		documentFormattingProvider: everywhere && has("formatting"),
		documentRangeFormattingProvider: everywhere && has("formatting"),
		workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
	};
	return { capabilities: offered, serverInfo: { name: "Gatewright" } };
}

const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** What makes the editor ask for completion while a name is typed. */
const triggers = [".", "$", "#", "!", "{", "(", "'", '"', "@", "["];
