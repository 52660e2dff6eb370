import * as vscode from "vscode";
import type { SourceLocation } from "../protocol/problem.ts";
import { rangeOf } from "./diagnostics.ts";

/** Opens a file of the app at a place, beside the panel that asked when there is one. */
export async function openSource(
	location: SourceLocation,
	column: vscode.ViewColumn = vscode.ViewColumn.Active,
): Promise<void> {
	const range = rangeOf(location);
	await vscode.window.showTextDocument(vscode.Uri.file(location.file), {
		selection: new vscode.Range(range.start, range.start),
		viewColumn: column,
		preview: true,
	});
}

/** Whether a command's argument is a place. */
export function isSourceLocation(value: unknown): value is SourceLocation {
	if (typeof value !== "object" || value === null) return false;
	if (!("file" in value && "line" in value && "column" in value)) return false;
	return typeof value.file === "string" && typeof value.line === "number" && typeof value.column === "number";
}
