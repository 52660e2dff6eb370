import type { Cell, Value, View } from "../values/values.ts";

/** What the view shows of a cell of its map. */
export function viewItem(self: View, cell: Cell): Value {
	return self.of === "keys" ? cell.key : self.of === "values" ? cell.value : { type: "Entry", cell };
}
