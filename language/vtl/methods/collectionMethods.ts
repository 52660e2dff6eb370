import { javaEquals, keyOf } from "../equality.ts";
import {
	concurrentModification,
	illegalArgument,
	indexOutOfBounds,
	JavaException,
	noSuchElement,
	unsupported,
} from "../javaException.ts";
import { toJavaString } from "../toJavaString.ts";
import { toJson } from "../toJson.ts";
import {
	array,
	type Cell,
	type Entry,
	type JavaArray,
	type JavaIterator,
	type JavaList,
	type JavaMap,
	list,
	map,
	type Value,
	type View,
} from "../values.ts";
import { type Host, intAt, itemsAt, methodTable, valueAt } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";

/** java.util.List, as a template can use it without lambdas. */
export const listMethods = methodTable<JavaList>(
	{
		"size()": (self) => self.items.length,
		"isEmpty()": (self) => self.items.length === 0,
		"get(int)": (self, p) => self.items[within(intAt(p, 0), self.items.length)] ?? null,
		"set(int,Object)": (self, p) => {
			mutable(self);
			const index = within(intAt(p, 0), self.items.length);
			const old = self.items[index] ?? null;
			self.items[index] = valueAt(p, 1);
			return old;
		},
		"add(Object)": (self, p) => {
			changed(self);
			self.items.push(valueAt(p, 0));
			return true;
		},
		"add(int,Object)": (self, p) => {
			const index = withinOrEnd(intAt(p, 0), self.items.length);
			changed(self);
			self.items.splice(index, 0, valueAt(p, 1));
			return undefined;
		},
		"addAll(Collection)": (self, p, { budget }) => addAll(self, self.items.length, itemsAt(p, 0), budget.spend),
		"addAll(int,Collection)": (self, p, { budget }) =>
			addAll(self, withinOrEnd(intAt(p, 0), self.items.length), itemsAt(p, 1), budget.spend),
		"remove(int)": (self, p) => {
			const index = within(intAt(p, 0), self.items.length);
			changed(self);
			return self.items.splice(index, 1)[0] ?? null;
		},
		"remove(Object)": (self, p, host) => {
			const index = indexOf(self.items, valueAt(p, 0), host);
			if (index === -1) return false;
			changed(self);
			self.items.splice(index, 1);
			return true;
		},
		"removeAll(Collection)": (self, p, host) => keep(self, itemsAt(p, 0), false, host),
		"retainAll(Collection)": (self, p, host) => keep(self, itemsAt(p, 0), true, host),
		"clear()": (self) => {
			changed(self);
			self.items.length = 0;
			return undefined;
		},
		"contains(Object)": (self, p, host) => indexOf(self.items, valueAt(p, 0), host) !== -1,
		"containsAll(Collection)": (self, p, host) => itemsAt(p, 0).every((item) => indexOf(self.items, item, host) !== -1),
		"indexOf(Object)": (self, p, host) => indexOf(self.items, valueAt(p, 0), host),
		"lastIndexOf(Object)": (self, p, host) => {
			host.budget.spend(self.items.length);
			return self.items.findLastIndex((item) => javaEquals(item, valueAt(p, 0), host.budget));
		},
		"subList(int,int)": (self, p) => subList(self, intAt(p, 0), intAt(p, 1)),
		"iterator()": (self) => iteratorOfList(self),
		"listIterator()": (self) => iteratorOfList(self, true),
		"stream()": (self) => ({ type: "Stream", of: "Object", items: [...self.items] }),
		"toArray()": (self) => array("Object", [...self.items]),
	},
	objectMethods,
);

/** java.util.ArrayList */
export const arrayListMethods = methodTable<JavaList>(
	{
		"clone()": (self) => list([...self.items], self.kind),
		"ensureCapacity(int)": () => undefined,
		"trimToSize()": () => undefined,
	},
	listMethods,
);

/** net.minidev.json.JSONArray */
export const jsonArrayMethods = methodTable<JavaList>(
	{ "toJSONString()": (self, _, host) => toJson(self, true, toJavaString, host) },
	arrayListMethods,
);

