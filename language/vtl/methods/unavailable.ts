import { JavaException } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";
import { javaClass } from "./javaClass.ts";

/** Methods that Java has, that a template could call, and that we lack: by class, with the number of their parameters. */
const lacking: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries({
		"java.lang.String":
			"indent/1 stripIndent/0 translateEscapes/0 codePoints/0 codePointBefore/1 offsetByCodePoints/2 describeConstable/0",
		"java.util.ArrayList": "spliterator/0 parallelStream/0 listIterator/1",
		"net.minidev.json.JSONArray": "spliterator/0 parallelStream/0 listIterator/1 merge/1",
		"java.util.LinkedHashMap$LinkedKeySet": "spliterator/0 parallelStream/0",
		"java.util.LinkedHashMap$LinkedValues": "spliterator/0 parallelStream/0",
		"java.util.LinkedHashMap$LinkedEntrySet": "spliterator/0 parallelStream/0",
		"java.lang.Integer":
			"parseUnsignedInt/1 parseUnsignedInt/2 toUnsignedString/2 divideUnsigned/2 remainderUnsigned/2 reverse/1 reverseBytes/1 getInteger/1 getInteger/2 describeConstable/0",
		"java.lang.Long":
			"parseUnsignedLong/1 parseUnsignedLong/2 toUnsignedString/1 toUnsignedString/2 compareUnsigned/2 divideUnsigned/2 remainderUnsigned/2 highestOneBit/1 lowestOneBit/1 numberOfLeadingZeros/1 numberOfTrailingZeros/1 rotateLeft/2 rotateRight/2 reverse/1 reverseBytes/1 getLong/1 getLong/2 describeConstable/0",
		"java.lang.Double": "toHexString/1 doubleToLongBits/1 doubleToRawLongBits/1 longBitsToDouble/1 describeConstable/0",
		"java.lang.Float":
			"toString/1 toHexString/1 valueOf/1 parseFloat/1 isNaN/1 isInfinite/1 isFinite/1 hashCode/1 floatToIntBits/1 floatToRawIntBits/1 intBitsToFloat/1 compare/2 sum/2 max/2 min/2 describeConstable/0",
		"java.util.ArrayList$ListItr": "set/1 add/1",
		"java.lang.Boolean": "getBoolean/1 describeConstable/0",
		"java.math.BigInteger":
			"nextProbablePrime/0 divideAndRemainder/1 sqrt/0 sqrtAndRemainder/0 modPow/2 modInverse/1 shiftLeft/1 shiftRight/1 andNot/1 testBit/1 setBit/1 clearBit/1 flipBit/1 getLowestSetBit/0 bitCount/0 isProbablePrime/1 toByteArray/0 shortValueExact/0 byteValueExact/0",
		"java.math.BigDecimal":
			"valueOf/1 valueOf/2 divide/1 divide/2 divide/3 divideToIntegralValue/1 remainder/1 divideAndRemainder/1 pow/1 setScale/1 setScale/2 movePointLeft/1 movePointRight/1 scaleByPowerOfTen/1 toEngineeringString/0 toBigIntegerExact/0 longValueExact/0 intValueExact/0 shortValueExact/0 byteValueExact/0 ulp/0",
		"java.lang.Character":
			"isAlphabetic/1 isTitleCase/1 isDefined/1 isSpaceChar/1 isISOControl/1 isMirrored/1 toTitleCase/1 digit/2 forDigit/2 compare/2 getType/1 getName/1 toChars/1 charCount/1 codePointAt/2 hashCode/1 reverseBytes/1 describeConstable/0",
		"java.util.stream.IntPipeline$Head":
			"max/0 min/0 average/0 summaryStatistics/0 findFirst/0 findAny/0 sorted/0 parallel/0 sequential/0 unordered/0 asLongStream/0 asDoubleStream/0 spliterator/0 close/0 isParallel/0",
		"java.util.stream.ReferencePipeline$Head":
			"findFirst/0 findAny/0 sorted/0 parallel/0 sequential/0 unordered/0 spliterator/0 close/0 isParallel/0",
		"java.lang.Class":
			"forName/1 getMethods/0 getFields/0 getConstructors/0 getInterfaces/0 getSuperclass/0 getPackage/0 getClassLoader/0 getResource/1 isArray/0 isInterface/0 isEnum/0 isPrimitive/0 newInstance/0 isInstance/1 cast/1 getModifiers/0 getPackageName/0 getCanonicalName/0",
	}).map(([name, methods]) => [name, new Set(methods.split(" "))]),
);

/** Refuses a method that Java has and we lack, since nothing would print and nobody would know why. */
export function refuseUnavailable(value: Value, name: string, parameterCount: number): void {
	const owner = javaClass(value);
	if (lacking.get(owner)?.has(`${name}/${parameterCount}`) !== true) return;
	throw new JavaException(
		"java.lang.UnsupportedOperationException",
		`Gatewright does not have the method ${owner}.${name} with ${parameterCount} parameters.`,
	);
}
