import {
	LSPErrorCodes,
	type CodeAction as LspCodeAction,
	type Range,
	ResponseError,
	type TextDocumentPositionParams,
	type TextEdit,
	type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { Span } from "../../language/vtl/nodes.ts";
import { findingsOf } from "../diagnostics/findingsOf.ts";
import { features } from "../features/features.ts";
import type { CodeAction, FormatOptions, TargetEdit } from "../features/results.ts";
import { lspDiagnostic } from "./lspDiagnostic.ts";
import { codeActionKinds } from "./lspKinds.ts";
import { find, rangeOf, spanIn, templateAt, textEdits } from "./lspPlaces.ts";
import { modelNameAnswers } from "./modelNameAnswers.ts";
import type { OpenTemplate } from "./openTemplates.ts";
import type { Serving } from "./serving.ts";

/** Answers everything that proposes edits. */
export function serveEditing(serving: Serving): void {
	const { connection, guard, templates } = serving;
	const { prepareRename, rename, formatting } = features;
	const models = modelNameAnswers(serving);
	const at = ({ textDocument, position }: TextDocumentPositionParams) =>
		templateAt(templates(textDocument.uri), position);

	connection.onPrepareRename(
		guard("prepare rename", null, (params) => {
			const here = at(params);
			if (here === undefined) return models.prepareRename(params);
			const found = prepareRename?.(here.open.view, here.offset);
			return found === undefined ? null : { range: rangeOf(here.open, found), placeholder: found.name };
		}),
	);
	connection.onRenameRequest(
		guard("rename", null, (params): WorkspaceEdit | ResponseError | null => {
			const here = at(params);
			if (here === undefined) return models.rename(params, params.newName);
			const edits = rename?.(here.open.view, here.offset, params.newName);
			if (edits === undefined) return null;
			if ("refused" in edits) return new ResponseError(LSPErrorCodes.RequestFailed, edits.refused);
			return workspaceEdit(serving, edits);
		}),
	);
	const format = (uri: string, options: FormatOptions, range?: Range): TextEdit[] =>
		templates(uri).flatMap((open) => {
			const span = range === undefined ? undefined : spanIn(open, range);
			const edits = formatting?.(open.view, { ...options, ...(span === undefined ? {} : { range: span }) }) ?? [];
			return textEdits(open, edits);
		});
	connection.onDocumentFormatting(
		guard("formatting", null, ({ textDocument, options }) => format(textDocument.uri, options)),
	);
	connection.onDocumentRangeFormatting(
		guard("range formatting", null, ({ textDocument, options, range }) => format(textDocument.uri, options, range)),
	);
	connection.onCodeAction(
		guard("code actions", null, ({ textDocument, range }): LspCodeAction[] =>
			templates(textDocument.uri).flatMap((open) => {
				const span = spanIn(open, range);
				return span === undefined ? [] : actionsAt(serving, open, span);
			}),
		),
	);
}

/** Quick fixes of what is wrong there, then what the feature offers. */
function actionsAt({ pages }: Serving, open: OpenTemplate, span: Span): LspCodeAction[] {
	const touching = findingsOf(open.view).filter(({ start, end }) => start <= span.end && end >= span.start);
	const fixes = touching.flatMap((finding) =>
		(finding.fixes ?? []).map((fix) =>
			lspAction(open, { ...fix, kind: "quickfix" }, [lspDiagnostic(open, finding, pages())]),
		),
	);
	const others = features.codeActions?.(open.view, span) ?? [];
	return [...fixes, ...others.map((it) => lspAction(open, it, []))];
}

function lspAction(
	open: OpenTemplate,
	{ title, kind, edits, preferred }: CodeAction,
	diagnostics: NonNullable<LspCodeAction["diagnostics"]>,
): LspCodeAction {
	return {
		title,
		kind: codeActionKinds[kind],
		edit: { changes: { [open.document.uri]: textEdits(open, edits) } },
		...(diagnostics.length === 0 ? {} : { diagnostics }),
		...(preferred === true ? { isPreferred: true } : {}),
	};
}

function workspaceEdit({ places }: Serving, edits: readonly TargetEdit[]): WorkspaceEdit {
	const changes: Record<string, TextEdit[]> = {};
	const byPlace = new Map<string, TargetEdit[]>();
	for (const edit of edits) {
		const key = edit.kind === "template" ? edit.id : `file ${edit.uri}`;
		byPlace.set(key, [...(byPlace.get(key) ?? []), edit]);
	}
	for (const those of byPlace.values()) {
		const [first] = those;
		const found = first === undefined ? undefined : find(places, first);
		if (found === undefined) continue;
		changes[found.document.uri] = [...(changes[found.document.uri] ?? []), ...textEdits(found, those)];
	}
	return { changes };
}