/** A Java array, which Velocity lets be used as a fixed list. */
export const arrayMethods = methodTable<JavaArray>(
	{
		"size()": (self) => self.items.length,
		"isEmpty()": (self) => self.items.length === 0,
		"get(int)": (self, p) => self.items[within(intAt(p, 0), self.items.length)] ?? null,
		"set(int,Object)": (self, p) => {
			const index = within(intAt(p, 0), self.items.length);
			const old = self.items[index] ?? null;
			self.items[index] = valueAt(p, 1);
			return old;
		},
		"contains(Object)": (self, p, host) => indexOf(self.items, valueAt(p, 0), host) !== -1,
		"indexOf(Object)": (self, p, host) => indexOf(self.items, valueAt(p, 0), host),
		"subList(int,int)": (self, p) => subList(list(self.items), intAt(p, 0), intAt(p, 1)),
		"iterator()": (self) => iteratorOfList(list(self.items, "unmodifiable")),
	},
	objectMethods,
);

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
		"clear()": (self) => {
			self.cells.clear();
			self.changes++;
			return undefined;
		},
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

/** A live view of a map: keys, values or entries. */
export const viewMethods = methodTable<View>(
	{
		"size()": (self) => self.map.cells.size,
		"isEmpty()": (self) => self.map.cells.size === 0,
		"contains(Object)": (self, p, host) => viewHolds(self, valueAt(p, 0), host),
		"containsAll(Collection)": (self, p, host) => itemsAt(p, 0).every((item) => viewHolds(self, item, host)),
		"iterator()": (self) => iteratorOfView(self),
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
		"clear()": (self) => {
			self.map.cells.clear();
			self.map.changes++;
			return undefined;
		},
	},
	objectMethods,
);

/** java.util.Map.Entry */
export const entryMethods = methodTable<Entry>(
	{
		"getKey()": (self) => self.cell.key,
		"getValue()": (self) => self.cell.value,
		"setValue(Object)": (self, p) => {
			const old = self.cell.value;
			self.cell.value = valueAt(p, 0);
			return old;
		},
	},
	objectMethods,
);

/** java.util.Iterator */
export const iteratorMethods = methodTable<JavaIterator>(
	{
		"hasNext()": (self) => self.hasNext(),
		"next()": (self) => self.next(),
		"remove()": (self) => {
			self.remove();
			return undefined;
		},
	},
	objectMethods,
);

/** java.util.ListIterator */
export const listIteratorMethods = methodTable<JavaIterator>(
	{
		"nextIndex()": (self) => self.position(),
		"previousIndex()": (self) => self.position() - 1,
		"hasPrevious()": (self) => self.position() > 0,
		"previous()": (self) => {
			if (self.list === undefined || self.position() === 0) throw noSuchElement();
			self.move(self.position() - 1);
			return self.list.items[self.position()] ?? null;
		},
	},
	iteratorMethods,
);

/** What #foreach goes over, or undefined when Velocity cannot go over it. */
export function iteratorOf(value: Value): JavaIterator | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	switch (value.type) {
		case "List":
			return iteratorOfList(value);
		case "Array":
			return iteratorOfList(list(value.items, "unmodifiable"));
		case "Map":
			return iteratorOfView({ type: "View", of: "values", map: value });
		case "Scope":
			return iteratorOfView({ type: "View", of: "values", map: value.storage });
		case "View":
			return iteratorOfView(value);
		case "Iterator":
			return value;
		default:
			return undefined;
	}
}

/** Map.put: the value that the key had before, or null. */
export function putIn(target: JavaMap, key: Value, value: Value, host: Host): Value {
	const identity = keyOf(key, host.budget);
	const cell = target.cells.get(identity);
	if (cell !== undefined) {
		const old = cell.value;
		cell.value = value;
		return old;
	}
	host.budget.spend(1);
	target.cells.set(identity, { key, value });
	target.changes++;
	return null;
}

