import { validationError } from "../errors.ts";
import { ExpressionError } from "../expressions/expressionError.ts";
import { resolveCondition, resolvePath } from "../expressions/resolve.ts";
import { resolveUpdate } from "../expressions/resolveUpdate.ts";
import type {
	Condition,
	ConditionSyntax,
	DocumentPath,
	PathSyntax,
	Update,
	UpdateSyntax,
} from "../expressions/syntax.ts";
import type { ParsedStatement } from "./parseStatement.ts";

type Values = ParsedStatement["placeholders"];

export function resolveWhere(where: ConditionSyntax | undefined, values: Values): Condition | undefined {
	return where === undefined ? undefined : checked(() => resolveCondition(where, values));
}

export function resolveAssignments(update: UpdateSyntax, values: Values): Update {
	return checked(() => resolveUpdate(update, values));
}

export function resolveColumns(
	columns: readonly PathSyntax[] | undefined,
	values: Values,
): readonly DocumentPath[] | undefined {
	return columns?.map((column) => resolvePath(column, values));
}

/** A statement has the checks of an expression, without the name of a member before what they say. */
function checked<T>(resolve: () => T): T {
	try {
		return resolve();
	} catch (error) {
		if (error instanceof ExpressionError) throw validationError(error.message);
		throw error;
	}
}
