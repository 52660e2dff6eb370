import { validationError } from "../errors.ts";
import type { Bounds } from "../items/keyRange.ts";
import type { Key } from "../tables/table.ts";
import { compareValues } from "../values/compareValues.ts";
import type { KeyedRange } from "./keyedRanges.ts";
import type { SelectStatement } from "./statement.ts";

/** The ranges that a SELECT reads, in the order that it asks for, and whether each is read backwards. */
export function orderRanges(
	key: Key,
	{ order, where }: SelectStatement,
	keyed: readonly KeyedRange[] | undefined,
	everything: () => Bounds,
): { readonly ranges: readonly Bounds[]; readonly reverse: boolean } {
	checkOrder(key, order, where !== undefined, keyed);
	if (keyed === undefined) return { ranges: [everything()], reverse: false };
	const byPartition = order.find(({ name }) => name === key.hash[0]?.name);
	const byRange = order.find(({ name }) => key.range.some((attribute) => attribute.name === name));
	const ranges =
		byPartition === undefined
			? keyed
			: keyed.toSorted((a, b) => (compareValues(a.partition, b.partition) ?? 0) * (byPartition.descending ? -1 : 1));
	return { ranges: ranges.map(({ bounds }) => bounds), reverse: byRange?.descending ?? false };
}

function checkOrder(
	key: Key,
	order: SelectStatement["order"],
	hasWhere: boolean,
	keyed: readonly KeyedRange[] | undefined,
): void {
	const [first] = order;
	if (first === undefined) return;
	const foreign = order.find(({ name }) => !key.all.some((attribute) => attribute.name === name));
	if (foreign !== undefined) {
		throw validationError(`Variable reference ${foreign.name} in ORDER BY clause must be part of the primary key`);
	}
	if (!hasWhere) {
		throw validationError("Must have WHERE clause in the statement when using ORDER BY clause.");
	}
	if (keyed === undefined) {
		throw validationError(
			"Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.",
		);
	}
	// Not confirmed: AWS may take the hash key in another place than the first; sorted across partitions nothing is.
	if (keyed.length > 1 && first.name !== key.hash[0]?.name) {
		throw validationError(
			"Must have hash key in ORDER BY clause when more than one hash key condition specified in WHERE clause.",
		);
	}
}
