/** The files that the app is read from: as open in the editor, else as on disk. */
export type Files = {
	/** The text; undefined where there is no such file, or one too large to be a template. */
	read(uri: string): string | undefined;
	/** Changes whenever the file does. Cheap. */
	stamp(uri: string): string;
	/** The documents open in the editor. */
	open(): readonly string[];
	/** The workspace folder that a file is in. */
	folderOf(uri: string): string | undefined;
	/** The template that the user's settings name for a workspace folder. */
	chosenTemplate(folder: string): string | undefined;
};

/** A path as it is written in a document, beside that document. */
export function beside(uri: string, path: string): string | undefined {
	if (/^(s3|https?):/.test(path) || path.length > 1000) return undefined;
	try {
		const written = path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
		return new URL(written, uri).href;
	} catch {
		return undefined;
	}
}

/** The same file may be written in two ways: `file:///c%3A/a` and `file:///c:/a`. */
export function normalUri(uri: string): string {
	try {
		const url = new URL(uri);
		const path = url.pathname.split("/").map((part) => encodeURIComponent(decodeURIComponent(part)));
		if (url.protocol !== "file:") return uri;
		return `file://${path.join("/").replace(/^\/([A-Za-z])%3A/, (_, drive: string) => `/${drive.toLowerCase()}%3A`)}`;
	} catch {
		return uri;
	}
}
