import { boundMethods } from "../bindings/bindings.ts";
import type { Value } from "../values/values.ts";
import { arrayMethods } from "./arrayMethods.ts";
import { bigDecimalMethods } from "./bigDecimalMethods.ts";
import { bigIntegerMethods } from "./bigIntegerMethods.ts";
import { booleanMethods } from "./booleanMethods.ts";
import { characterMethods } from "./characterMethods.ts";
import { entryMethods } from "./entryMethods.ts";
import { doubleMethods, floatMethods } from "./floatingMethods.ts";
import { integerMethods } from "./integerMethods.ts";
import { iteratorMethods, listIteratorMethods } from "./iteratorMethods.ts";
import { arrayListMethods, jsonArrayMethods, listMethods } from "./listMethods.ts";
import { longMethods } from "./longMethods.ts";
import { mapMethods } from "./mapMethods.ts";
import type { MethodTable } from "./methodTable.ts";
import { numberMethods } from "./numberMethods.ts";
import { classMethods, objectMethods } from "./objectMethods.ts";
import { scopeInfoMethods, scopeMethods } from "./scopeMethods.ts";
import { streamMethods } from "./streamMethods.ts";
import { stringMethods } from "./stringMethods.ts";
import { viewMethods } from "./viewMethods.ts";

/** The methods that a value answers to. */
export function methodsOf(value: Exclude<Value, null>): MethodTable {
	switch (typeof value) {
		case "string":
			return stringMethods;
		case "number":
			return integerMethods;
		case "bigint":
			return bigIntegerMethods;
		case "boolean":
			return booleanMethods;
		default:
	}
	switch (value.type) {
		case "List":
			if (value.kind === "JSONArray") return jsonArrayMethods;
			return value.kind === "ArrayList" ? arrayListMethods : listMethods;
		case "Map":
			return mapMethods;
		case "View":
			return viewMethods;
		case "Entry":
			return entryMethods;
		case "Array":
			return arrayMethods;
		case "Iterator":
			return value.list === undefined ? iteratorMethods : listIteratorMethods;
		case "Stream":
			return streamMethods;
		case "Scope":
			return scopeMethods;
		case "ScopeInfo":
			return scopeInfoMethods;
		case "Bound":
			return boundMethods(value.name);
		case "Class":
			return classMethods;
		case "Block":
			return objectMethods;
		case "Double":
			return doubleMethods;
		case "Float":
			return floatMethods;
		case "Long":
			return longMethods;
		case "BigDecimal":
			return bigDecimalMethods;
		case "Character":
			return characterMethods;
		case "Short":
		case "Byte":
			return numberMethods;
	}
}
