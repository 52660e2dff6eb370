import { type ClientCapabilities, type Connection, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { openApps } from "../app/apps.ts";
import { normalUri } from "../app/files.ts";
import { recordedBodies } from "../app/recordedBodies.ts";
import { modelFindings } from "../models/modelFindings.ts";
import { capabilities } from "./capabilities.ts";
import { readConfiguration } from "./configuration.ts";
import { serveDocuments } from "./documentRequests.ts";
import { serveEditing } from "./editingRequests.ts";
import { editorFiles } from "./editorFiles.ts";
import { guardWith } from "./guard.ts";
import { serveLinks } from "./linkRequests.ts";
import { serveModels } from "./modelRequests.ts";
import { openTemplates } from "./openTemplates.ts";
import { servePlaces } from "./placeRequests.ts";
import { servePreview } from "./previewRequests.ts";
import { publishDiagnostics } from "./publishDiagnostics.ts";
import { takeRecordings } from "./recordings.ts";
import { register, registersLater } from "./registrations.ts";
import type { Serving } from "./serving.ts";

/** Serves one editor until it closes the connection. */
export function serve(connection: Connection): void {
	const files = editorFiles();
	const apps = openApps(files);
	const recorded = recordedBodies();
	const documents = new TextDocuments(TextDocument);
	const open = openTemplates(apps, recorded);
	const guard = guardWith((message) => connection.console.error(message));
	const models = ({ uri }: TextDocument) => {
		const knowledge = /\.(ya?ml|json|template)$/i.test(uri) ? apps.appOf(uri)?.knowledge : undefined;
		return knowledge === undefined ? [] : modelFindings(knowledge, normalUri(uri));
	};
	const publishing = publishDiagnostics({ connection, guard, pages: () => pagesFolder, templates: open.of, models });
	let can: ClientCapabilities = {};
	let pagesFolder: string | undefined;

	/** What the app declares may have changed, and with it what is wrong in each template. */
	const appChanged = () => {
		for (const document of documents.all()) publishing.changed(document);
	};
	const configure = async () => {
		try {
			files.configure(...(await readConfiguration(connection, can)));
			appChanged();
		} catch (error) {
			connection.console.error(`The settings could not be read: ${String(error)}`);
		}
	};

	connection.onInitialize((params) => {
		can = params.capabilities;
		pagesFolder = pagesOf(params.initializationOptions);
		files.configure(
			(params.workspaceFolders ?? []).map(({ uri }) => uri),
			new Map(),
		);
		return capabilities(!registersLater(can));
	});
	connection.onInitialized(async () => {
		if (can.workspace?.workspaceFolders === true)
			connection.workspace.onDidChangeWorkspaceFolders(() => void configure());
		await register(connection, can);
		await configure();
	});
	connection.onDidChangeConfiguration(() => void configure());
	connection.onDidChangeWatchedFiles(appChanged);
	documents.onDidOpen(({ document }) => files.opened(document));
	documents.onDidChangeContent(({ document }) => {
		files.opened(document);
		publishing.changed(document);
		// Templates in files of their own depend on the document that declares them.
		if (isDeclaring(document)) for (const other of documents.all()) if (other !== document) publishing.changed(other);
	});
	documents.onDidClose(({ document }) => {
		files.closed(document.uri);
		open.closed(document.uri);
		publishing.closed(document);
	});
	const serving: Serving = {
		connection,
		guard,
		pages: () => pagesFolder,
		places: { files, apps },
		templates: (uri) => {
			const document = documents.get(uri);
			return document === undefined ? [] : open.of(document);
		},
	};
	servePlaces(serving);
	serveDocuments(serving);
	serveEditing(serving);
	serveLinks(serving);
	servePreview(serving);
	serveModels(serving);
	takeRecordings(connection, guard, recorded);
	documents.listen(connection);
	connection.listen();
}

/** The client says where it has the pages: `{ pages: "file:///…" }`. */
function pagesOf(options: unknown): string | undefined {
	const pages = typeof options === "object" && options !== null && "pages" in options ? options.pages : undefined;
	return typeof pages === "string" ? pages.replace(/\/$/, "") : undefined;
}

function isDeclaring({ uri }: TextDocument): boolean {
	return /\.(ya?ml|json|template)$/i.test(uri);
}
