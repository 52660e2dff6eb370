import { javaEquals } from "../values/equality.ts";
import { classCast, nullPointer } from "../values/javaException.ts";
import { toJavaString } from "../values/toJavaString.ts";
import type { Value } from "../values/values.ts";
import { hashCode } from "./hashCode.ts";
import { javaClass } from "./javaClass.ts";
import { methodTable } from "./methodTable.ts";
import { valueAt } from "./parameters.ts";

/** What every Java object answers to. */
export const objectMethods = methodTable<Value>({
	"equals(Object)": (self, parameters, { budget }) => javaEquals(self, valueAt(parameters, 0), budget),
	"hashCode()": (self, _, { budget }) => hashCode(self, budget),
	"toString()": (self, _, host) => toJavaString(self, host),
	"getClass()": (self) => ({ type: "Class", name: javaClass(self) }),
});

/**
 * What comparable classes answer to beside their own compareTo: Java's bridge method takes any object, and fails on all
 * that are of another class.
 */
export const comparableMethods = methodTable<Value>(
	{
		"compareTo(Object)": (self, parameters) => {
			const other = valueAt(parameters, 0);
			throw other === null ? nullPointer() : classCast(javaClass(other), javaClass(self));
		},
	},
	objectMethods,
);

export const classMethods = methodTable<{ readonly name: string }>(
	{
		"getName()": (self) => self.name,
		"getTypeName()": (self) => self.name,
		"getSimpleName()": (self) => self.name.slice(Math.max(self.name.lastIndexOf("."), self.name.lastIndexOf("$")) + 1),
	},
	objectMethods,
);
