import type { RenderAnswer, RenderOutcome, RenderParams } from "../../protocol/preview.ts";
import { type Preview, renderPreview, sideOf } from "../preview/renderPreview.ts";
import { rangeOf, templateAt } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";
import type { Serving } from "./serving.ts";

/** Answers `gatewright/render`: what a template makes of a sample, and where each part of it came from. */
export function servePreview({ connection, guard, templates }: Serving): void {
	connection.onRequest(
		"gatewright/render",
		guard("render", null, ({ uri, position, templateId, sample }: RenderParams): RenderAnswer | null => {
			const all = templates(uri);
			const open =
				all.find(({ view }) => view.id === templateId) ??
				(templateId === undefined ? templateAt(all, position)?.open : undefined);
			if (open === undefined) return null;
			const { view } = open;
			const preview = renderPreview(view, sample);
			return {
				templateId: view.id,
				title: titleOf(view.id),
				methods: view.place.methods.map(({ httpMethod, path }) => ({ httpMethod, path })),
				side: sideOf(view),
				call: preview.kind === "badSample" ? "" : callText(preview),
				outcome: outcomeOf(open, preview),
			};
		}),
	);
}

/** A longer output is cut, and so is one in more pieces: a panel draws each. */
const shownMax = 200_000;
const piecesMax = 5000;

function outcomeOf(open: OpenTemplate, preview: Preview): RenderOutcome {
	if (preview.kind === "badSample") return preview;
	if (preview.kind === "failed") {
		const { message, line, column } = preview;
		const start = offsetAt(open.view.text, line, column);
		return { kind: "failed", message, line, column, at: rangeOf(open, { start, end: start }) };
	}
	const { output, spans, overrides, isJson, fault } = preview;
	const shown = spans.slice(0, piecesMax).filter(({ output: { from } }) => from < shownMax);
	const end = Math.min(shown.at(-1)?.output.to ?? 0, shownMax);
	const pieces = shown.map(({ output: { from, to }, template, input }) => ({
		text: output.slice(from, Math.min(to, end)),
		template: rangeOf(open, { start: template.from, end: template.to }),
		...(input === undefined ? {} : { input }),
	}));
	return { kind: "rendered", pieces, cut: output.length - end, overrides, isJson, fault: faultIn(shown, fault) };
}

/** The piece that a fault is in; at the very end the last. */
function faultIn(
	spans: Extract<Preview, { kind: "rendered" }>["spans"],
	fault: { readonly message: string; readonly offset: number } | undefined,
) {
	if (fault === undefined) return undefined;
	const found = spans.findIndex(({ output }) => output.to > fault.offset);
	const piece = found === -1 ? spans.length - 1 : found;
	return { message: fault.message, piece, offset: fault.offset - (spans[piece]?.output.from ?? 0) };
}

/** The template's own line and column, which count tabs as the reference does, as an offset near enough to look at. */
function offsetAt(text: string, line: number, column: number): number {
	let start = 0;
	for (let i = 1; i < line; i++) {
		const next = text.indexOf("\n", start);
		if (next === -1) break;
		start = next + 1;
	}
	let at = start;
	for (let here = 1; here < column && at < text.length && text[at] !== "\n"; at++) {
		here = text[at] === "\t" ? here + 8 - ((here - 1) % 8) : here + 1;
	}
	return at;
}

function callText({ environment }: Extract<Preview, { kind: "rendered" | "failed" }>): string {
	const { input, context, stageVariables } = environment;
	return `${JSON.stringify({ input: { ...input, body: bodyOf(input.body) }, context, stageVariables }, undefined, 2)}\n`;
}

/** A body that JSON writes just as it came is written as JSON, to be read and edited. */
function bodyOf(body: string): unknown {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === "object" && JSON.stringify(value) === body.replaceAll(/\s+/g, "") ? value : body;
	} catch {
		return body;
	}
}

function titleOf(id: string): string {
	const [uri = "", pointer] = id.split("#", 2);
	const file = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
	return pointer === undefined ? file : `${file} · ${pointer.split("/").slice(-4).join("/").replaceAll("~1", "/")}`;
}
