import type { SourceLocation } from "../../protocol/problem.ts";
import type { Frame, StepName, Trace } from "../../protocol/trace.ts";
import { button, element } from "../element.ts";
import { difference } from "./difference.ts";

/** The steps that the request went through, in order, each with what it decided and what it changed. */
export function frameList(trace: Trace, openSource: (location: SourceLocation) => void): HTMLElement {
	const items = trace.frames.map((frame) => element("li", {}, frameItem(frame, trace.durationMs, openSource)));
	return element("ol", { class: "frames", "aria-label": "Frames" }, ...items);
}

function frameItem(frame: Frame, totalMs: number, openSource: (location: SourceLocation) => void): HTMLElement {
	const { step, outcome, summary, durationMs, source } = frame;
	const what = element("span", { class: "what" }, summary);
	const item = element(
		"details",
		{ class: `frame ${outcome}` },
		element(
			"summary",
			{},
			element(
				"span",
				{ class: "outcome", title: outcomes[outcome].label, "aria-hidden": "true" },
				outcomes[outcome].sign,
			),
			element("span", { class: "step" }, stepTitles[step]),
			element("span", { class: "spoken" }, `${outcomes[outcome].label}.`),
			what,
			element("span", { class: "time" }, outcome === "skipped" ? "" : milliseconds(durationMs)),
			outcome === "skipped" ? undefined : bar(frame, totalMs),
		),
	);
	const content = element("div", { class: "content" });
	item.append(content);
	if (source !== undefined) content.append(sourceLink(source, openSource));
	// The comparison is made when it is looked at: most frames never are.
	item.addEventListener(
		"toggle",
		() => {
			if (what.scrollWidth > what.clientWidth) content.prepend(element("p", { class: "whole" }, summary));
			content.append(values(frame));
		},
		{ once: true },
	);
	return item;
}

/** Where in the request's time the step lies. */
function bar({ startMs, durationMs }: Frame, totalMs: number): HTMLElement {
	const made = element("span", { class: "bar", "aria-hidden": "true" });
	const total = Math.max(totalMs, startMs + durationMs, 0.001);
	made.style.setProperty("--start", `${(startMs / total) * 100}%`);
	made.style.setProperty("--length", `${(durationMs / total) * 100}%`);
	return made;
}

function sourceLink(source: SourceLocation, openSource: (location: SourceLocation) => void): HTMLElement {
	const name = source.file.split(/[\\/]/).pop() ?? source.file;
	const link = button(`${name}:${source.line}`, "link source", () => openSource(source), {
		title: `${source.file}:${source.line}`,
	});
	return element("p", { class: "decided" }, "Decided at ", link);
}

function values({ before, after }: Frame): HTMLElement {
	if (before === undefined && after === undefined)
		return element("p", { class: "note" }, "This step neither read nor changed anything.");
	const [old, fresh] = [shown(before), shown(after)];
	if (after === undefined) return titled("Seen", plain(old));
	if (before === undefined) return titled("Result", plain(fresh));
	if (old.join("\n") === fresh.join("\n")) return titled("Unchanged", plain(old));
	const lines = difference(old, fresh);
	const side = (kind: "removed" | "added") => {
		const rows = lines
			.filter((it) => it.kind === "same" || it.kind === kind)
			.map(({ kind: lineKind, text }) =>
				lineKind === "same" ? element("span", { class: "row" }, text) : element("mark", { class: `row ${kind}` }, text),
			);
		return element("pre", { tabindex: "0" }, element("span", { class: "rows" }, ...rows));
	};
	return element("div", { class: "sides" }, titled("Before", side("removed")), titled("After", side("added")));
}

function plain(lines: readonly string[]): HTMLElement {
	return element("pre", { tabindex: "0" }, lines.join("\n"));
}

function titled(title: string, content: HTMLElement): HTMLElement {
	return element("figure", {}, element("figcaption", {}, title), content);
}

/** A text is shown as it is, so that a template's output can be read, also where it is a body; all else as JSON. */
function shown(value: unknown): readonly string[] {
	if (typeof value === "object" && value !== null && "body" in value && typeof value.body === "string") {
		const { body: _body, ...rest } = value;
		return ["body:", ...value.body.split("\n"), "", ...shown(rest)];
	}
	return (typeof value === "string" ? value : (JSON.stringify(value, undefined, 2) ?? "")).split("\n");
}

export function milliseconds(ms: number): string {
	return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}

const outcomes: Readonly<Record<Frame["outcome"], { readonly sign: string; readonly label: string }>> = {
	passed: { sign: "✓", label: "Passed" },
	skipped: { sign: "–", label: "Skipped" },
	ended: { sign: "■", label: "Answered here" },
	failed: { sign: "✗", label: "Failed" },
};

const stepTitles: Readonly<Record<StepName, string>> = {
	route: "Route",
	resourcePolicy: "Resource policy",
	authorizer: "Authorizer",
	apiKey: "API key",
	throttle: "Throttle",
	cache: "Cache",
	validateRequest: "Validation",
	integrationRequest: "Integration request",
	integration: "Integration",
	integrationResponse: "Integration response",
	methodResponse: "Method response",
};
