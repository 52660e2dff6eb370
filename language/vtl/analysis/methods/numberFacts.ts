import type { Fact, Returns } from "./fact.ts";
import { comparableFacts } from "./objectFacts.ts";

/** java.lang.Number */
export const numberFacts: readonly Fact[] = [
	...comparableFacts,
	["intValue()", "Integer", "It as an Integer; what stands behind the point is cut off."],
	["longValue()", "Long", "It as a Long; what stands behind the point is cut off."],
	["doubleValue()", "Double", "It as a Double."],
	["floatValue()", "Float", "It as a Float."],
	["shortValue()", "Short", "Its lowest 16 bits."],
	["byteValue()", "Byte", "Its lowest 8 bits."],
];

const text = { int: "Integer", long: "Long", double: "Double" } as const;

/** What Integer, Long and Double have in common: static methods, which a template reaches through any such number. */
function shared(type: keyof typeof text): readonly Fact[] {
	const returns: Returns = text[type];
	return [
		...numberFacts,
		[`compareTo(${returns} other)`, "Integer", "Negative, 0 or positive, as it is less, equal or greater."],
		[`compare(${type} left, ${type} right)`, "Integer", "Negative, 0 or positive. Static."],
		[`max(${type} left, ${type} right)`, returns, "The greater of the two. Static."],
		[`min(${type} left, ${type} right)`, returns, "The smaller of the two. Static."],
		[`sum(${type} left, ${type} right)`, returns, "The sum of the two. Static."],
		["valueOf(String text)", returns, "The number that the text says. Static."],
		[`valueOf(${type} value)`, returns, "The number. Static."],
		[`toString(${type} value)`, "String", "The number as text. Static."],
		[`hashCode(${type} value)`, "Integer", "The hash code of the number. Static."],
	];
}

function whole(type: "int" | "long"): readonly Fact[] {
	const returns: Returns = text[type];
	const parse = type === "int" ? "parseInt" : "parseLong";
	return [
		...shared(type),
		[`${parse}(String text)`, returns, "The number that the text says; an error where it says none. Static."],
		[`${parse}(String text, int radix)`, returns, "The number that the text says in another base. Static."],
		["valueOf(String text, int radix)", returns, "The number that the text says in another base. Static."],
		["decode(String text)", returns, "The number that the text says; `0x` and `0` begin other bases. Static."],
		[`toString(${type} value, int radix)`, "String", "The number as text in another base. Static."],
		[`toHexString(${type} value)`, "String", "The number in base 16. Static."],
		[`toBinaryString(${type} value)`, "String", "The number in base 2. Static."],
		[`toOctalString(${type} value)`, "String", "The number in base 8. Static."],
		[`bitCount(${type} value)`, "Integer", "How many of its bits are 1. Static."],
		[`signum(${type} value)`, "Integer", "-1, 0 or 1. Static."],
	];
}

/** java.lang.Integer */
export const integerFacts: readonly Fact[] = [
	...whole("int"),
	["numberOfLeadingZeros(int value)", "Integer", "The zero bits before its highest one. Static."],
	["numberOfTrailingZeros(int value)", "Integer", "The zero bits behind its lowest one. Static."],
	["highestOneBit(int value)", "Integer", "The number with only its highest bit. Static."],
	["lowestOneBit(int value)", "Integer", "The number with only its lowest bit. Static."],
	["rotateLeft(int value, int distance)", "Integer", "Its bits turned to the left. Static."],
	["rotateRight(int value, int distance)", "Integer", "Its bits turned to the right. Static."],
	["compareUnsigned(int left, int right)", "Integer", "The order of the two without signs. Static."],
	["toUnsignedString(int value)", "String", "The number as text, without a sign. Static."],
	["toUnsignedLong(int value)", "Long", "The number without a sign. Static."],
];

/** java.lang.Long */
export const longFacts: readonly Fact[] = whole("long");

const floatingFacts: readonly Fact[] = [
	["isNaN()", "Boolean", "Whether it is no number."],
	["isInfinite()", "Boolean", "Whether it is infinite."],
];

/** java.lang.Double */
export const doubleFacts: readonly Fact[] = [
	...shared("double"),
	...floatingFacts,
	["isNaN(double value)", "Boolean", "Whether the value is no number. Static."],
	["isInfinite(double value)", "Boolean", "Whether the value is infinite. Static."],
	["isFinite(double value)", "Boolean", "Whether the value is finite. Static."],
	["parseDouble(String text)", "Double", "The number that the text says; an error where it says none. Static."],
];

/** java.lang.Float */
export const floatFacts: readonly Fact[] = [
	...numberFacts,
	...floatingFacts,
	["compareTo(Float other)", "Integer", "Negative, 0 or positive, as it is less, equal or greater."],
];

function big(returns: "BigInteger" | "BigDecimal"): readonly Fact[] {
	return [
		...numberFacts,
		[`add(${returns} other)`, returns, "The sum."],
		[`subtract(${returns} other)`, returns, "The difference."],
		[`multiply(${returns} other)`, returns, "The product."],
		[`compareTo(${returns} other)`, "Integer", "Negative, 0 or positive, as it is less, equal or greater."],
		[`min(${returns} other)`, returns, "The smaller of the two."],
		[`max(${returns} other)`, returns, "The greater of the two."],
		["negate()", returns, "It with the other sign."],
		["abs()", returns, "It without a sign."],
		["signum()", "Integer", "-1, 0 or 1."],
	];
}

/** java.math.BigInteger */
export const bigIntegerFacts: readonly Fact[] = [
	...big("BigInteger"),
	["divide(BigInteger other)", "BigInteger", "The quotient, without the rest."],
	["remainder(BigInteger other)", "BigInteger", "The rest of the division."],
	["mod(BigInteger modulus)", "BigInteger", "The rest of the division, never negative."],
	["pow(int exponent)", "BigInteger", "It to the power."],
	["gcd(BigInteger other)", "BigInteger", "The greatest number that divides both."],
	["and(BigInteger other)", "BigInteger", "The bits that both have."],
	["or(BigInteger other)", "BigInteger", "The bits that either has."],
	["xor(BigInteger other)", "BigInteger", "The bits that one of them has."],
	["not()", "BigInteger", "The bits that it lacks."],
	["intValueExact()", "Integer", "It as an Integer; an error where it does not fit."],
	["longValueExact()", "Long", "It as a Long; an error where it does not fit."],
	["bitLength()", "Integer", "The number of its bits."],
	["toString(int radix)", "String", "It as text in another base."],
	["valueOf(long value)", "BigInteger", "The value. Static."],
];

/** java.math.BigDecimal */
export const bigDecimalFacts: readonly Fact[] = [
	...big("BigDecimal"),
	["scale()", "Integer", "The number of digits behind the point."],
	["precision()", "Integer", "The number of its digits."],
	["unscaledValue()", "BigInteger", "Its digits without the point."],
	["plus()", "BigDecimal", "Itself."],
	["stripTrailingZeros()", "BigDecimal", "It without zeros at its end."],
	["toBigInteger()", "BigInteger", "It without what stands behind the point."],
	["toPlainString()", "String", "It as text without an exponent."],
];
