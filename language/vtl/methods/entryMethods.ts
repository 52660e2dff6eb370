import type { Entry } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { valueAt } from "./parameters.ts";

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
