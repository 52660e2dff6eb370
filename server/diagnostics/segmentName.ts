import type { Segment, Span } from "../../language/vtl/nodes.ts";

/** Where the name of a property or method stands in `.name(…)`. */
export function segmentName(text: string, segment: Segment): Span {
	if (segment.kind === "index") return segment;
	const start = text.indexOf(segment.name, segment.start);
	const from = start === -1 || start > segment.end ? segment.start : start;
	return { start: from, end: Math.min(from + segment.name.length, segment.end) };
}
