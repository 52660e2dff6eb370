import { type Budget, BudgetExceeded } from "../evaluate/budget.ts";
import { compareNumbers } from "../numbers/compareNumbers.ts";
import { compute } from "../numbers/compute.ts";
import { toBig } from "../numbers/conversions.ts";
import { arithmetic } from "../values/javaException.ts";
import { long } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { numberMethods } from "./numberMethods.ts";
import { intAt, numberAt } from "./parameters.ts";
import { usableRadix } from "./usableRadix.ts";

/** java.math.BigInteger */
export const bigIntegerMethods = methodTable<bigint>(
	{
		"add(BigInteger)": (self, p) => toBig(compute("+", self, numberAt(p, 0))),
		"subtract(BigInteger)": (self, p) => toBig(compute("-", self, numberAt(p, 0))),
		"multiply(BigInteger)": (self, p) => toBig(compute("*", self, numberAt(p, 0))),
		"compareTo(BigInteger)": (self, p) => compareNumbers(self, numberAt(p, 0)),
		"divide(BigInteger)": (self, p) => self / nonZero(toBig(numberAt(p, 0))),
		"remainder(BigInteger)": (self, p) => self % nonZero(toBig(numberAt(p, 0))),
		"mod(BigInteger)": (self, p) => toBig(compute("%", self, toBig(numberAt(p, 0)))),
		"pow(int)": (self, p) => power(self, intAt(p, 0)),
		"gcd(BigInteger)": (self, p, { budget }) => commonDivisor(self, toBig(numberAt(p, 0)), budget),
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
		"toString(int)": (self, p) => self.toString(usableRadix(intAt(p, 0))),
		"valueOf(long)": (_, p) => toBig(numberAt(p, 0)),
	},
	numberMethods,
);

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

function commonDivisor(left: bigint, right: bigint, budget: Budget): bigint {
	let a = left < 0n ? -left : left;
	let b = right < 0n ? -right : right;
	const words = b.toString(36).length >> 3;
	for (; b > 0n; [a, b] = [b, a % b]) budget.spend(1 + words);
	return a;
}

function exact(value: bigint, bits: 32 | 64): bigint {
	if (BigInt.asIntN(bits, value) !== value) {
		throw arithmetic(`BigInteger out of ${bits === 32 ? "int" : "long"} range`);
	}
	return value;
}
