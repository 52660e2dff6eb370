import { indexOutOfBounds } from "../values/javaException.ts";

/** The index, which must be that of an item. */
export function indexWithin(index: number, length: number): number {
	if (index >= 0 && index < length) return index;
	throw indexOutOfBounds(index, length);
}
