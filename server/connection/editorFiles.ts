import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Files, normalUri } from "../app/files.ts";

export type EditorFiles = Files & {
	opened(document: TextDocument): void;
	closed(uri: string): void;
	/** What the user's settings say of workspace folders, by their URIs. */
	configure(folders: readonly string[], templates: ReadonlyMap<string, string>): void;
	document(uri: string): TextDocument | undefined;
};

/** An OpenAPI file may have 6 MB. */
const bytesMax = 6_000_000;

/** Files as the editor has them, else as they are on disk. */
export function editorFiles(): EditorFiles {
	const documents = new Map<string, TextDocument>();
	const texts = new Map<string, { readonly stamp: string; readonly text: string }>();
	let folders: readonly string[] = [];
	let chosen: ReadonlyMap<string, string> = new Map();
	const stamp = (given: string): string => {
		const uri = normalUri(given);
		const document = documents.get(uri);
		return document === undefined ? diskStamp(uri) : `open:${document.version}`;
	};
	return {
		opened: (document) => documents.set(normalUri(document.uri), document),
		closed: (uri) => documents.delete(normalUri(uri)),
		configure: (those, templates) => {
			folders = those.map((uri) => normalUri(uri).replace(/\/$/, ""));
			chosen = new Map([...templates].map(([folder, file]) => [normalUri(folder).replace(/\/$/, ""), normalUri(file)]));
		},
		document: (uri) => documents.get(normalUri(uri)),
		open: () => [...documents.keys()],
		folderOf: (uri) => folders.filter((it) => uri.startsWith(`${it}/`)).toSorted((a, b) => b.length - a.length)[0],
		chosenTemplate: (folder) => chosen.get(folder),
		stamp,
		read: (given) => {
			const uri = normalUri(given);
			const document = documents.get(uri);
			if (document !== undefined) return document.getText();
			const now = diskStamp(uri);
			const known = texts.get(uri);
			if (now === "" || known?.stamp === now) return now === "" ? undefined : known?.text;
			const text = readText(uri);
			if (texts.size > 200) texts.clear();
			if (text !== undefined) texts.set(uri, { stamp: now, text });
			return text;
		},
	};
}

function diskStamp(uri: string): string {
	try {
		const it = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
		return it?.isFile() === true && it.size <= bytesMax ? `${it.mtimeMs}:${it.size}` : "";
	} catch {
		// Not a file on this machine.
		return "";
	}
}

function readText(uri: string): string | undefined {
	try {
		return readFileSync(fileURLToPath(uri), "utf8");
	} catch {
		return undefined;
	}
}
