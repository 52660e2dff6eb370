import type { Dialect } from "./dialect.ts";

/**
 * The tree of a template. Statements tile the text: each begins where the one before it ends, so that joining their spans
 * gives the template back. Offsets count UTF-16 units of the text given to `parse`.
 */
export type Template = {
	readonly dialect: Dialect;
	readonly text: string;
	readonly nodes: readonly Statement[];
	readonly problems: readonly Problem[];
};

export type Span = { readonly start: number; readonly end: number };

/** Where the reference engine refuses the template: when it reads it, or before it renders it. */
export type Problem = Span & {
	readonly kind: "syntax" | "runtime";
	readonly message: string;
	/** As the reference counts: lines from 1, columns from 1, a tab to the next multiple of 8. */
	readonly line: number;
	readonly column: number;
};

export type Statement = Plain | Reference | SetStatement | IfStatement | Directive | Broken;

/** What prints as it stands: text, an escape, a textblock, or a comment (which prints what stuck to its front). */
export type Plain = Span & {
	readonly kind: "text" | "comment" | "textblock" | "escape";
	readonly output: string;
};

/** Text that could not be read. Prints nothing, since a template with problems is not rendered. */
export type Broken = Span & { readonly kind: "broken" };

export type Reference = Span & {
	readonly kind: "reference";
	/** A runt is a bare word where only a reference can stand: `$a.b(c)`. */
	readonly form: "plain" | "formal" | "quiet" | "runt";
	readonly name: string;
	readonly nameSpan: Span;
	readonly path: readonly Segment[];
	/** Stands after an odd number of backslashes. */
	readonly escaped: boolean;
	/** Half of the backslashes before it. */
	readonly escapes: string;
	/** Stray `$` and `#` right before it. */
	readonly prefix: string;
	/** How it is written; what prints when it has no value, unless it is quiet. */
	readonly literal: string;
	/** `$\!x` is never looked up. */
	readonly computable: boolean;
	/** The variable that #set assigns: the reference's own quirk, `{` for `${x}`. */
	readonly assigns: string;
};

export type Segment =
	| (Span & { readonly kind: "property"; readonly name: string })
	| (Span & { readonly kind: "method"; readonly name: string; readonly arguments: readonly Expression[] })
	| (Span & { readonly kind: "index"; readonly index: Expression });

export type SetStatement = Span & {
	readonly kind: "set";
	readonly target: Reference;
	readonly value: Expression;
};

export type Branch = Span & { readonly condition: Expression | undefined; readonly body: readonly Statement[] };

export type IfStatement = Span & {
	readonly kind: "if";
	/** The #if, each #elseif, and an #else, whose condition is undefined. */
	readonly branches: readonly Branch[];
};

/** `#foreach`, `#define`, `#break` … and every `#word` that is no directive and prints as it stands. */
export type Directive = Span & {
	readonly kind: "directive";
	readonly name: string;
	readonly nameSpan: Span;
	readonly arguments: readonly Expression[];
	/** Present when the directive has a block. */
	readonly body: readonly Statement[] | undefined;
	/** Its tokens, as they print when there is no such directive. */
	readonly image: string;
	/** The source of the block, for #literal. */
	readonly bodyLiteral: string;
};

export type Expression =
	| Reference
	| (Span & {
			readonly kind: "string";
			readonly value: string;
			readonly parts: Interpolation | undefined;
			readonly literal: string;
	  })
	| (Span & { readonly kind: "integer"; readonly digits: string })
	| (Span & { readonly kind: "float"; readonly digits: string })
	| (Span & { readonly kind: "boolean"; readonly value: boolean })
	| (Span & { readonly kind: "word"; readonly word: string })
	| (Span & { readonly kind: "list"; readonly items: readonly Expression[] })
	| (Span & {
			readonly kind: "map";
			readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
	  })
	| (Span & { readonly kind: "range"; readonly first: Expression; readonly last: Expression; readonly literal: string })
	| (Span & { readonly kind: "not"; readonly operand: Expression })
	| (Span & { readonly kind: "group"; readonly inner: Expression; readonly literal: string })
	| Binary;

export type Operator = "or" | "and" | "==" | "!=" | "<" | ">" | "<=" | ">=" | "+" | "-" | "*" | "/" | "%";

export type Binary = Span & {
	readonly kind: "binary";
	readonly operator: Operator;
	readonly left: Expression;
	readonly right: Expression;
	/** What `+` takes for a missing value beside a string: the reference's tokens from the right operand on. */
	readonly literal: string;
};

/** The inside of a string in double quotes that holds `$` or `#`: a template of its own. */
export type Interpolation = {
	readonly nodes: readonly Statement[];
	/** A blank was put behind the string before it was read, and is taken off what it prints. */
	readonly blank: boolean;
};
