/** One line of two texts laid side by side. */
export type Line = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** What changed from `before` to `after`, line by line; the longest common part stays as it is. */
export function difference(before: readonly string[], after: readonly string[]): readonly Line[] {
	const start = commonLength(before, after);
	const end = commonLength(before.slice(start).toReversed(), after.slice(start).toReversed());
	const removed = before.slice(start, before.length - end);
	const added = after.slice(start, after.length - end);
	return [
		...lines("same", before.slice(0, start)),
		...(removed.length * added.length > cellsMax
			? [...lines("removed", removed), ...lines("added", added)]
			: middle(removed, added)),
		...lines("same", before.slice(before.length - end)),
	];
}

/** By the longest common subsequence, counted from the end so that it can be walked from the start. */
function middle(before: readonly string[], after: readonly string[]): Line[] {
	const width = after.length + 1;
	const common = new Uint32Array((before.length + 1) * width);
	const at = (row: number, column: number) => common[row * width + column] ?? 0;
	for (let row = before.length - 1; row >= 0; row--) {
		for (let column = after.length - 1; column >= 0; column--) {
			const same = before[row] === after[column];
			common[row * width + column] = same
				? at(row + 1, column + 1) + 1
				: Math.max(at(row + 1, column), at(row, column + 1));
		}
	}
	const result: Line[] = [];
	let row = 0;
	let column = 0;
	while (row < before.length || column < after.length) {
		const [old, fresh] = [before[row], after[column]];
		if (old !== undefined && old === fresh) {
			result.push({ kind: "same", text: old });
			row++;
			column++;
		} else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
			result.push({ kind: "removed", text: old });
			row++;
		} else {
			result.push({ kind: "added", text: fresh ?? "" });
			column++;
		}
	}
	return result;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
	const end = Math.min(a.length, b.length);
	let length = 0;
	while (length < end && a[length] === b[length]) length++;
	return length;
}

function lines(kind: Line["kind"], texts: readonly string[]): Line[] {
	return texts.map((text) => ({ kind, text }));
}

/** Beyond a thousand changed lines on each side an exact answer is not worth the wait. */
const cellsMax = 1_000_000;