function removeFrom(target: JavaMap, key: Value, budget: Host["budget"]): Value {
	const identity = keyOf(key, budget);
	const cell = target.cells.get(identity);
	if (cell === undefined) return null;
	target.cells.delete(identity);
	target.changes++;
	return cell.value;
}

function cellsOf(value: Value): readonly Cell[] {
	if (typeof value !== "object" || value === null) return [];
	if (value.type === "Scope") return [...value.storage.cells.values()];
	return value.type === "Map" ? [...value.cells.values()] : [];
}

function within(index: number, length: number): number {
	if (index >= 0 && index < length) return index;
	throw indexOutOfBounds(index, length);
}

function withinOrEnd(index: number, length: number): number {
	if (index >= 0 && index <= length) return index;
	throw new JavaException("java.lang.IndexOutOfBoundsException", `Index: ${index}, Size: ${length}`);
}

function mutable(self: JavaList): void {
	if (self.kind === "unmodifiable") throw unsupported();
}

function changed(self: JavaList): void {
	mutable(self);
	self.changes++;
}

function addAll(self: JavaList, at: number, items: readonly Value[], spend: (steps: number) => void): boolean {
	changed(self);
	spend(items.length);
	// Not spread into one call: the items may be too many for the stack.
	self.items = [...self.items.slice(0, at), ...items, ...self.items.slice(at)];
	return items.length > 0;
}

function indexOf(items: readonly Value[], wanted: Value, { budget }: Host): number {
	budget.spend(items.length >> 3);
	return items.findIndex((item) => javaEquals(item, wanted, budget));
}

function keep(self: JavaList, wanted: readonly Value[], listed: boolean, host: Host): boolean {
	const kept = self.items.filter((item) => (indexOf(wanted, item, host) !== -1) === listed);
	if (kept.length === self.items.length) return false;
	changed(self);
	self.items = kept;
	return true;
}

function subList(self: JavaList, from: number, to: number): JavaList {
	const outside = (message: string) => new JavaException("java.lang.IndexOutOfBoundsException", message);
	if (from < 0) throw outside(`fromIndex = ${from}`);
	if (to > self.items.length) throw outside(`toIndex = ${to}`);
	if (from > to) throw illegalArgument(`fromIndex(${from}) > toIndex(${to})`);
	return list(self.items.slice(from, to), self.kind === "unmodifiable" ? "unmodifiable" : "SubList");
}

function iteratorOfList(self: JavaList, both = false): JavaIterator {
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
			changed(self);
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

const viewIterators = {
	keys: "java.util.LinkedHashMap$LinkedKeyIterator",
	values: "java.util.LinkedHashMap$LinkedValueIterator",
	entries: "java.util.LinkedHashMap$LinkedEntryIterator",
} as const;

function iteratorOfView(self: View): JavaIterator {
	const cells = [...self.map.cells.values()];
	let at = 0;
	let expected = self.map.changes;
	return {
		type: "Iterator",
		javaClass: viewIterators[self.of],
		list: undefined,
		hasNext: () => at < cells.length,
		next: () => {
			if (self.map.changes !== expected) throw concurrentModification();
			const cell = cells[at];
			if (cell === undefined) throw noSuchElement();
			at++;
			return itemOf(self, cell);
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

function itemOf(self: View, cell: Cell): Value {
	return self.of === "keys" ? cell.key : self.of === "values" ? cell.value : { type: "Entry", cell };
}

function viewHolds(self: View, wanted: Value, host: Host): boolean {
	if (self.of === "keys") return self.map.cells.has(keyOf(wanted, host.budget));
	return [...self.map.cells.values()].some((cell) => sameItem(self, cell, wanted, host));
}

function sameItem(self: View, cell: Cell, wanted: Value, { budget }: Host): boolean {
	return javaEquals(itemOf(self, cell), wanted, budget);
}

function keepInView(self: View, wanted: readonly Value[], listed: boolean, host: Host): boolean {
	let any = false;
	for (const cell of self.map.cells.values()) {
		if ((indexOf(wanted, itemOf(self, cell), host) !== -1) === listed) continue;
		removeFrom(self.map, cell.key, host.budget);
		any = true;
	}
	return any;
}
