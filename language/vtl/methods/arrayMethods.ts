import { type JavaArray, list } from "../values/values.ts";
import { indexOfEqual } from "./indexOfEqual.ts";
import { indexWithin } from "./indexWithin.ts";
import { listIterator } from "./listIterator.ts";
import { methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { intAt, valueAt } from "./parameters.ts";
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
			self.items[index] = valueAt(p, 1);
			return old;
		},
		"contains(Object)": (self, p, host) => indexOfEqual(self.items, valueAt(p, 0), host) !== -1,
		"indexOf(Object)": (self, p, host) => indexOfEqual(self.items, valueAt(p, 0), host),
		"subList(int,int)": (self, p) => subList(list(self.items), intAt(p, 0), intAt(p, 1)),
		"iterator()": (self) => listIterator(list(self.items, "unmodifiable")),
	},
	objectMethods,
);
