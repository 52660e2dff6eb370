import { javaEquals, keyOf } from "../values/equality.ts";
import { type Cell, type JavaMap, map, type Value } from "../values/values.ts";
import { clearCells, putIn, removeFrom } from "./mapCells.ts";
import { methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { valueAt } from "./parameters.ts";

/** java.util.LinkedHashMap */
export const mapMethods = methodTable<JavaMap>(
	{
		"size()": (self) => self.cells.size,
		"isEmpty()": (self) => self.cells.size === 0,
		"get(Object)": (self, p, { budget }) => self.cells.get(keyOf(valueAt(p, 0), budget))?.value ?? null,
		"getOrDefault(Object,Object)": (self, p, { budget }) => {
			const cell = self.cells.get(keyOf(valueAt(p, 0), budget));
			return cell === undefined ? valueAt(p, 1) : cell.value;
		},
		"put(Object,Object)": (self, p, host) => putIn(self, valueAt(p, 0), valueAt(p, 1), host),
		"putIfAbsent(Object,Object)": (self, p, host) => {
			const old = self.cells.get(keyOf(valueAt(p, 0), host.budget))?.value ?? null;
			if (old === null) putIn(self, valueAt(p, 0), valueAt(p, 1), host);
			return old;
		},
		"putAll(Map)": (self, p, host) => {
			for (const cell of cellsOf(valueAt(p, 0))) putIn(self, cell.key, cell.value, host);
			return undefined;
		},
		"replace(Object,Object)": (self, p, host) => {
			const cell = self.cells.get(keyOf(valueAt(p, 0), host.budget));
			if (cell === undefined) return null;
			const old = cell.value;
			cell.value = valueAt(p, 1);
			return old;
		},
		"remove(Object)": (self, p, { budget }) => removeFrom(self, valueAt(p, 0), budget),
		"remove(Object,Object)": (self, p, { budget }) => {
			const cell = self.cells.get(keyOf(valueAt(p, 0), budget));
			if (cell === undefined || !javaEquals(cell.value, valueAt(p, 1), budget)) return false;
			removeFrom(self, valueAt(p, 0), budget);
			return true;
		},
		"clear()": (self) => clearCells(self),
		"containsKey(Object)": (self, p, { budget }) => self.cells.has(keyOf(valueAt(p, 0), budget)),
		"containsValue(Object)": (self, p, { budget }) =>
			[...self.cells.values()].some((cell) => javaEquals(cell.value, valueAt(p, 0), budget)),
		"keySet()": (self) => ({ type: "View", of: "keys", map: self }),
		"values()": (self) => ({ type: "View", of: "values", map: self }),
		"entrySet()": (self) => ({ type: "View", of: "entries", map: self }),
		"clone()": (self, _, host) => {
			const copy = map();
			for (const cell of self.cells.values()) putIn(copy, cell.key, cell.value, host);
			return copy;
		},
	},
	objectMethods,
);

function cellsOf(value: Value): readonly Cell[] {
	if (typeof value !== "object" || value === null) return [];
	if (value.type === "Scope") return [...value.storage.cells.values()];
	return value.type === "Map" ? [...value.cells.values()] : [];
}
