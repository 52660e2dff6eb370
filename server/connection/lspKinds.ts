import {
	CodeActionKind,
	CompletionItemKind,
	DiagnosticSeverity,
	DocumentHighlightKind,
	FoldingRangeKind,
	InlayHintKind,
	SymbolKind,
} from "vscode-languageserver/node";
import type { Severity } from "../diagnostics/rule.ts";
import type { CodeAction, Completion, Fold, Highlight, InlayHint, Symbol } from "../features/results.ts";

/** Our words for kinds as LSP's numbers. */
export const completionKinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	variable: CompletionItemKind.Variable,
	method: CompletionItemKind.Method,
	property: CompletionItemKind.Property,
	field: CompletionItemKind.Field,
	keyword: CompletionItemKind.Keyword,
	snippet: CompletionItemKind.Snippet,
	value: CompletionItemKind.Value,
	constant: CompletionItemKind.Constant,
};

export const symbolKinds: Readonly<Record<Symbol["kind"], SymbolKind>> = {
	variable: SymbolKind.Variable,
	block: SymbolKind.Function,
	loop: SymbolKind.Array,
	condition: SymbolKind.Boolean,
	property: SymbolKind.Property,
};

export const highlightKinds: Readonly<Record<Highlight["kind"], DocumentHighlightKind>> = {
	read: DocumentHighlightKind.Read,
	write: DocumentHighlightKind.Write,
	text: DocumentHighlightKind.Text,
};

export const foldKinds: Readonly<Record<Fold["kind"], FoldingRangeKind>> = {
	region: FoldingRangeKind.Region,
	comment: FoldingRangeKind.Comment,
};

export const inlayHintKinds: Readonly<Record<InlayHint["kind"], InlayHintKind>> = {
	type: InlayHintKind.Type,
	value: InlayHintKind.Parameter,
};

export const codeActionKinds: Readonly<Record<CodeAction["kind"], CodeActionKind>> = {
	quickfix: CodeActionKind.QuickFix,
	"refactor.extract": CodeActionKind.RefactorExtract,
	"refactor.rewrite": CodeActionKind.RefactorRewrite,
	"source.fixAll": CodeActionKind.SourceFixAll,
};

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
	hint: DiagnosticSeverity.Hint,
};
