import * as vscode from "vscode";
import { setting } from "../settings.ts";

/** Whether an app's template lies beside a file or above it, up to the workspace's folder. */
export async function belongsToApp(file: vscode.Uri): Promise<boolean> {
	const workspace = vscode.workspace.getWorkspaceFolder(file);
	if (workspace === undefined) return false;
	if (setting("gatewright.template", workspace.uri) !== "") return true;
	const top = workspace.uri.path.replace(/\/$/, "");
	let folder = vscode.Uri.joinPath(file, "..");
	for (let depth = 0; depth < 30 && folder.path.startsWith(top); depth++) {
		for (const name of ["template.yaml", "template.yml", "template.json"]) {
			if (await isApp(vscode.Uri.joinPath(folder, name))) return true;
		}
		const above = vscode.Uri.joinPath(folder, "..");
		if (above.path === folder.path) return false;
		folder = above;
	}
	return false;
}

/** Other tools have files of that name too. */
async function isApp(template: vscode.Uri): Promise<boolean> {
	try {
		const { size } = await vscode.workspace.fs.stat(template);
		if (size > 2_000_000) return false;
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(template));
		return /AWS::(ApiGateway|Serverless)\b|x-amazon-apigateway/.test(text);
	} catch {
		return false;
	}
}
