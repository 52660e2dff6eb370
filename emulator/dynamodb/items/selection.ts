import { invalidParameters, validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import type { Condition, DocumentPath } from "../expressions/syntax.ts";
import type { QueryRequest } from "../model.generated.ts";
import type { Index } from "../tables/table.ts";

type Request = Pick<QueryRequest, "Select" | "IndexName" | "AttributesToGet" | "ProjectionExpression">;

/** Checks what a query or scan wants to see of its items, as far as the request itself tells. */
export function checkSelect({ Select, IndexName, AttributesToGet, ProjectionExpression }: Request): void {
	const named =
		ProjectionExpression !== undefined
			? "ProjectionExpression"
			: AttributesToGet !== undefined
				? "AttributesToGet"
				: undefined;
	if (Select === "ALL_PROJECTED_ATTRIBUTES" && IndexName === undefined) {
		throw invalidParameters("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
	}
	if (Select === "SPECIFIC_ATTRIBUTES" && named === undefined) {
		throw invalidParameters(
			"Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES",
		);
	}
	if (named === undefined) return;
	if (Select === "COUNT") throw validationError(`Cannot specify the ${named} when choosing to get only the Count`);
	if (Select === "ALL_ATTRIBUTES" || Select === "ALL_PROJECTED_ATTRIBUTES") {
		throw validationError(`Cannot specify the ${named} when choosing to get ${Select}`);
	}
}

/**
 * Whether what is wanted must be fetched from the table, because the index holds only part of it. A local index fetches it,
 * at a cost; a global one refuses.
 */
export function needsWholeItems(
	index: Index | undefined,
	select: Request["Select"],
	paths: readonly DocumentPath[] | undefined,
): boolean {
	const attributes = index?.attributes;
	if (index === undefined || attributes === undefined) return false;
	const global = index.definition.kind === "global";
	if (select === "ALL_ATTRIBUTES") {
		if (!global) return true;
		throw invalidParameters(
			`Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
		);
	}
	const missing = missingOf(index, paths ?? []);
	if (missing.length === 0) return false;
	if (!global) return true;
	throw invalidParameters(`Global secondary index ${index.name} does not project [${missing.join(", ")}]`);
}

/** A query of an index, local ones too, may not filter by what the index has not; a scan finds it missing. */
export function checkFilterProjected(index: Index | undefined, filter: Condition | undefined): void {
	if (index === undefined || filter === undefined) return;
	const missing = missingOf(index, conditionPaths(filter));
	if (missing.length === 0) return;
	throw invalidParameters(
		`Secondary index ${index.name} does not project one or more filter attributes: [${missing.join(", ")}]`,
	);
}

/** Attributes that the index does not hold, in the order of their names, as AWS lists them. */
function missingOf({ attributes }: Index, paths: readonly DocumentPath[]): readonly string[] {
	if (attributes === undefined) return [];
	return [...new Set(paths.map(([name]) => String(name)))].filter((name) => !attributes.has(name)).toSorted();
}
