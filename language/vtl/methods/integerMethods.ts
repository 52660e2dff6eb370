import { compareNumbers } from "../numbers/compareNumbers.ts";
import { long } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { numberMethods } from "./numberMethods.ts";
import { intAt, numberAt } from "./parameters.ts";
import { decodeJavaInteger, numeralAt, parseJavaInteger } from "./parseNumbers.ts";
import { usableRadix } from "./usableRadix.ts";

/** java.lang.Integer */
export const integerMethods = methodTable<number>(
	{
		"compare(int,int)": (_, p) => compareNumbers(numberAt(p, 0), numberAt(p, 1)),
		"max(int,int)": (_, p) => Math.max(intAt(p, 0), intAt(p, 1)),
		"min(int,int)": (_, p) => Math.min(intAt(p, 0), intAt(p, 1)),
		"sum(int,int)": (_, p) => (intAt(p, 0) + intAt(p, 1)) | 0,
		"compareTo(Integer)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"parseInt(String)": (_, p) => Number(parseJavaInteger(numeralAt(p), 10, 32)),
		"parseInt(String,int)": (_, p) => Number(parseJavaInteger(numeralAt(p), intAt(p, 1), 32)),
		"valueOf(String)": (_, p) => Number(parseJavaInteger(numeralAt(p), 10, 32)),
		"valueOf(String,int)": (_, p) => Number(parseJavaInteger(numeralAt(p), intAt(p, 1), 32)),
		"valueOf(int)": (_, p) => intAt(p, 0),
		"decode(String)": (_, p) => Number(decodeJavaInteger(numeralAt(p), 32)),
		"toString(int)": (_, p) => String(intAt(p, 0)),
		"toString(int,int)": (_, p) => intAt(p, 0).toString(usableRadix(intAt(p, 1))),
		"toHexString(int)": (_, p) => (intAt(p, 0) >>> 0).toString(16),
		"toBinaryString(int)": (_, p) => (intAt(p, 0) >>> 0).toString(2),
		"toOctalString(int)": (_, p) => (intAt(p, 0) >>> 0).toString(8),
		"bitCount(int)": (_, p) => (intAt(p, 0) >>> 0).toString(2).replaceAll("0", "").length,
		"signum(int)": (_, p) => Math.sign(intAt(p, 0)),
		"hashCode(int)": (_, p) => intAt(p, 0),
		"numberOfLeadingZeros(int)": (_, p) => Math.clz32(intAt(p, 0)),
		"numberOfTrailingZeros(int)": (_, p) => (intAt(p, 0) === 0 ? 32 : 31 - Math.clz32(intAt(p, 0) & -intAt(p, 0))),
		"highestOneBit(int)": (_, p) => (intAt(p, 0) === 0 ? 0 : (0x80000000 >>> Math.clz32(intAt(p, 0))) | 0),
		"lowestOneBit(int)": (_, p) => intAt(p, 0) & -intAt(p, 0),
		"rotateLeft(int,int)": (_, p) => rotated(intAt(p, 0), intAt(p, 1)),
		"rotateRight(int,int)": (_, p) => rotated(intAt(p, 0), -intAt(p, 1)),
		"compareUnsigned(int,int)": (_, p) => compareNumbers(intAt(p, 0) >>> 0, intAt(p, 1) >>> 0),
		"toUnsignedString(int)": (_, p) => String(intAt(p, 0) >>> 0),
		"toUnsignedLong(int)": (_, p) => long(BigInt(intAt(p, 0) >>> 0)),
	},
	numberMethods,
);

function rotated(value: number, by: number): number {
	const shift = by & 31;
	return shift === 0 ? value : (value << shift) | (value >>> (32 - shift));
}
