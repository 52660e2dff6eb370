import * as vscode from "vscode";
import type { Problem, SourceLocation } from "../protocol/problem.ts";

/** The problems of each folder's app in VS Code's Problems; what has no place in a file stands in the log only. */
export class Diagnostics implements vscode.Disposable {
	readonly #collections = new Map<string, vscode.DiagnosticCollection>();
	readonly #problems = new Map<string, readonly Problem[]>();
	readonly #watching = vscode.Disposable.from(
		vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#again(uri)),
		vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#again(uri)),
	);

	/** Replaces all that was said of the folder. */
	show(folder: string, problems: readonly Problem[]): void {
		this.#problems.set(folder, problems);
		const files = new Map<string, vscode.Diagnostic[]>();
		for (const problem of problems) {
			if (problem.at === undefined || isSaidByServer(problem.code, problem.at.file)) continue;
			const diagnostic = new vscode.Diagnostic(rangeOf(problem.at), problem.message, severities[problem.severity]);
			diagnostic.source = "Gatewright";
			diagnostic.code = problem.code;
			files.set(problem.at.file, [...(files.get(problem.at.file) ?? []), diagnostic]);
		}
		const collection = this.#collection(folder);
		collection.clear();
		for (const [file, diagnostics] of files) collection.set(vscode.Uri.file(file), diagnostics);
	}

	/** Opened or closed, a file's problems are the language server's or the app's. */
	#again({ fsPath }: vscode.Uri): void {
		for (const [folder, problems] of this.#problems) {
			if (problems.some(({ code, at }) => code === inTemplates && at?.file === fsPath)) this.show(folder, problems);
		}
	}

	dispose(): void {
		this.#watching.dispose();
		for (const collection of this.#collections.values()) collection.dispose();
	}

	#collection(folder: string): vscode.DiagnosticCollection {
		const known = this.#collections.get(folder);
		if (known !== undefined) return known;
		const collection = vscode.languages.createDiagnosticCollection("gatewright");
		this.#collections.set(folder, collection);
		return collection;
	}
}

/** What cannot be read in a mapping template, the language server says too, in a file that is open. */
function isSaidByServer(code: string, file: string): boolean {
	return code === inTemplates && vscode.workspace.textDocuments.some(({ uri }) => uri.fsPath === file);
}

const inTemplates = "template-language";

/** Counted from 1 in the protocol, from 0 in the editor; without an end the line is marked to its end. */
export function rangeOf({ line, column, endLine, endColumn }: SourceLocation): vscode.Range {
	const start = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
	if (endLine === undefined || endColumn === undefined)
		return new vscode.Range(start, start.with(undefined, Number.MAX_SAFE_INTEGER));
	return new vscode.Range(start, new vscode.Position(Math.max(0, endLine - 1), Math.max(0, endColumn - 1)));
}

const severities = { error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning };
