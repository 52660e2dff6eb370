import type { DocumentFacts } from "./documentFacts.ts";
import { factsReader } from "./factsReader.ts";
import { type Files, normalUri } from "./files.ts";
import { type App, readApp } from "./readApp.ts";

/** The apps of the workspace. They are read when asked for, and again when a file that they were read from has changed. */
export type Apps = {
	/** The app that a file belongs to, be it a template, a definition, or the app's own template. */
	appOf(uri: string): App | undefined;
	/** What a document says by itself. */
	factsOf(uri: string): DocumentFacts | undefined;
};

export function openApps(files: Files): Apps {
	const known = new Map<string, App>();
	const factsOf = factsReader(files);
	const app = (root: string): App => {
		const before = known.get(root);
		if (before !== undefined && [...before.read].every(([uri, stamp]) => files.stamp(uri) === stamp)) return before;
		const now = readApp(root, files, factsOf);
		if (known.size > 50) known.clear();
		known.set(root, now);
		return now;
	};
	return {
		factsOf: (uri) => factsOf(normalUri(uri)),
		appOf: (given) => {
			const uri = normalUri(given);
			const roots = [...chosen(files, uri), ...templatesAbove(files, uri)];
			const owner = roots.map(app).find((it) => it.includes(uri));
			if (owner !== undefined) return owner;
			// A document beside no app, or a template that only a document open in the editor includes.
			if (/\.(ya?ml|json|template)$/i.test(uri)) return app(uri);
			const open = files.open().filter((it) => /\.(ya?ml|json|template)$/i.test(it));
			const including = open
				.slice(0, 20)
				.map(app)
				.find((it) => it.includes(uri));
			const [nearest] = roots;
			return including ?? (nearest === undefined ? undefined : app(nearest));
		},
	};
}

function chosen(files: Files, uri: string): readonly string[] {
	const folder = files.folderOf(uri);
	const template = folder === undefined ? undefined : files.chosenTemplate(folder);
	return template === undefined ? [] : [template];
}

/** From the file's own folder up to the workspace's. */
function templatesAbove(files: Files, uri: string): readonly string[] {
	const top = files.folderOf(uri);
	if (top === undefined) return [];
	const found: string[] = [];
	let folder = uri.slice(0, uri.lastIndexOf("/"));
	for (let depth = 0; depth < 30 && folder.length >= top.length; depth++) {
		const candidates = ["template.yaml", "template.yml", "template.json"].map((name) => `${folder}/${name}`);
		found.push(...candidates.filter((it) => files.stamp(it) !== ""));
		folder = folder.slice(0, folder.lastIndexOf("/"));
	}
	return found;
}
