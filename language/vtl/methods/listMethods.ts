import { javaEquals } from "../values/equality.ts";
import { JavaException } from "../values/javaException.ts";
import { toJavaString } from "../values/toJavaString.ts";
import { toJson } from "../values/toJson.ts";
import { array, type JavaList, list, type Value } from "../values/values.ts";
import { indexOfEqual } from "./indexOfEqual.ts";
import { indexWithin } from "./indexWithin.ts";
import { markChanged, refuseUnmodifiable } from "./listChange.ts";
import { listIterator } from "./listIterator.ts";
import { type Host, methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { intAt, itemsAt, valueAt } from "./parameters.ts";
import { subList } from "./subList.ts";

/** java.util.List, as a template can use it without lambdas. */
export const listMethods = methodTable<JavaList>(
	{
		"size()": (self) => self.items.length,
		"isEmpty()": (self) => self.items.length === 0,
		"get(int)": (self, p) => self.items[indexWithin(intAt(p, 0), self.items.length)] ?? null,
		"set(int,Object)": (self, p) => {
			refuseUnmodifiable(self);
			const index = indexWithin(intAt(p, 0), self.items.length);
			const old = self.items[index] ?? null;
			self.items[index] = valueAt(p, 1);
			return old;
		},
		"add(Object)": (self, p) => {
			markChanged(self);
			self.items.push(valueAt(p, 0));
			return true;
		},
		"add(int,Object)": (self, p) => {
			const index = withinOrEnd(intAt(p, 0), self.items.length);
			markChanged(self);
			self.items.splice(index, 0, valueAt(p, 1));
			return undefined;
		},
		"addAll(Collection)": (self, p, { budget }) => addAll(self, self.items.length, itemsAt(p, 0), budget.spend),
		"addAll(int,Collection)": (self, p, { budget }) =>
			addAll(self, withinOrEnd(intAt(p, 0), self.items.length), itemsAt(p, 1), budget.spend),
		"remove(int)": (self, p) => {
			const index = indexWithin(intAt(p, 0), self.items.length);
			markChanged(self);
			return self.items.splice(index, 1)[0] ?? null;
		},
		"remove(Object)": (self, p, host) => {
			const index = indexOfEqual(self.items, valueAt(p, 0), host);
			if (index === -1) return false;
			markChanged(self);
			self.items.splice(index, 1);
			return true;
		},
		"removeAll(Collection)": (self, p, host) => keep(self, itemsAt(p, 0), false, host),
		"retainAll(Collection)": (self, p, host) => keep(self, itemsAt(p, 0), true, host),
		"clear()": (self) => {
			markChanged(self);
			self.items.length = 0;
			return undefined;
		},
		"contains(Object)": (self, p, host) => indexOfEqual(self.items, valueAt(p, 0), host) !== -1,
		"containsAll(Collection)": (self, p, host) =>
			itemsAt(p, 0).every((item) => indexOfEqual(self.items, item, host) !== -1),
		"indexOf(Object)": (self, p, host) => indexOfEqual(self.items, valueAt(p, 0), host),
		"lastIndexOf(Object)": (self, p, host) => {
			host.budget.spend(self.items.length);
			return self.items.findLastIndex((item) => javaEquals(item, valueAt(p, 0), host.budget));
		},
		"subList(int,int)": (self, p) => subList(self, intAt(p, 0), intAt(p, 1)),
		"iterator()": (self) => listIterator(self),
		"listIterator()": (self) => listIterator(self, true),
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

function withinOrEnd(index: number, length: number): number {
	if (index >= 0 && index <= length) return index;
	throw new JavaException("java.lang.IndexOutOfBoundsException", `Index: ${index}, Size: ${length}`);
}

function addAll(self: JavaList, at: number, items: readonly Value[], spend: (steps: number) => void): boolean {
	markChanged(self);
	spend(items.length);
	// Not spread into one call: the items may be too many for the stack.
	self.items = [...self.items.slice(0, at), ...items, ...self.items.slice(at)];
	return items.length > 0;
}

function keep(self: JavaList, wanted: readonly Value[], listed: boolean, host: Host): boolean {
	const kept = self.items.filter((item) => (indexOfEqual(wanted, item, host) !== -1) === listed);
	if (kept.length === self.items.length) return false;
	markChanged(self);
	self.items = kept;
	return true;
}
