import type { InvokeAnswer, InvokeHost, InvokePanel, InvokeTargets, MethodChoice } from "../../protocol/invoke.ts";
import type { SourceLocation } from "../../protocol/problem.ts";
import { button, element } from "../element.ts";
import { host, keepState, keptState } from "../host.ts";
import { answerView, spokenAnswer } from "./answerView.ts";
import { choiceOf, chosenMethod, type Draft, emptyDraft, methodKey, requestOf } from "./draft.ts";
import { requestForm } from "./requestForm.ts";

/** What stays when the panel is hidden or the window is reloaded. */
type Kept = {
	readonly version: 1;
	readonly choice?: MethodChoice;
	readonly drafts: Readonly<Record<string, Draft>>;
	readonly answer?: InvokeAnswer;
};

let kept = readKept(keptState());
let targets: InvokeTargets = { state: "stopped", apis: [] };
let sending = false;
let answerIsLong = false;

const extension = host<InvokePanel, InvokeHost>({
	show: async (shown) => {
		// What the user is writing in stays untouched while nothing of it has changed.
		if (JSON.stringify(shown) === JSON.stringify(targets)) return;
		targets = shown;
		drawRequest();
	},
	choose: async (choice) => choose(choice),
});

const requestSide = element("div", { class: "side" });
const answerSide = element("section", { class: "side", "aria-label": "Answer" });
const spoken = element("p", { class: "spoken", role: "status" });
document.body.append(element("main", {}, requestSide, answerSide), spoken);
document.addEventListener("keydown", (event) => {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
});
drawAnswer();
void extension.opened().then(({ targets: shown, choice }) => {
	targets = shown;
	return choice === undefined ? drawRequest() : choose(choice);
}, failed);

function choose(choice: MethodChoice): void {
	const { answer: _answer, ...rest } = kept;
	// An answer stands beside the request that it answers.
	keep(
		kept.choice !== undefined && methodKey(kept.choice) === methodKey(choice)
			? { ...kept, choice }
			: { ...rest, choice },
	);
	drawRequest();
	drawAnswer();
}

function drawRequest(): void {
	const chosen = chosenMethod(targets, kept.choice);
	if (chosen === undefined) return requestSide.replaceChildren(nothingRuns());
	const key = methodKey(choiceOf(chosen));
	const focused = document.activeElement?.id;
	requestSide.replaceChildren(
		requestForm({
			targets,
			chosen,
			draft: kept.drafts[key] ?? emptyDraft,
			change: (draft) => keep({ ...kept, choice: choiceOf(chosen), drafts: newest({ ...kept.drafts, [key]: draft }) }),
			choose,
			send: () => void send(),
			cancel: () => void extension.cancel().catch(failed),
		}),
	);
	showSending();
	if (focused !== undefined && focused !== "") document.getElementById(focused)?.focus();
}

function nothingRuns(): HTMLElement {
	if (targets.state === "starting") return element("p", { class: "note" }, "The app is starting …");
	if (targets.state === "running") return element("p", { class: "note" }, "The running app has no API with a method.");
	return element(
		"div",
		{ class: "notice" },
		element("p", {}, "The app does not run."),
		button("Start App", "primary", () => void extension.start().catch(failed), { id: "start" }),
	);
}

async function send(): Promise<void> {
	const chosen = chosenMethod(targets, kept.choice);
	const form = requestSide.querySelector("form");
	if (chosen === undefined || sending || form === null || !form.reportValidity()) return;
	sending = true;
	showSending();
	const draft = kept.drafts[methodKey(choiceOf(chosen))] ?? emptyDraft;
	const answer = await extension.send(requestOf(chosen, draft)).catch(
		(error: unknown): InvokeAnswer => ({
			kind: "failed",
			message: error instanceof Error ? error.message : String(error),
		}),
	);
	sending = false;
	showSending();
	keep({ ...kept, choice: choiceOf(chosen), answer });
	drawAnswer();
	spoken.textContent = spokenAnswer(answer);
}

function showSending(): void {
	const [sendButton, cancelButton] = ["send", "cancel"].map((id) => document.getElementById(id));
	if (sendButton instanceof HTMLButtonElement) sendButton.disabled = sending;
	if (cancelButton instanceof HTMLButtonElement) cancelButton.hidden = !sending;
	answerSide.setAttribute("aria-busy", String(sending));
}

function drawAnswer(): void {
	const { answer } = kept;
	answerSide.replaceChildren(
		answer === undefined
			? element("p", { class: "note empty" }, "Send the request to see the answer and each step that it goes through.")
			: answerView(answer, openSource),
	);
}

function openSource(location: SourceLocation): void {
	void extension.openSource(location).catch(failed);
}

function failed(error: unknown): void {
	spoken.textContent = error instanceof Error ? error.message : String(error);
	answerSide.prepend(element("p", { class: "problem" }, spoken.textContent));
}

function keep(next: Kept): void {
	// The editor writes the state to its own storage: a long answer is only remembered while the panel is shown.
	if (next.answer !== kept.answer) answerIsLong = JSON.stringify(next.answer ?? null).length > keptAnswerMax;
	kept = next;
	const { answer: _answer, ...rest } = kept;
	keepState(answerIsLong ? rest : kept);
}

/** A state of another version of this panel is not understood, and what it held is given up. */
function readKept(state: unknown): Kept {
	const ours = typeof state === "object" && state !== null && "version" in state && state.version === 1;
	return ours ? (state as Kept) : { version: 1, drafts: {} }; // The wire: this panel wrote it, as the version says.
}

/** The newest drafts: an app with thousands of methods does not fill the editor's storage. */
function newest(drafts: Kept["drafts"]): Kept["drafts"] {
	return Object.fromEntries(Object.entries(drafts).slice(-draftsMax));
}

const draftsMax = 200;
const keptAnswerMax = 256 * 1024;
