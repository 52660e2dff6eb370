import type { Span } from "../../language/vtl/nodes.ts";
import type { Fix } from "./rule.ts";

/** Puts the name that was probably meant in place of the one that is there. */
export function replaceWith({ start, end }: Span, newText: string | undefined, wanted = newText): readonly Fix[] {
	if (newText === undefined) return [];
	return [{ title: `Replace with ${wanted}`, edits: [{ start, end, newText }], preferred: true }];
}
