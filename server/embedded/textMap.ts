import type { Span } from "../../language/vtl/nodes.ts";
import { type Decoding, isCopy, pieceAt, pieceAtHost } from "./decoding.ts";

/** Where a template's text stands in its document. */
export type TextMap = {
	/** The document's offset of a place in the text. */
	toHost(offset: number): number;
	/** The part of the document that a part of the text came from. */
	spanToHost(span: Span): Span;
	/** The part of the document to replace, so that a part of the text is replaced: with a line's end goes the indentation behind it. */
	editToHost(span: Span): Span;
	/** The place in the text of a document's offset; undefined outside the text. */
	toText(host: number): number | undefined;
	/** All of the document between the text's beginning and end. */
	readonly extent: Span;
};

/** Of a template that is a document of its own. */
export function identityMap(length: number): TextMap {
	return {
		toHost: (offset) => offset,
		spanToHost: (span) => span,
		editToHost: (span) => span,
		toText: (host) => (host <= length ? host : undefined),
		extent: { start: 0, end: length },
	};
}

/** Of a scalar; `extent` is where its text may stand, which an empty one needs. */
export function decodedMap(decoding: Decoding, extent: Span): TextMap {
	const { text, pieces } = decoding;
	const toHost = (offset: number): number => {
		if (offset >= text.length) return endAt(text.length);
		const piece = pieces[pieceAt(decoding, offset)];
		if (piece === undefined) return extent.start;
		return piece.host + (isCopy(piece) ? offset - piece.at : 0);
	};
	/** Behind the unit before an offset. */
	const endAt = (offset: number): number => {
		const piece = pieces[pieceAt(decoding, offset - 1)];
		if (piece === undefined) return extent.start;
		return piece.host + (isCopy(piece) ? offset - piece.at : piece.hostLength);
	};
	return {
		toHost,
		spanToHost: ({ start, end }) => {
			const from = toHost(start);
			return { start: from, end: end > start ? Math.max(from, endAt(end)) : from };
		},
		editToHost: ({ start, end }) => ({ start: toHost(start), end: toHost(Math.max(start, end)) }),
		toText: (host) => {
			if (host < extent.start || host > extent.end) return undefined;
			const i = pieceAtHost(decoding, host);
			const piece = pieces[i];
			if (piece === undefined || host < piece.host) return 0;
			const inside = host - piece.host;
			// A line end that the document lacks at its very end stands nowhere; what is before it is meant.
			if (inside < piece.hostLength || inside === 0) return piece.at + (isCopy(piece) ? inside : 0);
			// Behind a piece, the next one begins, or the text ends.
			return piece.at + piece.length;
		},
		extent,
	};
}
