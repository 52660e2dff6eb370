/** The name that was probably meant: the one with the fewest changed letters, if these are few. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	const mostChanges = Math.max(1, Math.floor(name.length / 3));
	let best: string | undefined;
	let bestChanges = mostChanges + 1;
	for (const other of known) {
		if (Math.abs(other.length - name.length) > mostChanges || name.length > 60) continue;
		const changes = changesBetween(name.toLowerCase(), other.toLowerCase()) + (name === other ? 0 : 0.5);
		if (changes < bestChanges) [best, bestChanges] = [other, changes];
	}
	return best === name ? undefined : best;
}

/** `Did you mean …?` behind a message, where there is something. */
export function didYouMean(meant: string | undefined): string {
	return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

function changesBetween(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	let rowBefore = row;
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const bySwapping = swapped ? (rowBefore[j - 2] ?? 0) + 1 : replaced;
			next.push(Math.min(replaced, bySwapping, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		[rowBefore, row] = [row, next];
	}
	return row[b.length] ?? 0;
}
