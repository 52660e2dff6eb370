import type { Node } from "./pattern.ts";
import { type PatternReading, refuse, skipComments, takeMatch } from "./patternReading.ts";

/** The node with the quantifiers behind it. */
export function parseQuantifiers(reading: PatternReading, node: Node): Node {
	const { source } = reading;
	let result = node;
	for (;;) {
		skipComments(reading);
		const bounds = quantifier(reading);
		if (bounds === undefined) return result;
		const [least, most] = bounds;
		const next = source[reading.at];
		const mode = next === "?" ? "lazy" : next === "+" ? "possessive" : "greedy";
		if (mode !== "greedy") reading.at++;
		result = { kind: "repeat", body: result, least, most, mode };
		// A second quantifier is an error in Java; only a bare brace could follow, and it is one too.
		const dangling = source[reading.at];
		if (dangling === "*" || dangling === "?" || dangling === "+") {
			refuse(reading, `Dangling meta character '${dangling}'`);
		}
	}
}

type Bounds = readonly [least: number, most: number];

const signs: ReadonlyMap<string, Bounds> = new Map<string, Bounds>([
	["*", [0, Number.POSITIVE_INFINITY]],
	["+", [1, Number.POSITIVE_INFINITY]],
	["?", [0, 1]],
]);

function quantifier(reading: PatternReading): Bounds | undefined {
	const c = reading.source[reading.at] ?? "";
	if (c === "{") return braces(reading);
	const bounds = signs.get(c);
	if (bounds !== undefined) reading.at++;
	return bounds;
}

function braces(reading: PatternReading): Bounds {
	const found = takeMatch(reading, /^\{(\d+)(,(\d*))?\}/, 30);
	if (found === undefined) return refuse(reading, "Illegal repetition");
	const least = Number(found[1]);
	const most = found[2] === undefined ? least : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
	if (most < least) refuse(reading, "Illegal repetition range");
	return [least, most];
}
