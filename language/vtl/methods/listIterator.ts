import { concurrentModification, JavaException, noSuchElement } from "../values/javaException.ts";
import type { JavaIterator, JavaList } from "../values/values.ts";
import { markChanged } from "./listChange.ts";

/** An iterator over the list itself; `both` makes it one that also goes back. */
export function listIterator(self: JavaList, both = false): JavaIterator {
	let at = 0;
	let last = -1;
	let expected = self.changes;
	return {
		type: "Iterator",
		javaClass: both ? "java.util.ArrayList$ListItr" : "java.util.ArrayList$Itr",
		list: both ? self : undefined,
		hasNext: () => at !== self.items.length,
		next: () => {
			if (self.changes !== expected) throw concurrentModification();
			if (at >= self.items.length) throw noSuchElement();
			last = at;
			at++;
			return self.items[last] ?? null;
		},
		remove: () => {
			if (last === -1) throw new JavaException("java.lang.IllegalStateException", "");
			if (self.changes !== expected) throw concurrentModification();
			markChanged(self);
			self.items.splice(last, 1);
			at = last;
			last = -1;
			expected = self.changes;
		},
		position: () => at,
		move: (to) => {
			at = to;
			last = to;
		},
	};
}
