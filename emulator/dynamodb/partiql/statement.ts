import type { ConditionSyntax, PathSyntax, UpdateSyntax } from "../expressions/syntax.ts";
import type { Item } from "../values/value.ts";

/** What a PartiQL statement says, its parameters in their places. */
export type Statement = SelectStatement | InsertStatement | UpdateStatement | DeleteStatement | ExistsStatement;

export type Source = { readonly table: string; readonly index: string | undefined };

export type SelectStatement = {
	readonly kind: "select";
	readonly source: Source;
	/** Undefined for `*`. */
	readonly columns: readonly PathSyntax[] | undefined;
	readonly where: ConditionSyntax | undefined;
	readonly order: readonly { readonly name: string; readonly descending: boolean }[];
};

export type InsertStatement = { readonly kind: "insert"; readonly source: Source; readonly item: Item };

export type Returning = {
	readonly which: "ALL" | "MODIFIED";
	readonly when: "OLD" | "NEW";
};

export type UpdateStatement = {
	readonly kind: "update";
	readonly source: Source;
	readonly update: UpdateSyntax;
	readonly where: ConditionSyntax | undefined;
	readonly returning: Returning | undefined;
};

export type DeleteStatement = {
	readonly kind: "delete";
	readonly source: Source;
	readonly where: ConditionSyntax | undefined;
	readonly returning: Returning | undefined;
};

/** `EXISTS(SELECT …)`, the condition check of a transaction. */
export type ExistsStatement = { readonly kind: "exists"; readonly select: SelectStatement };
