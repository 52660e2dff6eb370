import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf } from "../../../../language/vtl/analysis/methods/methodsOfType.ts";
import { listOf, type Type } from "../../../../language/vtl/analysis/types.ts";
import { arrayMethods } from "../../../../language/vtl/methods/arrayMethods.ts";
import { bigDecimalMethods } from "../../../../language/vtl/methods/bigDecimalMethods.ts";
import { bigIntegerMethods } from "../../../../language/vtl/methods/bigIntegerMethods.ts";
import { booleanMethods } from "../../../../language/vtl/methods/booleanMethods.ts";
import { characterMethods } from "../../../../language/vtl/methods/characterMethods.ts";
import { entryMethods } from "../../../../language/vtl/methods/entryMethods.ts";
import { doubleMethods, floatMethods } from "../../../../language/vtl/methods/floatingMethods.ts";
import { integerMethods } from "../../../../language/vtl/methods/integerMethods.ts";
import { iteratorMethods, listIteratorMethods } from "../../../../language/vtl/methods/iteratorMethods.ts";
import { arrayListMethods, jsonArrayMethods, listMethods } from "../../../../language/vtl/methods/listMethods.ts";
import { longMethods } from "../../../../language/vtl/methods/longMethods.ts";
import { mapMethods } from "../../../../language/vtl/methods/mapMethods.ts";
import type { MethodTable } from "../../../../language/vtl/methods/methodTable.ts";
import { numberMethods } from "../../../../language/vtl/methods/numberMethods.ts";
import { classMethods, objectMethods } from "../../../../language/vtl/methods/objectMethods.ts";
import { scopeInfoMethods, scopeMethods } from "../../../../language/vtl/methods/scopeMethods.ts";
import { streamMethods } from "../../../../language/vtl/methods/streamMethods.ts";
import { stringMethods } from "../../../../language/vtl/methods/stringMethods.ts";
import { viewMethods } from "../../../../language/vtl/methods/viewMethods.ts";

const item: Type = { kind: "unknown" };
const classes: readonly (readonly [type: Type, table: MethodTable])[] = [
	[{ kind: "String" }, stringMethods],
	[{ kind: "Boolean" }, booleanMethods],
	[{ kind: "Number" }, numberMethods],
	[{ kind: "Integer" }, integerMethods],
	[{ kind: "Long" }, longMethods],
	[{ kind: "Double" }, doubleMethods],
	[{ kind: "Float" }, floatMethods],
	[{ kind: "BigInteger" }, bigIntegerMethods],
	[{ kind: "BigDecimal" }, bigDecimalMethods],
	[{ kind: "Character" }, characterMethods],
	[{ kind: "Scope" }, scopeMethods],
	[{ kind: "ScopeInfo" }, scopeInfoMethods],
	[{ kind: "Block" }, objectMethods],
	[{ kind: "Class" }, classMethods],
	[{ kind: "Entry", value: item }, entryMethods],
	[{ kind: "Array", item }, arrayMethods],
	[{ kind: "Set", item }, viewMethods],
	[{ kind: "Iterator", item }, iteratorMethods],
	[{ kind: "ListIterator", item }, listIteratorMethods],
	[{ kind: "Stream", item }, streamMethods],
	[listOf(item, "List"), listMethods],
	[listOf(item, "ArrayList"), arrayListMethods],
	[listOf(item, "JSONArray"), jsonArrayMethods],
];

test("what the editor knows of a class's methods is what a template can call", () => {
	for (const [type, table] of classes) {
		const known = factsOf(type).map(([signature]) => signature.replaceAll(/ \w+(?=[,)])/g, "").replaceAll(", ", ","));
		assert.deepEqual([...new Set(known)].toSorted(), signatures(table), type.kind);
	}
	const map = factsOf({ kind: "Map", members: { names: [], get: () => undefined, complete: false }, value: item });
	assert.deepEqual(
		[...new Set(map.map(([it]) => it.slice(0, it.indexOf("("))))].toSorted(),
		[...mapMethods.keys()].toSorted(),
	);
});

test("every method says what it does", () => {
	for (const [type] of classes) {
		for (const [signature, , documentation] of factsOf(type)) assert.match(documentation, /\.$/, signature);
	}
});

function signatures(table: MethodTable): readonly string[] {
	return [...table]
		.flatMap(([name, overloads]) => overloads.map((it) => `${name}(${it.parameters.join()})`))
		.toSorted();
}
