/** The tree of a Java regular expression. */
export type Pattern = {
	readonly root: Node;
	readonly groupCount: number;
	readonly names: ReadonlyMap<string, number>;
	/** Set when the expression is plain text, which then is searched for without matching. */
	readonly plain: string | undefined;
};

export type Flags = {
	readonly ignoreCase: boolean;
	readonly multiline: boolean;
	readonly dotAll: boolean;
	readonly comments: boolean;
	readonly unixLines: boolean;
};

export type Node =
	| { readonly kind: "set"; readonly test: CharacterTest }
	| { readonly kind: "sequence"; readonly nodes: readonly Node[] }
	| { readonly kind: "choice"; readonly options: readonly Node[] }
	| { readonly kind: "group"; readonly index: number; readonly body: Node }
	| { readonly kind: "atomic"; readonly body: Node }
	| { readonly kind: "look"; readonly ahead: boolean; readonly negative: boolean; readonly body: Node }
	| { readonly kind: "back"; readonly group: number; readonly ignoreCase: boolean }
	| {
			readonly kind: "repeat";
			readonly body: Node;
			readonly least: number;
			readonly most: number;
			readonly mode: "greedy" | "lazy" | "possessive";
	  }
	| { readonly kind: "anchor"; readonly at: Anchor; readonly flags: Flags }
	| { readonly kind: "lineBreak" };

export type Anchor = "lineStart" | "lineEnd" | "start" | "end" | "endBeforeBreak" | "boundary" | "noBoundary" | "last";

/** Whether a code point belongs to the set. */
export type CharacterTest = (codePoint: number) => boolean;
