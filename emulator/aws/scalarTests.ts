import { enumOrder } from "./enumOrders.ts";
import type { ScalarShape } from "./model.ts";
import { wholeMatch } from "./wholeMatch.ts";

export type ScalarTest = { readonly holds: (value: unknown) => boolean; readonly constraint: string };

/** A scalar's constraints, each with AWS's wording, in the order in which AWS lists them. */
export function scalarTests(shape: ScalarShape): ScalarTest[] {
	const tests: ScalarTest[] = [];
	const { min, max, pattern } = shape;
	const measure = shape.type === "string" || shape.type === "blob" ? "length" : "value";
	if (max !== undefined) {
		const constraint = `Member must have ${measure} less than or equal to ${bound(shape, max)}`;
		tests.push({ holds: (it) => size(it) <= max, constraint });
	}
	if (min !== undefined) {
		const constraint = `Member must have ${measure} greater than or equal to ${bound(shape, min)}`;
		tests.push({ holds: (it) => size(it) >= min, constraint });
	}
	const matches = pattern === undefined ? undefined : wholeMatch(pattern);
	if (matches !== undefined) {
		const constraint = `Member must satisfy regular expression pattern: ${pattern}`;
		tests.push({ holds: (it) => matches.test(String(it)), constraint });
	}
	if (shape.enum !== undefined) {
		const allowed: ReadonlySet<unknown> = new Set(shape.enum);
		const constraint = `Member must satisfy enum value set: [${enumOrder(shape.enum).join(", ")}]`;
		tests.push({ holds: (it) => allowed.has(it), constraint });
	}
	return tests;
}

/** The same as words, as AWS lists them for the elements of a list or a map. */
export function scalarConstraints(shape: ScalarShape): string[] {
	return [...scalarTests(shape).map((it) => it.constraint), "Member must not be null"];
}

function size(value: unknown): number {
	if (typeof value === "string" || value instanceof Uint8Array) return value.length;
	return typeof value === "number" ? value : Number.NaN;
}

/** Java prints the bound of a floating-point member with its point. */
function bound(shape: ScalarShape, limit: number): string {
	const floating = shape.type === "double" || shape.type === "float";
	return floating && Number.isInteger(limit) ? `${limit}.0` : String(limit);
}
