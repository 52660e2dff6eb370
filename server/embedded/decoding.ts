/**
 * How a text came out of a document: in pieces, each of some units of the text that some units of the document gave. In a
 * piece of the same length on both sides, unit n is unit n; else all of the piece stands for all of its source. Between
 * pieces the document has what is not in the text: indentation, say.
 */
export type Decoding = { readonly text: string; readonly pieces: readonly Piece[] };

export type Piece = {
	readonly at: number;
	readonly length: number;
	readonly host: number;
	readonly hostLength: number;
};

export type DecodingBuilder = {
	/** Takes over a part of the document as it stands. */
	copy(from: number, to: number): void;
	/** Adds text that a part of the document stands for. */
	put(text: string, from: number, to: number): void;
	/** Takes over a part of another decoding of the same document. */
	take(decoding: Decoding, from: number, to: number): void;
	done(): Decoding;
};

export function decodingOf(host: string): DecodingBuilder {
	const texts: string[] = [];
	const pieces: Piece[] = [];
	let at = 0;
	const add = (text: string, from: number, hostLength: number) => {
		if (text === "") return;
		const last = pieces.at(-1);
		texts.push(text);
		if (last !== undefined && isCopy(last) && hostLength === text.length && last.host + last.hostLength === from) {
			const length = last.length + text.length;
			pieces[pieces.length - 1] = { ...last, length, hostLength: length };
		} else pieces.push({ at, length: text.length, host: from, hostLength });
		at += text.length;
	};
	return {
		copy: (from, to) => add(host.slice(from, to), from, to - from),
		put: (text, from, to) => add(text, from, to - from),
		take: (decoding, from, to) => {
			for (let i = pieceAt(decoding, from); i < decoding.pieces.length; i++) {
				const piece = decoding.pieces[i];
				if (piece === undefined || piece.at >= to) return;
				const start = Math.max(from, piece.at);
				const end = Math.min(to, piece.at + piece.length);
				const text = decoding.text.slice(start, end);
				if (isCopy(piece)) add(text, piece.host + start - piece.at, end - start);
				else add(text, piece.host, piece.hostLength);
			}
		},
		done: () => ({ text: texts.join(""), pieces }),
	};
}

export function isCopy({ length, hostLength }: Piece): boolean {
	return length === hostLength;
}

/** The index of the last piece that begins at or before an offset of the text; 0 where there is none. */
export function pieceAt({ pieces }: Decoding, offset: number): number {
	return lastIndex(pieces, (piece) => piece.at <= offset);
}

/** The same by an offset of the document. */
export function pieceAtHost({ pieces }: Decoding, host: number): number {
	return lastIndex(pieces, (piece) => piece.host <= host);
}

function lastIndex(pieces: readonly Piece[], holds: (piece: Piece) => boolean): number {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const piece = pieces[middle];
		if (piece !== undefined && holds(piece)) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}
