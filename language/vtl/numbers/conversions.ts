import { type BigDecimal, type Long, long } from "../values/values.ts";
import { decimalFromDouble } from "./decimals.ts";
import type { NumberValue } from "./numberValue.ts";

export function toDouble(value: NumberValue): number {
	if (typeof value === "number") return value;
	if (typeof value === "bigint") return Number(value);
	if (value.type === "BigDecimal") return Number(`${value.unscaled}e${-value.scale}`);
	return Number(value.value);
}

/** Java's narrowing to an integer: toward zero; doubles saturate at a long, big numbers keep their low bits. */
export function toBig(value: NumberValue): bigint {
	if (typeof value === "number") return BigInt(value);
	if (typeof value === "bigint") return value;
	switch (value.type) {
		case "Long":
			return value.value;
		case "BigDecimal":
			return value.scale >= 0
				? value.unscaled / 10n ** BigInt(value.scale)
				: value.unscaled * 10n ** BigInt(-value.scale);
		default:
			return saturate(value.value, -9223372036854775808n, 9223372036854775807n);
	}
}

export function toDecimal(value: NumberValue): BigDecimal {
	if (typeof value === "object" && value.type === "BigDecimal") return value;
	if (typeof value === "bigint") return { type: "BigDecimal", unscaled: value, scale: 0 };
	return decimalFromDouble(toDouble(value));
}

export function intValue(value: NumberValue): number {
	if (typeof value === "number") return value;
	if (typeof value === "object" && (value.type === "Double" || value.type === "Float")) {
		return Number(saturate(value.value, -2147483648n, 2147483647n));
	}
	return Number(BigInt.asIntN(32, toBig(value)));
}

export function longValue(value: NumberValue): Long {
	return long(BigInt.asIntN(64, toBig(value)));
}

export function isZero(value: NumberValue): boolean {
	if (typeof value === "number") return value === 0;
	if (typeof value === "bigint") return value === 0n;
	return value.type === "BigDecimal" ? value.unscaled === 0n : toDouble(value) === 0;
}

function saturate(value: number, least: bigint, most: bigint): bigint {
	if (Number.isNaN(value)) return 0n;
	if (!Number.isFinite(value)) return value > 0 ? most : least;
	const whole = BigInt(Math.trunc(value));
	return whole < least ? least : whole > most ? most : whole;
}
