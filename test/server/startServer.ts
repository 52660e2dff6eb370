import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import {
	createProtocolConnection,
	DidChangeTextDocumentNotification,
	DidOpenTextDocumentNotification,
	ExitNotification,
	InitializedNotification,
	InitializeRequest,
	type InitializeResult,
	LogMessageNotification,
	MessageType,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	type PublishDiagnosticsParams,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const program = resolve(import.meta.dirname, "../../server/main.ts");

export type Server = {
	readonly connection: ProtocolConnection;
	readonly result: InitializeResult;
	readonly process: ChildProcess;
	/** What the server has said was wrong with itself. */
	readonly logged: readonly string[];
	open(uri: string, languageId: string, text: string): void;
	/** Puts a text in place of the whole document. */
	change(uri: string, version: number, text: string): void;
	/** The next diagnostics of a document, or of a version of it. */
	diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams>;
	[Symbol.asyncDispose](): Promise<void>;
};

/** The server's own process, spoken to over its standard streams. */
export async function startServer(folder: string): Promise<Server> {
	const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
	const connection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	const waiting: {
		readonly wanted: (it: PublishDiagnosticsParams) => boolean;
		readonly take: (it: PublishDiagnosticsParams) => void;
	}[] = [];
	const seen: PublishDiagnosticsParams[] = [];
	connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
		seen.push(params);
		for (const { wanted, take } of waiting) if (wanted(params)) take(params);
	});
	const logged: string[] = [];
	connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
		if (type === MessageType.Error) logged.push(message);
	});
	connection.listen();
	const result = await connection.sendRequest(InitializeRequest.type, {
		processId: process.pid,
		rootUri: null,
		capabilities: {},
		workspaceFolders: [{ uri: `file://${join(folder)}`, name: "w" }],
	});
	await connection.sendNotification(InitializedNotification.type, {});
	return {
		connection,
		result,
		process: child,
		logged,
		open: (uri, languageId, text) =>
			void connection.sendNotification(DidOpenTextDocumentNotification.type, {
				textDocument: { uri, languageId, version: 1, text },
			}),
		change: (uri, version, text) =>
			void connection.sendNotification(DidChangeTextDocumentNotification.type, {
				textDocument: { uri, version },
				contentChanges: [{ text }],
			}),
		diagnostics: (uri, version) => {
			const wanted = (it: PublishDiagnosticsParams) =>
				it.uri === uri && (version === undefined || (it.version ?? 0) >= version);
			const before = seen.findLast(wanted);
			if (before !== undefined) return Promise.resolve(before);
			return new Promise((take) => waiting.push({ wanted, take }));
		},
		[Symbol.asyncDispose]: async () => {
			await connection.sendRequest(ShutdownRequest.type);
			await connection.sendNotification(ExitNotification.type);
			connection.dispose();
			child.kill();
		},
	};
}
