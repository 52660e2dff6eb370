import { intValue, toBig } from "../numbers/conversions.ts";
import { isNumber } from "../numbers/numberValue.ts";
import { keyOf } from "../values/equality.ts";
import { array, list, long, type Stream, type Value } from "../values/values.ts";
import { iteratorOf } from "./iteratorOf.ts";
import { type Host, methodTable } from "./methodTable.ts";
import { objectMethods } from "./objectMethods.ts";
import { numberAt } from "./parameters.ts";

/** java.util.stream.Stream and IntStream, as far as they go without lambdas. */
export const streamMethods = methodTable<Stream>(
	{
		"count()": (self) => long(BigInt(self.items.length)),
		"sum()": (self) => (self.of === "int" ? self.items.reduce<number>((sum, item) => (sum + int(item)) | 0, 0) : null),
		"distinct()": (self, _, host) => withItems(self, distinct(self.items, host)),
		"limit(long)": (self, p) => withItems(self, self.items.slice(0, Number(toBig(numberAt(p, 0))))),
		"skip(long)": (self, p) => withItems(self, self.items.slice(Number(toBig(numberAt(p, 0))))),
		"boxed()": (self) => ({ ...self, of: "Object" }),
		"iterator()": (self) => iteratorOf(list([...self.items], "unmodifiable")) ?? null,
		"toList()": (self) => list([...self.items], "unmodifiable"),
		"toArray()": (self) => array(self.of, [...self.items]),
	},
	objectMethods,
);

function withItems(self: Stream, items: readonly Value[]): Stream {
	return { ...self, items };
}

function int(value: Value): number {
	return isNumber(value) ? intValue(value) : 0;
}

function distinct(items: readonly Value[], { budget }: Host): readonly Value[] {
	return [...new Map(items.map((item) => [keyOf(item, budget), item])).values()];
}
