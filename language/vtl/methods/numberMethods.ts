import { intValue, longValue, toDouble } from "../numbers/conversions.ts";
import type { NumberValue } from "../numbers/numberValue.ts";
import { double } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { comparableMethods } from "./objectMethods.ts";

/** java.lang.Number, and all that java.lang.Short and java.lang.Byte have beside it. */
export const numberMethods = methodTable<NumberValue>(
	{
		"intValue()": (self) => intValue(self),
		"longValue()": (self) => longValue(self),
		"doubleValue()": (self) => double(toDouble(self)),
		"floatValue()": (self) => ({ type: "Float", value: Math.fround(toDouble(self)) }),
		"shortValue()": (self) => ({ type: "Short", value: Number(BigInt.asIntN(16, BigInt(intValue(self)))) }),
		"byteValue()": (self) => ({ type: "Byte", value: Number(BigInt.asIntN(8, BigInt(intValue(self)))) }),
	},
	comparableMethods,
);
