import { BudgetExceeded } from "../budget.ts";
import { arithmetic, numberFormat } from "../javaException.ts";
import { compareNumbers, compute, intValue, longValue, type NumberValue, toBig, toDouble } from "../numbers.ts";
import { toJavaString } from "../toJavaString.ts";
import { type BigDecimal, character, double, type Floating, type Long, long, type Value } from "../values.ts";
import { hashCode } from "./hashCode.ts";
import { intAt, methodTable, numberAt, type Parameters, textAt, valueAt } from "./methodTable.ts";
import { comparableMethods } from "./objectMethods.ts";
import { parseJavaDouble, parseJavaInteger } from "./parseNumbers.ts";
import { isWhitespace } from "./whitespace.ts";

const numberMethods = methodTable<NumberValue>(
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

const wholeStatics = {
	"compare(int,int)": (_: unknown, p: Parameters) => compareNumbers(numberAt(p, 0), numberAt(p, 1)),
	"max(int,int)": (_: unknown, p: Parameters) => Math.max(intAt(p, 0), intAt(p, 1)),
	"min(int,int)": (_: unknown, p: Parameters) => Math.min(intAt(p, 0), intAt(p, 1)),
	"sum(int,int)": (_: unknown, p: Parameters) => (intAt(p, 0) + intAt(p, 1)) | 0,
};

/** java.lang.Integer */
export const integerMethods = methodTable<number>(
	{
		...wholeStatics,
		"compareTo(Integer)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"parseInt(String)": (_, p) => Number(parseJavaInteger(textOrNull(p), 10, 32)),
		"parseInt(String,int)": (_, p) => Number(parseJavaInteger(textOrNull(p), intAt(p, 1), 32)),
		"valueOf(String)": (_, p) => Number(parseJavaInteger(textOrNull(p), 10, 32)),
		"valueOf(String,int)": (_, p) => Number(parseJavaInteger(textOrNull(p), intAt(p, 1), 32)),
		"valueOf(int)": (_, p) => intAt(p, 0),
		"decode(String)": (_, p) => Number(decode(textOrNull(p), 32)),
		"toString(int)": (_, p) => String(intAt(p, 0)),
		"toString(int,int)": (_, p) => intAt(p, 0).toString(radix(intAt(p, 1))),
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

/** java.lang.Long */
export const longMethods = methodTable<Long>(
	{
		"compareTo(Long)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"compare(long,long)": (_, p) => compareNumbers(numberAt(p, 0), numberAt(p, 1)),
		"parseLong(String)": (_, p) => long(parseJavaInteger(textOrNull(p), 10, 64)),
		"valueOf(String)": (_, p) => long(parseJavaInteger(textOrNull(p), 10, 64)),
		"valueOf(long)": (_, p) => longValue(numberAt(p, 0)),
		"parseLong(String,int)": (_, p) => long(parseJavaInteger(textOrNull(p), intAt(p, 1), 64)),
		"valueOf(String,int)": (_, p) => long(parseJavaInteger(textOrNull(p), intAt(p, 1), 64)),
		"decode(String)": (_, p) => long(decode(textOrNull(p), 64)),
		"signum(long)": (_, p) => compareNumbers(numberAt(p, 0), 0),
		"toString(long,int)": (_, p) => toBig(numberAt(p, 0)).toString(radix(intAt(p, 1))),
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

/** java.lang.Double */
export const doubleMethods = methodTable<Floating>(
	{
		"compareTo(Double)": (self, p) => compareDoubles(self.value, toDouble(numberAt(p, 0))),
		"compare(double,double)": (_, p) => compareDoubles(toDouble(numberAt(p, 0)), toDouble(numberAt(p, 1))),
		"isNaN()": (self) => Number.isNaN(self.value),
		"isInfinite()": (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY,
		"isNaN(double)": (_, p) => Number.isNaN(toDouble(numberAt(p, 0))),
		"isInfinite(double)": (_, p) => Math.abs(toDouble(numberAt(p, 0))) === Number.POSITIVE_INFINITY,
		"isFinite(double)": (_, p) => Number.isFinite(toDouble(numberAt(p, 0))),
		"parseDouble(String)": (_, p) => double(parseJavaDouble(textOrNull(p))),
		"valueOf(String)": (_, p) => double(parseJavaDouble(textOrNull(p))),
		"valueOf(double)": (_, p) => double(toDouble(numberAt(p, 0))),
		"hashCode(double)": (_, p, { budget }) => hashCode(double(toDouble(numberAt(p, 0))), budget),
		"toString(double)": (_, p, host) => toJavaString(double(toDouble(numberAt(p, 0))), host),
		"max(double,double)": (_, p) => double(Math.max(toDouble(numberAt(p, 0)), toDouble(numberAt(p, 1)))),
		"min(double,double)": (_, p) => double(Math.min(toDouble(numberAt(p, 0)), toDouble(numberAt(p, 1)))),
		"sum(double,double)": (_, p) => double(toDouble(numberAt(p, 0)) + toDouble(numberAt(p, 1))),
	},
	numberMethods,
);

export const floatMethods = methodTable<Floating>(
	{
		"compareTo(Float)": (self, p) => compareDoubles(self.value, toDouble(numberAt(p, 0))),
		"isNaN()": (self) => Number.isNaN(self.value),
		"isInfinite()": (self) => Math.abs(self.value) === Number.POSITIVE_INFINITY,
	},
	numberMethods,
);

export const smallMethods = numberMethods;

/** java.math.BigInteger */
export const bigIntegerMethods = methodTable<bigint>(
	{
		"add(BigInteger)": (self, p) => bigOf(compute("+", self, numberAt(p, 0))),
		"subtract(BigInteger)": (self, p) => bigOf(compute("-", self, numberAt(p, 0))),
		"multiply(BigInteger)": (self, p) => bigOf(compute("*", self, numberAt(p, 0))),
		"compareTo(BigInteger)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"divide(BigInteger)": (self, p) => self / nonZero(toBig(numberAt(p, 0))),
		"remainder(BigInteger)": (self, p) => self % nonZero(toBig(numberAt(p, 0))),
		"mod(BigInteger)": (self, p) => bigOf(compute("%", self, toBig(numberAt(p, 0)))),
		"pow(int)": (self, p) => power(self, intAt(p, 0)),
		"gcd(BigInteger)": (self, p) => commonDivisor(self, toBig(numberAt(p, 0))),
		"min(BigInteger)": (self, p) => (compareNumbers(self, numberAt(p, 0)) <= 0 ? self : toBig(numberAt(p, 0))),
		"max(BigInteger)": (self, p) => (compareNumbers(self, numberAt(p, 0)) >= 0 ? self : toBig(numberAt(p, 0))),
		"and(BigInteger)": (self, p) => self & toBig(numberAt(p, 0)),
		"or(BigInteger)": (self, p) => self | toBig(numberAt(p, 0)),
		"xor(BigInteger)": (self, p) => self ^ toBig(numberAt(p, 0)),
		"not()": (self) => ~self,
		"intValueExact()": (self) => Number(exact(self, 32)),
		"longValueExact()": (self) => long(exact(self, 64)),
		"negate()": (self) => -self,
		"abs()": (self) => (self < 0n ? -self : self),
		"signum()": (self) => (self > 0n ? 1 : self < 0n ? -1 : 0),
		"bitLength()": (self) => (self < 0n ? -self - 1n : self).toString(2).replace(/^0$/, "").length,
		"toString(int)": (self, p) => self.toString(radix(intAt(p, 0))),
		"valueOf(long)": (_, p) => toBig(numberAt(p, 0)),
	},
	numberMethods,
);

/** java.math.BigDecimal */
export const bigDecimalMethods = methodTable<BigDecimal>(
	{
		"add(BigDecimal)": (self, p) => compute("+", self, numberAt(p, 0)),
		"subtract(BigDecimal)": (self, p) => compute("-", self, numberAt(p, 0)),
		"multiply(BigDecimal)": (self, p) => compute("*", self, numberAt(p, 0)),
		"compareTo(BigDecimal)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"scale()": (self) => self.scale,
		"precision()": (self) => String(self.unscaled).replace("-", "").length,
		"signum()": (self) => (self.unscaled > 0n ? 1 : self.unscaled < 0n ? -1 : 0),
		"negate()": (self) => ({ ...self, unscaled: -self.unscaled }),
		"abs()": (self) => ({ ...self, unscaled: self.unscaled < 0n ? -self.unscaled : self.unscaled }),
		"unscaledValue()": (self) => self.unscaled,
		"plus()": (self) => self,
		"min(BigDecimal)": (self, p) => (compareNumbers(self, numberAt(p, 0)) <= 0 ? self : valueAt(p, 0)),
		"max(BigDecimal)": (self, p) => (compareNumbers(self, numberAt(p, 0)) >= 0 ? self : valueAt(p, 0)),
		"stripTrailingZeros()": (self) => stripped(self),
		"toBigInteger()": (self) => toBig(self),
		"toPlainString()": (self) => plainDecimal(self),
	},
	numberMethods,
);

/** java.lang.Boolean */
export const booleanMethods = methodTable<boolean>(
	{
		"booleanValue()": (self) => self,
		"compareTo(Boolean)": (self, p) => Number(self) - Number(valueAt(p, 0)),
		"parseBoolean(String)": (_, p) => isTrue(valueAt(p, 0)),
		"valueOf(String)": (_, p) => isTrue(valueAt(p, 0)),
		"valueOf(boolean)": (_, p) => valueAt(p, 0),
		"compare(boolean,boolean)": (_, p) => Number(valueAt(p, 0)) - Number(valueAt(p, 1)),
		"hashCode(boolean)": (_, p) => (valueAt(p, 0) === true ? 1231 : 1237),
		"toString(boolean)": (_, p) => (valueAt(p, 0) === true ? "true" : "false"),
		"logicalAnd(boolean,boolean)": (_, p) => valueAt(p, 0) === true && valueAt(p, 1) === true,
		"logicalOr(boolean,boolean)": (_, p) => valueAt(p, 0) === true || valueAt(p, 1) === true,
		"logicalXor(boolean,boolean)": (_, p) => valueAt(p, 0) !== valueAt(p, 1),
	},
	comparableMethods,
);

const characterTests = {
	isDigit: /^\p{Nd}$/u,
	isLetter: /^\p{L}$/u,
	isLetterOrDigit: /^[\p{L}\p{Nd}]$/u,
	isUpperCase: /^\p{Uppercase}$/u,
	isLowerCase: /^\p{Lowercase}$/u,
} as const;

/** java.lang.Character: its tests take a character or a code point. */
export const characterMethods = methodTable<{ readonly value: string }>(
	{
		"charValue()": (self) => character(self.value),
		"compareTo(Character)": (self, p) => self.value.charCodeAt(0) - characterAt(p).charCodeAt(0),
		...Object.fromEntries(
			Object.entries(characterTests).flatMap(([name, test]) =>
				["char", "int"].map((type) => [`${name}(${type})`, (_: unknown, p: Parameters) => test.test(characterAt(p))]),
			),
		),
		"isWhitespace(char)": (_, p) => isWhitespace(characterAt(p).charCodeAt(0)),
		"isWhitespace(int)": (_, p) => isWhitespace(intAt(p, 0)),
		"toUpperCase(char)": (_, p) => character(characterAt(p).toUpperCase()),
		"toLowerCase(char)": (_, p) => character(characterAt(p).toLowerCase()),
		"toUpperCase(int)": (_, p) => characterAt(p).toUpperCase().codePointAt(0) ?? 0,
		"toLowerCase(int)": (_, p) => characterAt(p).toLowerCase().codePointAt(0) ?? 0,
		"getNumericValue(char)": (_, p) => numericValue(characterAt(p)),
		"getNumericValue(int)": (_, p) => numericValue(characterAt(p)),
		"valueOf(char)": (_, p) => valueAt(p, 0),
		"toString(char)": (_, p) => characterAt(p),
		"toString(int)": (_, p) => characterAt(p),
	},
	comparableMethods,
);

function rotated(value: number, by: number): number {
	const shift = by & 31;
	return shift === 0 ? value : (value << shift) | (value >>> (32 - shift));
}

function nonZero(value: bigint): bigint {
	if (value === 0n) throw arithmetic("BigInteger divide by zero");
	return value;
}

function power(base: bigint, exponent: number): bigint {
	if (exponent < 0) throw arithmetic("Negative exponent");
	const digits = String(base).length * exponent;
	if (digits > 100_000) throw new BudgetExceeded(`A number of about ${digits} digits is too long.`);
	return base ** BigInt(exponent);
}

function commonDivisor(left: bigint, right: bigint): bigint {
	let a = left < 0n ? -left : left;
	let b = right < 0n ? -right : right;
	while (b > 0n) [a, b] = [b, a % b];
	return a;
}

function exact(value: bigint, bits: 32 | 64): bigint {
	if (BigInt.asIntN(bits, value) !== value) {
		throw arithmetic(`BigInteger out of ${bits === 32 ? "int" : "long"} range`);
	}
	return value;
}

function stripped({ unscaled, scale }: BigDecimal): BigDecimal {
	if (unscaled === 0n) return { type: "BigDecimal", unscaled, scale: 0 };
	let digits = unscaled;
	let places = scale;
	while (digits % 10n === 0n) {
		digits /= 10n;
		places--;
	}
	return { type: "BigDecimal", unscaled: digits, scale: places };
}

function textOrNull(p: Parameters): string {
	if (valueAt(p, 0) === null) throw numberFormat("null");
	return textAt(p, 0);
}

function radix(base: number): number {
	return base >= 2 && base <= 36 ? base : 10;
}

function bigOf(value: NumberValue): bigint {
	return toBig(value);
}

function decode(text: string, bits: 32 | 64): bigint {
	const found = /^([+-]?)(?:0[xX]|#)(.+)$/.exec(text);
	if (found !== null) return parseJavaInteger((found[1] ?? "") + (found[2] ?? ""), 16, bits);
	return /^[+-]?0./.test(text) ? parseJavaInteger(text, 8, bits) : parseJavaInteger(text, 10, bits);
}

/** Double.compare orders -0 before 0 and NaN last. */
function compareDoubles(left: number, right: number): number {
	if (left < right) return -1;
	if (left > right) return 1;
	const rank = (value: number): number => (Number.isNaN(value) ? 2 : Object.is(value, -0) ? 0 : 1);
	return Math.sign(rank(left) - rank(right));
}

function plainDecimal({ unscaled, scale }: BigDecimal): string {
	const sign = unscaled < 0n ? "-" : "";
	const digits = String(unscaled < 0n ? -unscaled : unscaled);
	if (scale <= 0) return sign + (digits === "0" ? "0" : digits + "0".repeat(Math.min(-scale, 100_000)));
	const padded = digits.padStart(scale + 1, "0");
	return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function isTrue(value: Value): boolean {
	return typeof value === "string" && value.toLowerCase() === "true";
}

function characterAt(p: Parameters): string {
	const value = valueAt(p, 0);
	if (typeof value === "object" && value?.type === "Character") return value.value;
	const code = typeof value === "number" ? value : -1;
	// What is no code point has no properties.
	return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uffff";
}

function numericValue(c: string): number {
	const digit = Number.parseInt(c, 36);
	return Number.isNaN(digit) ? -1 : digit;
}
