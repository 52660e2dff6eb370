import type { Expression, Segment, Span } from "../nodes.ts";
import type { DirectiveForm } from "./directiveForms.ts";
import type { TokenStream } from "./tokenStream.ts";
import type { Token } from "./tokens.ts";

/** What the parts of the parser share while they read one text. */
export type Reading = {
	readonly text: string;
	readonly tokens: TokenStream;
	/** The directives that the dialect knows. */
	readonly forms: ReadonlyMap<string, DirectiveForm>;
	/** The offset in the template: inside a string, offsets are not the text's own. */
	origin(offset: number): number;
	/** The span in the template. */
	span(start: number, end: number): Span;
	/** Around what is read one level deeper; refuses the template when that is too deep. */
	descend(): void;
	ascend(): void;
	/** An argument, and an index in brackets: expressions, which hold references, which hold these. */
	parameter(): Expression;
	index(): Segment;
	/** Reports what the reference finds only in the complete tree; where it says at which offset that is, it is syntax. */
	refuseLate(span: Span, message: string, at?: number): void;
	/** A string literal, whose inside may be a template of its own. */
	string(token: Token): Expression;
};
