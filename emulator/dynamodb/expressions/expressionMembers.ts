import { validationError } from "../errors.ts";

/** The members of a request that hold expressions, and those of the older interface that they exclude, both in AWS's order. */
export type ExpressionMembers = {
	readonly expressions: Readonly<Record<string, string | undefined>>;
	readonly legacy: Readonly<Record<string, unknown>>;
};

/** Refuses the two interfaces in one request, and names and values without an expression to use them. */
export function checkExpressionMembers(
	request: {
		readonly ExpressionAttributeNames?: object | undefined;
		readonly ExpressionAttributeValues?: object | undefined;
	},
	{ expressions, legacy }: ExpressionMembers,
): void {
	const used = present(expressions);
	const old = present(legacy);
	if (used.length > 0 && old.length > 0) {
		throw validationError(
			`Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {${old.join(", ")}} Expression parameters: {${used.join(", ")}}`,
		);
	}
	if (request.ExpressionAttributeNames !== undefined && used.length === 0) {
		throw validationError("ExpressionAttributeNames can only be specified when using expressions");
	}
	const withValues = Object.keys(expressions).filter((member) => member !== "ProjectionExpression");
	if (
		request.ExpressionAttributeValues !== undefined &&
		withValues.every((member) => expressions[member] === undefined)
	) {
		throw validationError(
			`ExpressionAttributeValues can only be specified when using expressions: ${withValues.join(" and ")} ${withValues.length > 1 ? "are" : "is"} null`,
		);
	}
}

function present(members: Readonly<Record<string, unknown>>): readonly string[] {
	return Object.keys(members).filter((member) => members[member] !== undefined);
}
