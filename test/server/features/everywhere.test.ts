import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { render } from "../../../language/vtl/evaluate/render.ts";
import type { Span } from "../../../language/vtl/nodes.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";
import { createView } from "../../../server/createView.ts";
import { codeActions } from "../../../server/features/codeActions.ts";
import { completion } from "../../../server/features/completion.ts";
import { definition } from "../../../server/features/definition.ts";
import { documentHighlight } from "../../../server/features/documentHighlight.ts";
import { documentLinks } from "../../../server/features/documentLinks.ts";
import { documentSymbols } from "../../../server/features/documentSymbols.ts";
import { folding } from "../../../server/features/folding.ts";
import { formatting } from "../../../server/features/formatting.ts";
import { hover } from "../../../server/features/hover.ts";
import { inlayHints } from "../../../server/features/inlayHints.ts";
import { linkedEditing } from "../../../server/features/linkedEditing.ts";
import { prepareRename } from "../../../server/features/prepareRename.ts";
import { references } from "../../../server/features/references.ts";
import { rename } from "../../../server/features/rename.ts";
import type { Symbol } from "../../../server/features/results.ts";
import { selectionRanges } from "../../../server/features/selectionRanges.ts";
import { semanticTokens } from "../../../server/features/semanticTokens.ts";
import { signatureHelp } from "../../../server/features/signatureHelp.ts";
import { applyEdits } from "../../../server/format/applyEdits.ts";
import type { TemplateView } from "../../../server/templateView.ts";
import { corpusViews } from "./corpusViews.ts";
import { orderView } from "./marked.ts";

const views = corpusViews();

test("at every offset of every template of the corpus, features answer and stay inside of it", () => {
	for (const view of views) for (let offset = 0; offset <= view.text.length; offset++) checkOffset(view, offset);
});

test("while a template is being typed, features answer at its end", () => {
	for (const { id, text, samples } of views.filter((view) => view.id.startsWith("realistic"))) {
		for (let end = 0; end < text.length; end++) checkOffset(createView(text.slice(0, end), { id, samples }), end);
	}
});

test("of every template of the corpus, what is told of the whole stays inside of it", () => {
	for (const view of views) checkWhole(view);
});

test("whatever the text, features answer", () => {
	const pieces = fc.constantFrom(
		..."$ $! ${ } $a $input .path( .b .c( ) ( [ ] [0] 'x' '$.a \" ' , ## #* *# #[[ ]]# #set( #if( #elseif( #else #end #foreach( #define( #macro(m #stop \\ = == ! 1 in \n".split(
			" ",
		),
		" ",
		"\r\n",
	);
	const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));
	fc.assert(
		fc.property(texts, fc.nat(200), (text, at) => {
			const view = orderView(text);
			checkOffset(view, Math.min(at, text.length));
			checkWhole(view);
		}),
		{ numRuns: 1500 },
	);
});

test("a renamed variable leaves the output as it was", () => {
	let renamed = 0;
	for (const view of views) {
		const [sample] = view.samples;
		const before = sample && render(view.tree, sample);
		for (const offset of variableOffsets(view)) {
			const edits = rename(view, offset, "renamed_one");
			if ("refused" in edits || sample === undefined || before === undefined) continue;
			const text = applyEdits(
				view.text,
				edits.toSorted((a, b) => a.start - b.start),
			);
			const after = render(parse(text), sample);
			assert.deepEqual(withoutPlace(after), withoutPlace(before), `${view.text} → ${text}`);
			renamed++;
		}
	}
	assert.ok(renamed > 500, `only ${renamed} were renamed`);
});

test("formatting leaves the output of every template of the corpus as it was", () => {
	let formatted = 0;
	for (const view of views) {
		const edits = formatting(view, { tabSize: 2, insertSpaces: true });
		if (edits.length === 0) continue;
		formatted++;
		const text = applyEdits(view.text, edits);
		const [sample] = view.samples;
		if (sample === undefined) continue;
		const [before, after] = [render(view.tree, sample), render(parse(text), sample)];
		assert.deepEqual(value(after), value(before), `${view.text} → ${text}`);
		const again = formatting({ ...view, text, tree: parse(text) }, { tabSize: 2, insertSpaces: true });
		assert.deepEqual(again, [], `formatting ${text} again changes it again`);
	}
	assert.ok(formatted > 20, `only ${formatted} were formatted`);
});

function checkOffset(view: TemplateView, offset: number): void {
	const at = `${JSON.stringify(view.text)} at ${offset}`;
	for (const it of completion(view, offset)) {
		inside(view, it, at);
		assert.ok(it.start <= offset && offset <= it.end, at);
		assert.ok(!view.text.slice(it.start, it.end).includes("\n"), at);
	}
	const shown = hover(view, offset);
	if (shown !== undefined) inside(view, shown, at);
	signatureHelp(view, offset);
	for (const it of definition(view, offset)) if (it.kind === "template") inside(view, it, at);
	for (const it of references(view, offset)) if (it.kind === "template") inside(view, it, at);
	for (const it of documentHighlight(view, offset)) inside(view, it, at);
	for (const it of linkedEditing(view, offset)) inside(view, it, at);
	const name = prepareRename(view, offset);
	if (name !== undefined) assert.equal(view.text.slice(name.start, name.end), name.name, at);
	let inner: Span | undefined;
	for (const it of selectionRanges(view, offset)) {
		inside(view, it, at);
		assert.ok(it.start <= offset && offset <= it.end, at);
		if (inner !== undefined) assert.ok(it.start <= inner.start && inner.end <= it.end, at);
		inner = it;
	}
	for (const range of [
		{ start: offset, end: offset },
		{ start: Math.max(0, offset - 5), end: offset },
	]) {
		for (const { edits } of codeActions(view, range)) for (const edit of edits) inside(view, edit, at);
	}
}

function checkWhole(view: TemplateView): void {
	const { text } = view;
	let end = 0;
	for (const token of semanticTokens(view)) {
		assert.ok(token.start >= end && token.end > token.start && token.end <= text.length, text);
		({ end } = token);
	}
	for (const it of folding(view)) inside(view, it, text);
	for (const it of documentLinks(view)) inside(view, it, text);
	for (const it of inlayHints(view, { start: 0, end: text.length })) assert.ok(it.offset <= text.length, text);
	const open: Symbol[] = [...documentSymbols(view)];
	for (let it = open.pop(); it !== undefined; it = open.pop()) {
		inside(view, it, text);
		assert.ok(it.start <= it.selection.start && it.selection.end <= it.end, text);
		open.push(...it.children);
	}
}

function inside({ text }: TemplateView, { start, end }: Span, at: string): void {
	assert.ok(start >= 0 && start <= end && end <= text.length, at);
}

function variableOffsets({ text }: TemplateView): readonly number[] {
	return [...text.matchAll(/\$!?\{?([a-zA-Z_])/g)].map((match) => match.index + match[0].length);
}

/** Renaming moves columns. */
function withoutPlace(rendered: ReturnType<typeof render>): unknown {
	return rendered.ok ? rendered : { kind: rendered.kind, message: rendered.message };
}

function value(rendered: ReturnType<typeof render>): unknown {
	if (!rendered.ok) return withoutPlace(rendered);
	try {
		return [JSON.parse(rendered.output), rendered.overrides];
	} catch {
		return [rendered.output, rendered.overrides];
	}
}
