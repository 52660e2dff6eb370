import type { Value } from "../values/values.ts";
import { type Budget, BudgetExceeded } from "./budget.ts";

/** Counts what reading a value once costs beyond a step, whatever a method does with it: long texts and numbers. */
export function spendOn(value: Value, budget: Budget): void {
	if (typeof value === "string") budget.spend(value.length >> 6);
	else if (typeof value === "bigint") spendOnDigits(value, budget);
	else if (typeof value === "object" && value?.type === "BigDecimal") spendOnDigits(value.unscaled, budget);
}

const wide = 2n ** 512n;
/** A hundred thousand digits. */
const widest = 2n ** 332_193n;

/** Refuses numbers that no machine would compute with for long. */
function spendOnDigits(value: bigint, budget: Budget): void {
	if (value < wide && value > -wide) return;
	if (value > widest || value < -widest) {
		throw new BudgetExceeded("A number of more than 100000 digits is too long.");
	}
	const digits = value.toString(16).length;
	// Multiplying takes more than twice as long for twice as many digits.
	budget.spend(Math.ceil(digits ** 1.5 / 1000));
}
