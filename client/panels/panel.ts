import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { connect, type Methods } from "../../protocol/wire.ts";

export type Panel<There> = { readonly view: vscode.WebviewPanel; readonly there: There };

/** Where a panel opens, and whether it takes the keyboard. */
type Column = vscode.ViewColumn | { readonly viewColumn: vscode.ViewColumn; readonly preserveFocus: boolean };

/** Opens the panel `name`, or fills the one that VS Code restores, and connects it to the methods offered to it. */
export function openPanel<Here extends Methods<Here>, There extends Methods<There>>(
	extension: vscode.Uri,
	{ name, title, column }: { readonly name: string; readonly title: string; readonly column: Column },
	here: Here,
	restored?: vscode.WebviewPanel,
): Panel<There> {
	const files = vscode.Uri.joinPath(extension, "dist", "webviews", name);
	const options = { enableScripts: true, localResourceRoots: [files] };
	const view = restored ?? vscode.window.createWebviewPanel(`gatewright.${name}`, title, column, options);
	view.webview.options = options;
	const icon = (theme: string) => vscode.Uri.joinPath(extension, "media", `panel-${theme}.svg`);
	view.iconPath = { light: icon("light"), dark: icon("dark") };
	const there = connect<There>(
		{
			// A hidden panel receives nothing; it asks for everything again when it is shown.
			send: (message) => view.webview.postMessage(message),
			receive: (listener) => void view.webview.onDidReceiveMessage(listener),
			closed: (listener) => void view.onDidDispose(listener),
			deadline(expired) {
				const timer = setTimeout(expired, answerTimeoutMs);
				return () => clearTimeout(timer);
			},
		},
		here,
	);
	view.webview.html = html(view.webview, files, title);
	return { view, there };
}

/** The one page of all panels. Nothing may be loaded but its own script and style. */
function html(webview: vscode.Webview, files: vscode.Uri, title: string): string {
	const nonce = randomBytes(16).toString("base64");
	const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(files, file)).toString();
	return `<!DOCTYPE html>
<html lang="en">
<head>
	<meta charset="UTF-8">
	<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<link rel="stylesheet" href="${address("main.css")}">
	<title>${title}</title>
</head>
<body>
	<script type="module" nonce="${nonce}" src="${address("main.js")}"></script>
</body>
</html>`;
}

/** A panel draws at once; one that does not answer by then is stuck. */
const answerTimeoutMs = 30_000;
