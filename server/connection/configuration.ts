import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Connection } from "vscode-languageserver/node";

/** The workspace's folders, and the template that the user's settings name for each. */
export async function readConfiguration(
	{ workspace }: Connection,
	can: ClientCapabilities,
): Promise<readonly [folders: readonly string[], templates: ReadonlyMap<string, string>]> {
	const folders = can.workspace?.workspaceFolders === true ? ((await workspace.getWorkspaceFolders()) ?? []) : [];
	const uris = folders.map(({ uri }) => uri);
	if (can.workspace?.configuration !== true) return [uris, new Map()];
	const asked = uris.map((scopeUri) => ({ scopeUri, section: "gatewright.template" }));
	const settings: readonly unknown[] = await workspace.getConfiguration(asked);
	const templates = uris.flatMap((uri, i) => {
		const path = settings[i];
		return typeof path === "string" && path !== "" ? [[uri, template(uri, path)] as const] : [];
	});
	return [uris, new Map(templates)];
}

/** A path in the settings is absolute, or within its folder. */
function template(folder: string, path: string): string {
	const absolute = /^([a-z]:)?[\\/]/i.test(path);
	return absolute ? pathToFileURL(path).href : new URL(encodeURI(path.replaceAll("\\", "/")), `${folder}/`).href;
}
