/** Character.isWhitespace: blanks that may break, and the separators among the control characters. */
export function isWhitespace(c: number): boolean {
	if ((c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x20)) return true;
	return c === 0x1680 || (c >= 0x2000 && c <= 0x200a && c !== 0x2007) || [0x2028, 0x2029, 0x205f, 0x3000].includes(c);
}
