import type { Value } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { comparableMethods } from "./objectMethods.ts";
import { valueAt } from "./parameters.ts";

/** java.lang.Boolean */
export const booleanMethods = methodTable<boolean>(
	{
		"booleanValue()": (self) => self,
		"compareTo(Boolean)": (self, p) => Number(self) - Number(valueAt(p, 0)),
		"parseBoolean(String)": (_, p) => isTrue(valueAt(p, 0)),
		"valueOf(String)": (_, p) => isTrue(valueAt(p, 0)),
		"valueOf(boolean)": (_, p) => valueAt(p, 0),
		"compare(boolean,boolean)": (_, p) => Number(valueAt(p, 0)) - Number(valueAt(p, 1)),
		"hashCode(boolean)": (_, p) => (valueAt(p, 0) === true ? 1231 : 1237),
		"toString(boolean)": (_, p) => (valueAt(p, 0) === true ? "true" : "false"),
		"logicalAnd(boolean,boolean)": (_, p) => valueAt(p, 0) === true && valueAt(p, 1) === true,
		"logicalOr(boolean,boolean)": (_, p) => valueAt(p, 0) === true || valueAt(p, 1) === true,
		"logicalXor(boolean,boolean)": (_, p) => valueAt(p, 0) !== valueAt(p, 1),
	},
	comparableMethods,
);

function isTrue(value: Value): boolean {
	return typeof value === "string" && value.toLowerCase() === "true";
}
