import type { Span } from "../../language/vtl/nodes.ts";
import type { FilePlace } from "../app/knowledge.ts";
import type { TemplateId, TemplateView } from "../templateView.ts";

/**
 * What the language features answer, in offsets of the template's own text. Each feature is one pure function in the file
 * of its name beside this one; the connection turns offsets into positions of the document. None ever throws on any text.
 */
export type Features = {
	completion(view: TemplateView, offset: number): readonly Completion[];
	signatureHelp(view: TemplateView, offset: number): SignatureHelp | undefined;
	hover(view: TemplateView, offset: number): Hover | undefined;
	definition(view: TemplateView, offset: number): readonly Target[];
	/** Uses and, with them, declarations. */
	references(view: TemplateView, offset: number): readonly Target[];
	documentHighlight(view: TemplateView, offset: number): readonly Highlight[];
	/** What can be renamed here: its span and present name; undefined where nothing can. */
	prepareRename(view: TemplateView, offset: number): (Span & { readonly name: string }) | undefined;
	/** Edits, or why the name will not do. */
	rename(view: TemplateView, offset: number, newName: string): readonly TargetEdit[] | { readonly refused: string };
	documentSymbols(view: TemplateView): readonly Symbol[];
	folding(view: TemplateView): readonly Fold[];
	/** From the inside out. */
	selectionRanges(view: TemplateView, offset: number): readonly Span[];
	/** In order, not overlapping; one may span lines, the connection cuts it. */
	semanticTokens(view: TemplateView): readonly Token[];
	formatting(view: TemplateView, options: FormatOptions): readonly Edit[];
	inlayHints(view: TemplateView, range: Span): readonly InlayHint[];
	codeLenses(view: TemplateView): readonly CodeLens[];
	codeActions(view: TemplateView, range: Span): readonly CodeAction[];
	linkedEditing(view: TemplateView, offset: number): readonly Span[];
	documentLinks(view: TemplateView): readonly DocumentLink[];
};

/** An edit of this template. */
export type Edit = Span & { readonly newText: string };

/** In this template or another one (offsets of its text), or in a file of the app (offsets of the file's text). */
export type Target =
	| (Span & { readonly kind: "template"; readonly id: TemplateId })
	| (FilePlace & { readonly kind: "file" });

export type TargetEdit = Target & { readonly newText: string };

export type Completion = Span & {
	readonly label: string;
	readonly kind: "variable" | "method" | "property" | "field" | "keyword" | "snippet" | "value" | "constant";
	readonly newText: string;
	/** `newText` is a snippet, with `$1` and `${2:name}`, in which `$` and `}` of the text are escaped. */
	readonly snippet: boolean;
	readonly detail?: string;
	/** Markdown. */
	readonly documentation?: string;
	/** What is typed against; the label where absent. */
	readonly filterText?: string;
	readonly sortText?: string;
	/** Ask for completion again after it is taken: a `.` or quote invites more. */
	readonly again?: boolean;
};

export type SignatureHelp = {
	readonly signatures: readonly Signature[];
	readonly activeSignature: number;
	readonly activeParameter: number;
};

export type Signature = {
	readonly label: string;
	readonly documentation?: string;
	/** Spans of the label. */
	readonly parameters: readonly (Span & { readonly documentation?: string })[];
};

export type Hover = Span & { readonly markdown: string };

export type Highlight = Span & { readonly kind: "read" | "write" | "text" };

export type Symbol = Span & {
	readonly name: string;
	readonly detail?: string;
	readonly kind: "variable" | "block" | "loop" | "condition" | "property";
	readonly selection: Span;
	readonly children: readonly Symbol[];
};

export type Fold = Span & { readonly kind: "region" | "comment" };

export const tokenTypes = [
	"variable",
	"property",
	"method",
	"keyword",
	"comment",
	"string",
	"number",
	"operator",
	"parameter",
] as const;
export const tokenModifiers = ["declaration", "modification", "readonly", "defaultLibrary"] as const;

export type Token = Span & {
	readonly type: (typeof tokenTypes)[number];
	readonly modifiers: readonly (typeof tokenModifiers)[number][];
};

export type FormatOptions = { readonly tabSize: number; readonly insertSpaces: boolean; readonly range?: Span };

export type InlayHint = {
	readonly offset: number;
	readonly label: string;
	readonly kind: "type" | "value";
	readonly tooltip?: string;
};

/** The command is one that the client registers; its arguments are JSON. */
export type CodeLens = Span & {
	readonly title: string;
	readonly command: string;
	readonly arguments: readonly unknown[];
	/** The place that it leads to, in place of a command. */
	readonly opens?: FilePlace;
};

export type CodeAction = {
	readonly title: string;
	readonly kind: "quickfix" | "refactor.extract" | "refactor.rewrite" | "source.fixAll";
	readonly edits: readonly Edit[];
	/** The code of the diagnostic that it fixes. */
	readonly fixes?: string;
	readonly preferred?: boolean;
};

export type DocumentLink = Span & { readonly url: string; readonly tooltip?: string };
