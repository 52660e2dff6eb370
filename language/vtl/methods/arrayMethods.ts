import { illegalArgument, unsupported } from "../values/javaException.ts";
import { type JavaArray, list, type Value } from "../values/values.ts";
import { indexOfEqual } from "./indexOfEqual.ts";
import { indexWithin } from "./indexWithin.ts";
import { listIterator } from "./listIterator.ts";
import { type Host, methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { intAt, itemsAt, valueAt } from "./parameters.ts";
import { subList } from "./subList.ts";

/** A Java array, which Velocity lets be used as a fixed list. */
export const arrayMethods = methodTable<JavaArray>(
	{
		"size()": (self) => self.items.length,
		"isEmpty()": (self) => self.items.length === 0,
		"get(int)": (self, p) => self.items[indexWithin(intAt(p, 0), self.items.length)] ?? null,
		"set(int,Object)": (self, p) => {
			const index = indexWithin(intAt(p, 0), self.items.length);
			const old = self.items[index] ?? null;
			const item = valueAt(p, 1);
			if (!fits(self.component, item)) throw illegalArgument("array element type mismatch");
			self.items[index] = item;
			return old;
		},
		"contains(Object)": (self, p, host) => indexOfEqual(self.items, valueAt(p, 0), host) !== -1,
		"indexOf(Object)": (self, p, host) => indexOfEqual(self.items, valueAt(p, 0), host),
		"lastIndexOf(Object)": (self, p, host) => {
			const found = indexOfEqual(self.items.toReversed(), valueAt(p, 0), host);
			return found === -1 ? -1 : self.items.length - 1 - found;
		},
		"containsAll(Collection)": (self, p, host) =>
			itemsAt(p, 0).every((item) => indexOfEqual(self.items, item, host) !== -1),
		"removeAll(Collection)": (self, p, host) => keepAll(self, itemsAt(p, 0), false, host),
		"retainAll(Collection)": (self, p, host) => keepAll(self, itemsAt(p, 0), true, host),
		"clear()": (self) => {
			if (self.items.length > 0) throw unsupported();
			return undefined;
		},
		"subList(int,int)": (self, p) => subList(list(self.items), intAt(p, 0), intAt(p, 1)),
		"iterator()": (self) => listIterator(list(self.items, "unmodifiable")),
	},
	objectMethods,
);

/** An array cannot lose items, and Java finds that out at the first that would go. */
function keepAll(self: JavaArray, items: readonly Value[], kept: boolean, host: Host): boolean {
	for (const item of self.items) if ((indexOfEqual(items, item, host) !== -1) !== kept) throw unsupported();
	return false;
}

function fits(component: JavaArray["component"], item: Value): boolean {
	switch (component) {
		case "String":
			return typeof item === "string" || item === null;
		case "char":
			return typeof item === "object" && item?.type === "Character";
		case "byte":
			return typeof item === "object" && item?.type === "Byte";
		case "int":
			return typeof item === "number";
		case "Object":
			return true;
	}
}
