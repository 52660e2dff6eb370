import { formatText } from "./formatText.ts";
import { patternText } from "./patternText.ts";
import type { Schema } from "./schema.ts";

/** A text that the schema allows: by its pattern, by its format, or named after the property. */
export function sampleText(schema: Schema, name: string, draw: () => number): string {
	const least = lengthOf(schema["minLength"], 0);
	const most = lengthOf(schema["maxLength"], Number.POSITIVE_INFINITY);
	const { pattern, format } = schema;
	const byPattern = typeof pattern === "string" ? patternText(pattern, { least, most }, draw) : undefined;
	if (byPattern !== undefined) return byPattern;
	const byFormat = typeof format === "string" ? formatText(format, draw) : undefined;
	if (byFormat !== undefined && byFormat.length >= least && byFormat.length <= most) return byFormat;
	const word = name === "" ? "text" : name;
	return word.padEnd(least, "x").slice(0, most);
}

/** A sample is looked at by people: no text in it is longer than this, whatever the schema wants. */
const longest = 10_000;

function lengthOf(value: unknown, otherwise: number): number {
	return typeof value === "number" && value >= 0 ? Math.min(value, longest) : otherwise;
}
