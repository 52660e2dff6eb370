import { checkReserved } from "./checkReserved.ts";
import type { PathSyntax } from "./syntax.ts";
import { tokenReader } from "./tokenReader.ts";

/** Parses the comma-separated paths of a projection expression. */
export function parseProjection(text: string): readonly PathSyntax[] {
	const reader = tokenReader(text);
	const paths = [reader.path()];
	while (reader.isSymbol(",")) {
		reader.advance();
		paths.push(reader.path());
	}
	if (reader.token.kind !== "end") reader.fail();
	checkReserved(paths.flatMap(({ elements }) => elements.flatMap((it) => (it.kind === "attribute" ? [it.name] : []))));
	return paths;
}
