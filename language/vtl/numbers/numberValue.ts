import type { BigDecimal, Floating, Long, Small, Value } from "../values/values.ts";

export type NumberValue = number | bigint | Long | Floating | Small | BigDecimal;

export function isNumber(value: Value): value is NumberValue {
	if (typeof value === "number" || typeof value === "bigint") return true;
	if (typeof value !== "object" || value === null) return false;
	const { type } = value;
	return (
		type === "Double" ||
		type === "Long" ||
		type === "Float" ||
		type === "BigDecimal" ||
		type === "Short" ||
		type === "Byte"
	);
}
