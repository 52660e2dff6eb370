/**
 * `npm run bench:keystroke`: the language server as it is shipped, spoken to as an editor does, in a template of 5,000 lines. How
 * long from a keystroke to the diagnostics, and to completion; and what an open template costs in memory.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
	CompletionRequest,
	createProtocolConnection,
	DidChangeTextDocumentNotification,
	DidOpenTextDocumentNotification,
	InitializedNotification,
	InitializeRequest,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const keystrokes = 200;
const uri = "file:///bench/large.vtl";
const lines = 5000;

const server = join(import.meta.dirname, "../dist/server.cjs");
const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = createProtocolConnection(
	new StreamMessageReader(child.stdout),
	new StreamMessageWriter(child.stdin),
);
connection.listen();
await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
await connection.sendNotification(InitializedNotification.type, {});
const before = residentMegabytes(child);
const opened = nextDiagnostics(connection, 1);
await connection.sendNotification(DidOpenTextDocumentNotification.type, {
	textDocument: { uri, languageId: "apigw-vtl", version: 1, text: largeTemplate() },
});
await opened;

const cpuBefore = cpuMs(child);
const diagnosticsMs: number[] = [];
const completionMs: number[] = [];
for (let version = 2; version < keystrokes + 2; version++) {
	// Somewhere else each time, and each time a letter of `$item.name`.
	const line = (version * 997) % lines;
	const start = performance.now();
	const answered = nextDiagnostics(connection, version);
	await connection.sendNotification(DidChangeTextDocumentNotification.type, {
		textDocument: { uri, version },
		contentChanges: [
			{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: "$item.name"[version % 10] ?? "" },
		],
	});
	await answered;
	diagnosticsMs.push(performance.now() - start);
	const asked = performance.now();
	await connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: { line, character: 1 } });
	completionMs.push(performance.now() - asked);
}
console.log(
	`${lines} lines, ${keystrokes} keystrokes: ${shown("diagnostics", diagnosticsMs)}; ${shown("completion", completionMs)}`,
);
console.log(
	`The server's own time for each, however busy the machine: ${((cpuMs(child) - cpuBefore) / keystrokes).toFixed(1)} ms.`,
);
console.log(`Memory: ${before} MB without a template, ${residentMegabytes(child)} MB with it (not collected).`);
connection.dispose();
child.kill();

function shown(what: string, ms: readonly number[]): string {
	const sorted = ms.toSorted((a, b) => a - b);
	const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
	return `${what} median ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function nextDiagnostics(of: ProtocolConnection, version: number): Promise<void> {
	return new Promise((resolve) => {
		const listening = of.onNotification(PublishDiagnosticsNotification.type, (params) => {
			if (params.version !== version) return;
			listening.dispose();
			resolve();
		});
	});
}

/** What the process has computed, in Linux's hundredths of a second. */
function cpuMs({ pid }: ChildProcess): number {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return (Number(fields[11]) + Number(fields[12])) * 10;
	} catch {
		return Number.NaN;
	}
}

/** Linux tells; elsewhere it is not known. */
function residentMegabytes({ pid }: ChildProcess): string {
	try {
		const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return kilobytes === undefined ? "?" : (Number(kilobytes) / 1024).toFixed(0);
	} catch {
		return "?";
	}
}

/** Ten lines of what real templates are made of, again and again. */
function largeTemplate(): string {
	const block = `#set($items = $input.path('$.items'))
#foreach($item in $items)
  #if($item.name == "a" && $items.size() > 3)
  "name": "$util.escapeJavaScript($item.name).replaceAll("\\\\'", "'")",
  #else
  "id": "$context.requestId", "x": $input.json('$.x'),
  #end
#end
"line": "$!{items.size()} $context.stage",
## a comment
`;
	return block.repeat(lines / 10);
}
