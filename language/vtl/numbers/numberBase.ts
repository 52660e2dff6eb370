import type { NumberValue } from "./numberValue.ts";

type Base = "long" | "big" | "float" | "double" | "decimal";

/** What Velocity's MathUtils computes and compares two numbers in. */
export function numberBase(left: NumberValue, right: NumberValue): Base {
	const a = rank(left);
	const b = rank(right);
	if (a === "decimal" || b === "decimal") return "decimal";
	const bothWhole = (a === "long" || a === "big") && (b === "long" || b === "big");
	if (a === "big" || b === "big") return bothWhole ? "big" : "decimal";
	if (bothWhole) return "long";
	return a === "double" || b === "double" ? "double" : "float";
}

function rank(value: NumberValue): Base {
	if (typeof value === "number") return "long";
	if (typeof value === "bigint") return "big";
	switch (value.type) {
		case "Double":
			return "double";
		case "Float":
			return "float";
		case "BigDecimal":
			return "decimal";
		default:
			return "long";
	}
}
