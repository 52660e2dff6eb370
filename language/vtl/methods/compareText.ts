/** String.compareTo: by UTF-16 units, and then by length. */
export function compareText(left: string, right: string): number {
	const length = Math.min(left.length, right.length);
	for (let i = 0; i < length; i++) {
		const difference = left.charCodeAt(i) - right.charCodeAt(i);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}

/** What texts have in common that differ in case only. */
export function foldCase(text: string): string {
	return text.toUpperCase().toLowerCase();
}

/** String.regionMatches */
export function regionMatches(
	text: string,
	ignoreCase: boolean,
	offset: number,
	other: string,
	otherOffset: number,
	length: number,
): boolean {
	if (offset < 0 || otherOffset < 0 || offset + length > text.length || otherOffset + length > other.length)
		return false;
	const left = text.slice(offset, offset + Math.max(length, 0));
	const right = other.slice(otherOffset, otherOffset + Math.max(length, 0));
	return ignoreCase ? foldCase(left) === foldCase(right) : left === right;
}
