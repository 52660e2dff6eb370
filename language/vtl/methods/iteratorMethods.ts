import { noSuchElement } from "../values/javaException.ts";
import type { JavaIterator } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";

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
