import type { InvokeAnswer, NameValue } from "../../protocol/invoke.ts";
import type { SourceLocation } from "../../protocol/problem.ts";
import { element } from "../element.ts";
import { frameList, milliseconds } from "./frameList.ts";

type Answered = Extract<InvokeAnswer, { kind: "answered" }>;

/** The right side: what came back, and the way that it took. */
export function answerView(answer: InvokeAnswer, openSource: (location: SourceLocation) => void): HTMLElement {
	switch (answer.kind) {
		case "cancelled":
			return notice("Cancelled", "The request was cancelled before it was answered.");
		case "failed":
			return notice("No answer", answer.message);
		case "answered":
			return answered(answer, openSource);
	}
}

/** What a screen reader says when the answer comes. */
export function spokenAnswer(answer: InvokeAnswer): string {
	if (answer.kind === "cancelled") return "Cancelled";
	if (answer.kind === "failed") return `No answer: ${answer.message}`;
	return `${answer.status} ${answer.statusText} in ${milliseconds(answer.durationMs)}`;
}

function answered(answer: Answered, openSource: (location: SourceLocation) => void): HTMLElement {
	const { status, statusText, durationMs, bodyBytes, headers, trace } = answer;
	return element(
		"div",
		{},
		element(
			"p",
			{ class: "outcome-line" },
			element("span", { class: `dot s${Math.floor(status / 100)}`, "aria-hidden": "true" }),
			element("strong", { class: "status", id: "status" }, `${status} ${statusText}`.trim()),
			element("span", { class: "note" }, `${milliseconds(durationMs)} · ${size(bodyBytes)}`),
		),
		bodyView(answer),
		headersView(headers),
		element("h3", {}, "Frames"),
		trace === undefined
			? element("p", { class: "note" }, "No deployed API answered this request, so there are no frames.")
			: frameList(trace, openSource),
	);
}

function bodyView({ body, bodyEncoding, bodyBytes, cut, headers }: Answered): HTMLElement {
	if (bodyBytes === 0) return element("p", { class: "note" }, "The answer has no body.");
	const text = bodyEncoding === "text" && isJson(headers) ? pretty(body) : body;
	const remark = [
		bodyEncoding === "base64" ? "These bytes are no text; they are shown in Base64." : "",
		cut ? "Only the beginning is shown." : "",
	].join(" ");
	return element(
		"section",
		{ "aria-label": "Answer body" },
		element("pre", { id: "answer-body", tabindex: "0" }, text),
		remark.trim() === "" ? undefined : element("p", { class: "note" }, remark.trim()),
	);
}

function headersView(headers: readonly NameValue[]): HTMLElement {
	const rows = headers.map(({ name, value }) =>
		element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, value)),
	);
	return element(
		"details",
		{ class: "headers" },
		element("summary", {}, `Headers (${headers.length})`),
		element("table", {}, ...rows),
	);
}

function notice(title: string, text: string): HTMLElement {
	return element("div", { class: "notice" }, element("strong", { id: "status" }, title), element("p", {}, text));
}

function isJson(headers: readonly NameValue[]): boolean {
	const type = headers.find((it) => it.name.toLowerCase() === "content-type")?.value ?? "";
	return /[/+]json\b/.test(type);
}

/** Laid out when it is JSON; a body that only claims to be is shown as it came. */
function pretty(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), undefined, 2);
	} catch {
		return text;
	}
}

function size(bytes: number): string {
	return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}
