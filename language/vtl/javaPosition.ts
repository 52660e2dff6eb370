/** Line and column as the reference counts them: a tab goes on to the next multiple of eight, CR LF is one line end. */
export function javaPosition(text: string, offset: number): { line: number; column: number } {
	let line = 1;
	let column = 0;
	let ended = false;
	for (let i = 0; i <= offset && i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (ended) {
			line++;
			column = 0;
			ended = false;
		}
		column++;
		if (c === 9) column += 7 - ((column - 1) & 7);
		else if (c === 10) ended = true;
		else if (c === 13) ended = text.charCodeAt(i + 1) !== 10;
	}
	return { line, column };
}
