import { arrayPrefix } from "../values/toJavaString.ts";
import type { Value } from "../values/values.ts";

/** The name of a value's Java class. */
export function javaClass(value: Value): string {
	if (value === null) return "null";
	switch (typeof value) {
		case "string":
			return "java.lang.String";
		case "boolean":
			return "java.lang.Boolean";
		case "number":
			return "java.lang.Integer";
		case "bigint":
			return "java.math.BigInteger";
		default:
	}
	switch (value.type) {
		case "BigDecimal":
			return "java.math.BigDecimal";
		case "List":
			return listClasses[value.kind];
		case "Array":
			return arrayPrefix(value.component);
		case "Map":
			return "java.util.LinkedHashMap";
		case "View":
			return `java.util.LinkedHashMap$Linked${value.of === "keys" ? "KeySet" : value.of === "values" ? "Values" : "EntrySet"}`;
		case "Entry":
			return "java.util.LinkedHashMap$Entry";
		case "Iterator":
			return value.javaClass;
		case "Stream":
			return `java.util.stream.${value.of === "int" ? "Int" : "Reference"}Pipeline$Head`;
		case "Scope":
			return "org.apache.velocity.runtime.directive.ForeachScope";
		case "ScopeInfo":
			return "org.apache.velocity.runtime.directive.Scope$Info";
		case "Block":
			return "org.apache.velocity.runtime.directive.Block$Reference";
		case "Class":
			return "java.lang.Class";
		case "Bound":
			return value.name;
		default:
			return `java.lang.${value.type}`;
	}
}

const listClasses = {
	ArrayList: "java.util.ArrayList",
	JSONArray: "net.minidev.json.JSONArray",
	SubList: "java.util.ArrayList$SubList",
	unmodifiable: "java.util.ImmutableCollections$ListN",
} as const;

/** Whether one of the two values' classes is the other's or inherits from it. */
export function relatedClasses(left: Value, right: Value): boolean {
	if (typeof left === "object" && typeof right === "object" && left?.type === "List" && right?.type === "List") {
		const arrayLists = (kind: string) => kind === "ArrayList" || kind === "JSONArray";
		return left.kind === right.kind || (arrayLists(left.kind) && arrayLists(right.kind));
	}
	return javaClass(left) === javaClass(right);
}
