import { numberSize } from "./decimal.ts";
import type { Item, Value } from "./value.ts";

/** An item's size as DynamoDB counts it for limits and capacity: UTF-8 names and values, and a little for documents. */
export function itemSize(item: Item): number {
	let size = 0;
	for (const name in item) {
		const value = item[name];
		if (value !== undefined) size += textSize(name) + valueSize(value);
	}
	return size;
}

export function valueSize(value: Value): number {
	if ("S" in value) return textSize(value.S);
	if ("N" in value) return numberSize(value.N);
	if ("B" in value) return value.B.length;
	if ("NULL" in value || "BOOL" in value) return 1;
	if ("SS" in value) return value.SS.reduce((size, member) => size + textSize(member), 0);
	if ("NS" in value) return value.NS.reduce((size, member) => size + numberSize(member), 0);
	if ("BS" in value) return value.BS.reduce((size, member) => size + member.length, 0);
	if ("L" in value) return value.L.reduce((size, element) => size + 1 + valueSize(element), documentOverhead);
	return documentOverhead + Object.keys(value.M).length + itemSize(value.M);
}

/** What a list or a map costs when it is empty; each element costs one byte more than itself. */
const documentOverhead = 3;

/** Bytes in UTF-8. Most names and values are short and ASCII: a loop here is faster than a call into native code. */
function textSize(text: string): number {
	const { length } = text;
	if (length >= shortText) return Buffer.byteLength(text);
	for (let i = 0; i < length; i++) if (text.charCodeAt(i) > 127) return Buffer.byteLength(text);
	return length;
}

const shortText = 64;
