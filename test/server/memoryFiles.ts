import type { Files } from "../../server/app/files.ts";

/** Files of a workspace at `file:///w`, by their paths in it. */
export function memoryFiles(texts: Readonly<Record<string, string>>, chosen?: string): Files {
	const read = (uri: string) => texts[decodeURIComponent(uri).replace("file:///w/", "")];
	return {
		read,
		stamp: (uri) => (read(uri) === undefined ? "" : `${read(uri)?.length}`),
		open: () => [],
		folderOf: (uri) => (uri.startsWith("file:///w") ? "file:///w" : undefined),
		chosenTemplate: () => (chosen === undefined ? undefined : `file:///w/${chosen}`),
	};
}
