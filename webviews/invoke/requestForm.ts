import type { InvokeApi, InvokeTargets, MethodChoice } from "../../protocol/invoke.ts";
import { button, element } from "../element.ts";
import {
	type ChosenMethod,
	choiceOf,
	type Draft,
	filledPath,
	methodKey,
	parameterOf,
	pathParameters,
	stageOf,
} from "./draft.ts";
import { pairList } from "./pairList.ts";

export type RequestForm = {
	readonly targets: InvokeTargets;
	readonly chosen: ChosenMethod;
	readonly draft: Draft;
	readonly change: (draft: Draft) => void;
	readonly choose: (choice: MethodChoice) => void;
	readonly send: () => void;
	readonly cancel: () => void;
};

/** The left side: which method, and what is sent to it. */
export function requestForm(form: RequestForm): HTMLElement {
	let draft = form.draft;
	const address = element("code", { class: "address" });
	const update = (part: Partial<Draft>) => {
		draft = { ...draft, ...part };
		form.change(draft);
		address.textContent = addressOf(form.chosen, draft);
	};
	address.textContent = addressOf(form.chosen, draft);

	const send = button("Send", "primary", form.send, { id: "send", title: "Send (Ctrl+Enter)" });
	const cancel = button("Cancel", "secondary", form.cancel, { id: "cancel", hidden: true });
	return element(
		"form",
		{ class: "request", "aria-label": "Request" },
		element(
			"div",
			{ class: "which" },
			methodPicker(form),
			stagePicker(form.chosen.api, draft, update),
			verbPicker(form.chosen, draft, update),
		),
		// Above what differs from method to method, so that it stays where it is.
		element("div", { class: "actions" }, send, cancel, address),
		parameterFields(form.chosen, draft, (name, value) =>
			update({ parameters: { ...draft.parameters, [name]: value } }),
		),
		pairList({ title: "Query", noun: "query parameter", rows: draft.query, change: (query) => update({ query }) }),
		pairList({ title: "Headers", noun: "header", rows: draft.headers, change: (headers) => update({ headers }) }),
		bodyField(draft, update),
	);
}

function addressOf({ api, method }: ChosenMethod, draft: Draft): string {
	const url = api.stages.find((it) => it.name === stageOf(api, draft))?.url ?? "";
	const query = draft.query
		.filter((it) => it.name !== "")
		.map((it) => `${encodeURIComponent(it.name)}=${encodeURIComponent(it.value)}`);
	return `${url}${filledPath(method.resourcePath, draft.parameters)}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** All methods of all APIs in one list: an app has a few dozen, and the native list finds them by their first letters. */
function methodPicker({ targets, chosen, choose }: RequestForm): HTMLElement {
	const select = element("select", { id: "method" });
	const choices = new Map<string, MethodChoice>();
	for (const api of targets.apis) {
		const options = api.methods.map((method) => {
			const choice = choiceOf({ api, method });
			const key = methodKey(choice);
			choices.set(key, choice);
			const option = element("option", { value: key }, `${method.httpMethod} ${method.resourcePath}`);
			option.selected = key === methodKey(choiceOf(chosen));
			return option;
		});
		const label = api.folderName === undefined ? api.name : `${api.folderName}: ${api.name}`;
		select.append(element("optgroup", { label }, ...options));
	}
	select.addEventListener("change", () => {
		const choice = choices.get(select.value);
		if (choice !== undefined) choose(choice);
	});
	return labelled("Method", select);
}

function stagePicker(api: InvokeApi, draft: Draft, update: (part: Partial<Draft>) => void): HTMLElement {
	const names = api.stages.map((it) => it.name);
	return labelled(
		"Stage",
		picker("stage", names, stageOf(api, draft), (stage) => update({ stage })),
	);
}

function verbPicker(
	{ method }: ChosenMethod,
	draft: Draft,
	update: (part: Partial<Draft>) => void,
): HTMLElement | undefined {
	if (method.httpMethod !== "ANY") return undefined;
	return labelled(
		"Send as",
		picker("verb", verbs, draft.verb, (verb) => update({ verb })),
	);
}

function picker(id: string, values: readonly string[], chosen: string, choose: (value: string) => void): HTMLElement {
	const options = values.map((it) => element("option", { value: it, selected: it === chosen }, it));
	const select = element("select", { id }, ...options);
	select.addEventListener("change", () => choose(select.value));
	return select;
}

function parameterFields(
	{ method }: ChosenMethod,
	draft: Draft,
	write: (name: string, value: string) => void,
): HTMLElement | undefined {
	const names = pathParameters(method.resourcePath);
	if (names.length === 0) return undefined;
	const fields = names.map((name) => {
		const input = element("input", { type: "text", id: `parameter-${name}`, required: true, spellcheck: "false" });
		input.value = parameterOf(draft.parameters, name);
		input.addEventListener("input", () => write(name, input.value));
		return labelled(name, input);
	});
	return element(
		"section",
		{ class: "field parameters", "aria-label": "Path parameters" },
		element("h3", {}, "Path parameters"),
		...fields,
	);
}

function bodyField(draft: Draft, update: (part: Partial<Draft>) => void): HTMLElement {
	const body = element("textarea", { id: "body", rows: "8", spellcheck: "false" });
	body.value = draft.body;
	body.addEventListener("input", () => update({ body: body.value }));
	return labelled("Body", body);
}

function labelled(text: string, control: HTMLElement): HTMLElement {
	return element("div", { class: "field" }, element("label", { for: control.id }, text), control);
}

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
