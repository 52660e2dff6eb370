import type { Piece } from "./origin.ts";

/** A part of the output with the part of the template that printed it and, where there is one, the input it came from. */
export type OutputSpan = {
	readonly output: Range;
	readonly template: Range;
	/** A JSON pointer such as `/body/items/0/id`, `/params/querystring/page`, `/context/stage`, `/stageVariables/table`. */
	readonly input?: string;
};

export type Range = { readonly from: number; readonly to: number };

/** What was printed, in order, as spans that leave no gap. */
export function outputSpans(pieces: readonly Piece[]): readonly OutputSpan[] {
	let at = 0;
	return pieces.map(({ length, input, template = { start: 0, end: 0 } }) => {
		const output = { from: at, to: at + length };
		at += length;
		const span = { output, template: { from: template.start, to: template.end } };
		return input === undefined ? span : { ...span, input };
	});
}
