/** UTF-8 by hand: the language core has neither Node's nor the browser's encoders. Lone surrogates are `?`, as in Java. */
export function utf8Bytes(text: string): number[] {
	const bytes: number[] = [];
	for (let i = 0; i < text.length; i++) {
		let c = text.codePointAt(i) ?? 0;
		if (c > 0xffff) i++;
		if (c >= 0xd800 && c <= 0xdfff) c = 63;
		if (c < 0x80) bytes.push(c);
		else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
		else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
		else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
	}
	return bytes;
}

/** Back again; what is no UTF-8 becomes the replacement character. */
export function utf8Text(bytes: readonly number[]): string {
	let text = "";
	for (let i = 0; i < bytes.length; ) {
		const { codePoint, length } = decodeOne(bytes, i);
		text += String.fromCodePoint(codePoint);
		i += length;
	}
	return text;
}

function decodeOne(bytes: readonly number[], at: number): { codePoint: number; length: number } {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return { codePoint: first, length: 1 };
	const count = first >= 0xf0 && first <= 0xf4 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
	if (count === 0 || first > 0xf4) return { codePoint: 0xfffd, length: 1 };
	let codePoint = first & (0x3f >> count);
	for (let i = 1; i <= count; i++) {
		const next = bytes[at + i] ?? 0;
		const [least, most] = i === 1 ? secondBounds(first) : [0x80, 0xbf];
		if (next < least || next > most) return { codePoint: 0xfffd, length: i };
		codePoint = (codePoint << 6) | (next & 63);
	}
	return { codePoint, length: count + 1 };
}

/** Overlong forms and surrogates are excluded by the second byte. */
function secondBounds(first: number): readonly [number, number] {
	if (first === 0xe0) return [0xa0, 0xbf];
	if (first === 0xed) return [0x80, 0x9f];
	if (first === 0xf0) return [0x90, 0xbf];
	return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}
