import type { Span } from "../../language/vtl/nodes.ts";
import type { DocumentFacts } from "./documentFacts.ts";
import { beside, type Files } from "./files.ts";
import type { FunctionFacts } from "./knowledge.ts";

/** A text of a document that names a file which is there. */
export type LinkedFile = Span & { readonly url: string; readonly tooltip: string };

/**
 * The files that a document names: mapping templates and definitions that it includes, and the sources of handlers. A
 * folder, such as most CodeUri name, is no link, for no editor opens one.
 */
export function linkedFiles(
	{ uri, slots, includes }: DocumentFacts,
	functions: readonly FunctionFacts[],
	files: Files,
): readonly LinkedFile[] {
	const named = (path: string, at: Span, tooltip: string): readonly LinkedFile[] => {
		const url = beside(uri, path);
		const isThere = url !== undefined && files.stamp(url) !== "";
		return isThere ? [{ start: at.start, end: at.end, url, tooltip }] : [];
	};
	return [
		...slots.flatMap((slot) => (slot.kind === "include" ? named(slot.location, slot.at, "The mapping template") : [])),
		...includes.flatMap(({ path, at }) => named(path, at, "The API's definition")),
		...functions.flatMap(({ name, file, declared, handlerAt }): readonly LinkedFile[] => {
			if (file === undefined || handlerAt === undefined || declared.uri !== uri) return [];
			return [{ ...handlerAt, url: file, tooltip: `The function ${name}` }];
		}),
	];
}
