import { compareNumbers } from "../numbers/compareNumbers.ts";
import { longValue, toBig } from "../numbers/conversions.ts";
import { type Long, long } from "../values/values.ts";
import { hashCode } from "./hashCode.ts";
import { methodTable } from "./methodTable.ts";
import { numberMethods } from "./numberMethods.ts";
import { intAt, numberAt } from "./parameters.ts";
import { decodeJavaInteger, numeralAt, parseJavaInteger } from "./parseNumbers.ts";
import { usableRadix } from "./usableRadix.ts";

/** java.lang.Long */
export const longMethods = methodTable<Long>(
	{
		"compareTo(Long)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"compare(long,long)": (_, p) => compareNumbers(numberAt(p, 0), numberAt(p, 1)),
		"parseLong(String)": (_, p) => long(parseJavaInteger(numeralAt(p), 10, 64)),
		"valueOf(String)": (_, p) => long(parseJavaInteger(numeralAt(p), 10, 64)),
		"valueOf(long)": (_, p) => longValue(numberAt(p, 0)),
		"parseLong(String,int)": (_, p) => long(parseJavaInteger(numeralAt(p), intAt(p, 1), 64)),
		"valueOf(String,int)": (_, p) => long(parseJavaInteger(numeralAt(p), intAt(p, 1), 64)),
		"decode(String)": (_, p) => long(decodeJavaInteger(numeralAt(p), 64)),
		"signum(long)": (_, p) => compareNumbers(numberAt(p, 0), 0),
		"toString(long,int)": (_, p) => toBig(numberAt(p, 0)).toString(usableRadix(intAt(p, 1))),
		"toBinaryString(long)": (_, p) => BigInt.asUintN(64, toBig(numberAt(p, 0))).toString(2),
		"toOctalString(long)": (_, p) => BigInt.asUintN(64, toBig(numberAt(p, 0))).toString(8),
		"bitCount(long)": (_, p) =>
			BigInt.asUintN(64, toBig(numberAt(p, 0)))
				.toString(2)
				.replaceAll("0", "").length,
		"hashCode(long)": (_, p, { budget }) => hashCode(longValue(numberAt(p, 0)), budget),
		"toString(long)": (_, p) => String(toBig(numberAt(p, 0))),
		"toHexString(long)": (_, p) => BigInt.asUintN(64, toBig(numberAt(p, 0))).toString(16),
		"max(long,long)": (_, p) =>
			longValue(compareNumbers(numberAt(p, 0), numberAt(p, 1)) < 0 ? numberAt(p, 1) : numberAt(p, 0)),
		"min(long,long)": (_, p) =>
			longValue(compareNumbers(numberAt(p, 0), numberAt(p, 1)) > 0 ? numberAt(p, 1) : numberAt(p, 0)),
		"sum(long,long)": (_, p) => long(BigInt.asIntN(64, toBig(numberAt(p, 0)) + toBig(numberAt(p, 1)))),
	},
	numberMethods,
);
