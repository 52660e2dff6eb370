import { concurrentModification, JavaException, noSuchElement, unsupported } from "../values/javaException.ts";
import type { JavaIterator, View } from "../values/values.ts";
import { viewItem } from "./viewItem.ts";

/** An iterator over what the map held when it was asked for. */
export function viewIterator(self: View): JavaIterator {
	const cells = [...self.map.cells.values()];
	let at = 0;
	let expected = self.map.changes;
	return {
		type: "Iterator",
		javaClass: javaClasses[self.of],
		list: undefined,
		hasNext: () => at < cells.length,
		next: () => {
			if (self.map.changes !== expected) throw concurrentModification();
			const cell = cells[at];
			if (cell === undefined) throw noSuchElement();
			at++;
			return viewItem(self, cell);
		},
		remove: () => {
			const cell = cells[at - 1];
			const found = [...self.map.cells].find(([, other]) => other === cell);
			if (found === undefined) throw new JavaException("java.lang.IllegalStateException", "");
			self.map.cells.delete(found[0]);
			self.map.changes++;
			expected = self.map.changes;
		},
		position: () => at,
		move: () => {
			throw unsupported();
		},
	};
}

const javaClasses = {
	keys: "java.util.LinkedHashMap$LinkedKeyIterator",
	values: "java.util.LinkedHashMap$LinkedValueIterator",
	entries: "java.util.LinkedHashMap$LinkedEntryIterator",
} as const;
