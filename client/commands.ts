import * as vscode from "vscode";
import type { CommandName } from "./manifest.generated.ts";

/** What each contributed command does; the argument is what a tree item or another extension hands over, if anything. */
export type CommandTable = { readonly [Name in CommandName]: (argument: unknown) => unknown };

/** The only door by which commands come in: a contributed command that is missing here does not compile. */
export function registerCommands(table: CommandTable): vscode.Disposable {
	return vscode.Disposable.from(
		...Object.entries(table).map(([name, run]) =>
			vscode.commands.registerCommand(name, (argument: unknown) => guarded(run, argument)),
		),
	);
}

/** A reference to one of our commands, for tree items and the status bar. */
export function commandLink(name: CommandName, title: string, ...args: readonly unknown[]): vscode.Command {
	return { command: name, title, arguments: [...args] };
}

/** A failure is said once, in one sentence; a programmer's mistake also reaches VS Code's own log. */
async function guarded(run: (argument: unknown) => unknown, argument: unknown): Promise<void> {
	try {
		await run(argument);
	} catch (error) {
		void vscode.window.showErrorMessage(`Gatewright: ${error instanceof Error ? error.message : String(error)}`);
		if (error instanceof TypeError || error instanceof RangeError) throw error;
	}
}
