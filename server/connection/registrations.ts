import {
	BulkRegistration,
	type ClientCapabilities,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	DocumentFormattingRequest,
	DocumentRangeFormattingRequest,
	DocumentSymbolRequest,
	FoldingRangeRequest,
} from "vscode-languageserver/node";
import { features } from "../features/features.ts";
import { templateLanguage } from "./openTemplates.ts";

/** Whether the client can be told later what to ask for, and for which documents. */
export function registersLater({ textDocument }: ClientCapabilities): boolean {
	return (
		textDocument?.formatting?.dynamicRegistration === true && textDocument.foldingRange?.dynamicRegistration === true
	);
}

/** What is asked for in templates alone, and what the client shall tell of; a client that takes no registrations is left alone. */
export async function register({ client }: Connection, can: ClientCapabilities): Promise<void> {
	const registration = BulkRegistration.create();
	const { workspace } = can;
	const later = registersLater(can);
	const watches = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
	const configures = workspace?.didChangeConfiguration?.dynamicRegistration === true;
	if (!later && !watches && !configures) return;
	if (later) {
		const inTemplates = { documentSelector: [{ language: templateLanguage }] };
		if (features.documentSymbols !== undefined) registration.add(DocumentSymbolRequest.type, inTemplates);
		if (features.folding !== undefined) registration.add(FoldingRangeRequest.type, inTemplates);
		if (features.formatting !== undefined) {
			registration.add(DocumentFormattingRequest.type, inTemplates);
			registration.add(DocumentRangeFormattingRequest.type, inTemplates);
		}
	}
	if (watches) registration.add(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: watched }] });
	if (configures) registration.add(DidChangeConfigurationNotification.type, { section: "gatewright" });
	await client.register(registration);
}

/** Everything that an app can be written in; which of them count is seen when one is read again. */
const watched = "**/*.{yaml,yml,json,template,vtl,vm}";
