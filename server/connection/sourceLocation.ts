import { fileURLToPath } from "node:url";
import type { SourceLocation } from "../../protocol/problem.ts";
import type { FilePlace } from "../app/knowledge.ts";
import { locationOf, type Places } from "./lspPlaces.ts";

/** A place in a file as the client's commands take one; undefined where there is no such file on this machine. */
export function sourceLocation(places: Places, at: FilePlace): SourceLocation | undefined {
	const found = locationOf(places, { kind: "file", ...at });
	if (found?.uri.startsWith("file:") !== true) return undefined;
	const { line, character } = found.range.start;
	return { file: fileURLToPath(found.uri), line: line + 1, column: character + 1 };
}
