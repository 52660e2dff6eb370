import type { Schema } from "./schema.ts";

/** A number within the schema's bounds. Small ones, where the schema leaves it open. */
export function sampleNumber(schema: Schema, whole: boolean, draw: () => number): number {
	const { minimum, maximum, multipleOf } = schema;
	const step = typeof multipleOf === "number" && multipleOf > 0 ? multipleOf : whole ? 1 : 0;
	const smallest = step > 0 ? step : 0.01;
	// Draft 4: the bound itself is excluded by a boolean beside it.
	const from = typeof minimum === "number" ? minimum + (schema["exclusiveMinimum"] === true ? smallest : 0) : undefined;
	const to = typeof maximum === "number" ? maximum - (schema["exclusiveMaximum"] === true ? smallest : 0) : undefined;
	const low = from ?? (to === undefined ? 1 : Math.min(1, to));
	const high = to ?? low + 99;
	const drawn = low + draw() * Math.max(0, high - low);
	if (step === 0) {
		const rounded = Math.round(drawn * 100) / 100;
		return rounded >= low && rounded <= high ? rounded : drawn;
	}
	const lowest = Math.ceil(low / step) * step;
	const count = Math.floor((high - lowest) / step);
	if (count < 0) return low;
	const made = lowest + Math.floor(draw() * (Math.min(count, 1000) + 1)) * step;
	// 0.1 three times is 0.30000000000000004, which is no multiple of 0.1 for a person.
	return Number(made.toPrecision(12));
}
