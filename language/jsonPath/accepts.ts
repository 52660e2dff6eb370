import type { Pattern } from "../vtl/regex/pattern.ts";
import type { Printing } from "../vtl/values/printing.ts";
import type { Value } from "../vtl/values/values.ts";
import { holds, NotComparable } from "./holds.ts";
import { PathNotFound } from "./pathNotFound.ts";
import type { Condition, Filter, Operand, Path } from "./tokens.ts";

/** Where the paths of a filter are looked up. */
export type LookUp = {
	readonly root: Value;
	readonly printing: Printing;
	/** What the path finds; when it is strict, every name on it must be there. */
	readonly read: (from: Value, path: Path, strict: boolean) => Value;
};

/** Whether the filter takes the item. */
export function accepts(filter: Filter, item: Value, lookUp: LookUp): boolean {
	switch (filter.kind) {
		case "condition":
			return fulfilled(filter.condition, item, lookUp);
		case "all":
			return filter.filters.every((part) => accepts(part, item, lookUp));
		case "any": {
			// Both sides are looked at unless the first holds.
			const left = accepts(filter.left, item, lookUp);
			return left || accepts(filter.right, item, lookUp);
		}
	}
}

function fulfilled(condition: Condition, item: Value, lookUp: LookUp): boolean {
	try {
		if (condition.kind === "exists") {
			return (lookUp.read(item, condition.path, true) !== null) === condition.wanted;
		}
		return holds(
			condition.operator,
			operand(condition.left, item, lookUp),
			operand(condition.right, item, lookUp),
			lookUp.printing,
		);
	} catch (error) {
		if (error instanceof PathNotFound) return condition.kind === "exists" && !condition.wanted;
		if (error instanceof NotComparable) return false;
		throw error;
	}
}

function operand(side: Operand, item: Value, { root, read }: LookUp): Value | Pattern {
	if (side.kind === "text") return side.text;
	if (side.kind === "pattern") return side.pattern;
	return read(side.path.root ? root : item, side.path, false);
}
