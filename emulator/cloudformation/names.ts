/** Names written in a row, with blanks between them: AWS's property names come by the dozen. */
export function names(text: string): readonly string[] {
	return text.trim().split(/\s+/);
}
