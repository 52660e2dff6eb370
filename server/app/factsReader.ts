import { type DocumentFacts, documentFacts } from "./documentFacts.ts";
import type { Files } from "./files.ts";

/** Reads documents once for each of their states. */
export function factsReader(files: Files): (uri: string) => DocumentFacts | undefined {
	const known = new Map<string, { readonly stamp: string; readonly facts: DocumentFacts | undefined }>();
	return (uri) => {
		const stamp = files.stamp(uri);
		const before = known.get(uri);
		if (before?.stamp === stamp) return before.facts;
		const text = files.read(uri);
		const facts = text === undefined ? undefined : documentFacts(uri, text);
		if (known.size > 200) known.clear();
		known.set(uri, { stamp, facts });
		return facts;
	};
}
