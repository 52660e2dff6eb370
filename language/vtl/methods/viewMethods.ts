import { javaEquals, keyOf } from "../values/equality.ts";
import { unsupported } from "../values/javaException.ts";
import { array, type Cell, type Value, type View } from "../values/values.ts";
import { indexOfEqual } from "./indexOfEqual.ts";
import { clearCells, removeFrom } from "./mapCells.ts";
import { type Host, methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { itemsAt, valueAt } from "./parameters.ts";
import { viewItem } from "./viewItem.ts";
import { viewIterator } from "./viewIterator.ts";

/** A live view of a map: keys, values or entries. */
export const viewMethods = methodTable<View>(
	{
		"size()": (self) => self.map.cells.size,
		"isEmpty()": (self) => self.map.cells.size === 0,
		"contains(Object)": (self, p, host) => viewHolds(self, valueAt(p, 0), host),
		"containsAll(Collection)": (self, p, host) => itemsAt(p, 0).every((item) => viewHolds(self, item, host)),
		"iterator()": (self) => viewIterator(self),
		"stream()": (self) => ({ type: "Stream", of: "Object", items: itemsAt([self], 0) }),
		"toArray()": (self) => array("Object", [...itemsAt([self], 0)]),
		"add(Object)": () => {
			throw unsupported();
		},
		"remove(Object)": (self, p, host) => {
			const cell = [...self.map.cells.values()].find((it) => sameItem(self, it, valueAt(p, 0), host));
			if (cell === undefined) return false;
			removeFrom(self.map, cell.key, host.budget);
			return true;
		},
		"removeAll(Collection)": (self, p, host) => keepInView(self, itemsAt(p, 0), false, host),
		"retainAll(Collection)": (self, p, host) => keepInView(self, itemsAt(p, 0), true, host),
		"clear()": (self) => clearCells(self.map),
	},
	objectMethods,
);

function viewHolds(self: View, wanted: Value, host: Host): boolean {
	if (self.of === "keys") return self.map.cells.has(keyOf(wanted, host.budget));
	return [...self.map.cells.values()].some((cell) => sameItem(self, cell, wanted, host));
}

function sameItem(self: View, cell: Cell, wanted: Value, { budget }: Host): boolean {
	return javaEquals(viewItem(self, cell), wanted, budget);
}

function keepInView(self: View, wanted: readonly Value[], listed: boolean, host: Host): boolean {
	let any = false;
	for (const cell of self.map.cells.values()) {
		if ((indexOfEqual(wanted, viewItem(self, cell), host) !== -1) === listed) continue;
		removeFrom(self.map, cell.key, host.budget);
		any = true;
	}
	return any;
}
