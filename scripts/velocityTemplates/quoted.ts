/** A string in single quotes, which holds no template. */
export function quoted(word: string): string {
	return `'${word.replaceAll("'", "''")}'`;
}
