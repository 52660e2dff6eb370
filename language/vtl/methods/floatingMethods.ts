import { toDouble } from "../numbers/conversions.ts";
import { toJavaString } from "../values/toJavaString.ts";
import { double, type Floating } from "../values/values.ts";
import { hashCode } from "./hashCode.ts";
import { methodTable } from "./methodTable.ts";
import { numberMethods } from "./numberMethods.ts";
import { numberAt } from "./parameters.ts";
import { numeralAt, parseJavaDouble } from "./parseNumbers.ts";

/** What java.lang.Double and java.lang.Float have in common. */
const floatingMethods = methodTable<Floating>(
	{
		"isNaN()": (self) => Number.isNaN(self.value),
		"isInfinite()": (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY,
	},
	numberMethods,
);

/** java.lang.Double */
export const doubleMethods = methodTable<Floating>(
	{
		"compareTo(Double)": (self, p) => compareDoubles(self.value, toDouble(numberAt(p, 0))),
		"compare(double,double)": (_, p) => compareDoubles(toDouble(numberAt(p, 0)), toDouble(numberAt(p, 1))),
		"isNaN(double)": (_, p) => Number.isNaN(toDouble(numberAt(p, 0))),
		"isInfinite(double)": (_, p) => Math.abs(toDouble(numberAt(p, 0))) === Number.POSITIVE_INFINITY,
		"isFinite(double)": (_, p) => Number.isFinite(toDouble(numberAt(p, 0))),
		"parseDouble(String)": (_, p) => double(parseJavaDouble(numeralAt(p))),
		"valueOf(String)": (_, p) => double(parseJavaDouble(numeralAt(p))),
		"valueOf(double)": (_, p) => double(toDouble(numberAt(p, 0))),
		"hashCode(double)": (_, p, { budget }) => hashCode(double(toDouble(numberAt(p, 0))), budget),
		"toString(double)": (_, p, host) => toJavaString(double(toDouble(numberAt(p, 0))), host),
		"max(double,double)": (_, p) => double(Math.max(toDouble(numberAt(p, 0)), toDouble(numberAt(p, 1)))),
		"min(double,double)": (_, p) => double(Math.min(toDouble(numberAt(p, 0)), toDouble(numberAt(p, 1)))),
		"sum(double,double)": (_, p) => double(toDouble(numberAt(p, 0)) + toDouble(numberAt(p, 1))),
	},
	floatingMethods,
);

/** java.lang.Float */
export const floatMethods = methodTable<Floating>(
	{
		"compareTo(Float)": (self, p) => compareDoubles(self.value, toDouble(numberAt(p, 0))),
	},
	floatingMethods,
);

/** Double.compare orders -0 before 0 and NaN last. */
function compareDoubles(left: number, right: number): number {
	if (left < right) return -1;
	if (left > right) return 1;
	const rank = (value: number): number => (Number.isNaN(value) ? 2 : Object.is(value, -0) ? 0 : 1);
	return Math.sign(rank(left) - rank(right));
}
