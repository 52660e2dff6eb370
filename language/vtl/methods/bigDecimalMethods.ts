import { compareNumbers } from "../numbers/compareNumbers.ts";
import { compute } from "../numbers/compute.ts";
import { toBig } from "../numbers/conversions.ts";
import type { BigDecimal } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { numberMethods } from "./numberMethods.ts";
import { numberAt, valueAt } from "./parameters.ts";

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

function plainDecimal({ unscaled, scale }: BigDecimal): string {
	const sign = unscaled < 0n ? "-" : "";
	const digits = String(unscaled < 0n ? -unscaled : unscaled);
	if (scale <= 0) return sign + (digits === "0" ? "0" : digits + "0".repeat(Math.min(-scale, 100_000)));
	const padded = digits.padStart(scale + 1, "0");
	return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}
