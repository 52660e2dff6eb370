import { classCast } from "../values/javaException.ts";
import { toJavaString } from "../values/toJavaString.ts";
import type { Value } from "../values/values.ts";
import { javaClass } from "./javaClass.ts";
import type { Host } from "./methodTable.ts";

/** String.join */
export function joinText(separator: string, items: readonly Value[], host: Host): string {
	let result = "";
	items.forEach((item, i) => {
		result += (i > 0 ? separator : "") + toJavaString(item, host);
		host.budget.hold(result.length);
	});
	return result;
}

/** What stands in a list to be joined must be text; a null prints. */
export function sequence(value: Value): Value {
	if (value === null || typeof value === "string") return value;
	throw classCast(javaClass(value), "java.lang.CharSequence");
}
