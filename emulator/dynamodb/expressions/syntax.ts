import type { Value } from "../values/value.ts";

/** Expressions as written, with names and values still behind their placeholders: the same for every request that has the same text. */
export type PathElement =
	| { readonly kind: "attribute"; readonly name: string }
	| { readonly kind: "placeholder"; readonly name: string }
	| { readonly kind: "index"; readonly index: number };
export type PathSyntax = { readonly kind: "path"; readonly elements: readonly PathElement[] };
export type OperandSyntax =
	| PathSyntax
	| { readonly kind: "value"; readonly placeholder: string }
	| { readonly kind: "call"; readonly name: string; readonly args: readonly OperandSyntax[] };

export type Comparator = "=" | "<>" | "<" | "<=" | ">" | ">=";
export type ConditionSyntax =
	| { readonly kind: "and" | "or"; readonly terms: readonly ConditionSyntax[] }
	| { readonly kind: "not"; readonly term: ConditionSyntax }
	| {
			readonly kind: "compare";
			readonly operator: Comparator;
			readonly left: OperandSyntax;
			readonly right: OperandSyntax;
	  }
	| {
			readonly kind: "between";
			readonly operand: OperandSyntax;
			readonly low: OperandSyntax;
			readonly high: OperandSyntax;
	  }
	| { readonly kind: "in"; readonly operand: OperandSyntax; readonly options: readonly OperandSyntax[] }
	| { readonly kind: "call"; readonly name: string; readonly args: readonly OperandSyntax[] };

export type SetValueSyntax =
	| OperandSyntax
	| {
			readonly kind: "arithmetic";
			readonly operator: "+" | "-";
			/** Only PartiQL has more than one operator in a value. */
			readonly left: SetValueSyntax;
			readonly right: OperandSyntax;
	  };
export type UpdateSection = "SET" | "REMOVE" | "ADD" | "DELETE";
export type UpdateActionSyntax =
	| { readonly section: "SET"; readonly path: PathSyntax; readonly value: SetValueSyntax }
	| { readonly section: "REMOVE"; readonly path: PathSyntax }
	| { readonly section: "ADD" | "DELETE"; readonly path: PathSyntax; readonly placeholder: string };
export type UpdateSyntax = {
	readonly sections: readonly UpdateSection[];
	readonly actions: readonly UpdateActionSyntax[];
};

/** Where in an item: names of attributes and map entries, numbers of list elements. The first is a name. */
export type DocumentPath = readonly (string | number)[];

/** The same with the request's names and values in their places, ready to run. */
export type Operand =
	| { readonly kind: "path"; readonly path: DocumentPath }
	| { readonly kind: "value"; readonly value: Value }
	| { readonly kind: "call"; readonly name: string; readonly args: readonly Operand[] };
export type Condition =
	| { readonly kind: "and" | "or"; readonly terms: readonly Condition[] }
	| { readonly kind: "not"; readonly term: Condition }
	| { readonly kind: "compare"; readonly operator: Comparator; readonly left: Operand; readonly right: Operand }
	| { readonly kind: "between"; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
	| { readonly kind: "in"; readonly operand: Operand; readonly options: readonly Operand[] }
	| { readonly kind: "call"; readonly name: string; readonly args: readonly Operand[] };
export type SetValue =
	| Operand
	| { readonly kind: "arithmetic"; readonly operator: "+" | "-"; readonly left: SetValue; readonly right: Operand };
export type UpdateAction =
	| { readonly section: "SET"; readonly path: DocumentPath; readonly value: SetValue }
	| { readonly section: "REMOVE"; readonly path: DocumentPath }
	| { readonly section: "ADD"; readonly path: DocumentPath; readonly value: Value }
	| { readonly section: "DELETE"; readonly path: DocumentPath; readonly value: Value };
export type Update = {
	readonly actions: readonly UpdateAction[];
	/** From `AttributeUpdates`, which has a text of its own. */
	readonly legacy?: true;
};

/** As DynamoDB writes a path in its messages. */
export function pathText(path: DocumentPath): string {
	return `[${path.map((element) => (typeof element === "number" ? `[${element}]` : element)).join(", ")}]`;
}
