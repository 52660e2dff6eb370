import type { PreviewHost, PreviewPanel, PreviewState, RenderOutcome } from "../../protocol/preview.ts";
import { button, element } from "../element.ts";
import { host } from "../host.ts";
import { changeView } from "./changeView.ts";
import { pieceList } from "./pieceList.ts";
import { statusLine } from "./statusLine.ts";

const extension = host<PreviewPanel, PreviewHost>({
	show: async (state) => show(state),
	highlight: async (pieces) => output.highlight(pieces),
});

const title = element("h1", { id: "title" });
const samples = element("select", { id: "sample" });
samples.addEventListener("change", () => tell(extension.chooseSample(samples.value)));
const edit = button("Edit Sample", "secondary", () => tell(extension.editSample()));
const status = element("p", { id: "status", role: "status" });
const lead = button("Show", "link", () => tell(extension.showFailure()));
const output = pieceList((piece) => tell(extension.pick(piece)));
const changes = changeView();
const overrides = element("pre", { id: "overrides" });
const overridden = element("details", { open: true }, element("summary", {}, "Overrides"), overrides);
const preview = element(
	"main",
	{},
	element(
		"header",
		{},
		title,
		element("div", { class: "choice" }, element("label", { for: "sample" }, "Sample"), samples, edit),
	),
	element("div", { class: "state" }, status, lead),
	output.view,
	changes.view,
	overridden,
);
const empty = element("p", { class: "note empty", role: "status" });
document.body.append(preview, empty);
preview.hidden = true;

function show(state: PreviewState): void {
	preview.hidden = state.kind === "none";
	empty.hidden = state.kind !== "none";
	if (state.kind === "none") {
		empty.textContent = state.message;
		return;
	}
	title.textContent = state.title;
	samples.replaceChildren(...state.samples.map(({ id, label }) => element("option", { value: id }, label)));
	samples.value = state.chosen;
	edit.textContent = state.chosen.startsWith("file:") ? "Edit Sample" : "Save as Sample";
	showStatus(state.outcome);
	if (state.outcome.kind === "rendered") {
		output.show(state.outcome);
		changes.show(state.before, state.outcome.pieces.map((it) => it.text).join(""));
		overrides.textContent = state.outcome.overrides ?? "";
		overridden.hidden = state.outcome.overrides === undefined;
	} else output.dim();
}

function showStatus(outcome: RenderOutcome): void {
	const { look, text, leads } = statusLine(outcome);
	status.className = look;
	// A screen reader reads it again only when it is new.
	if (status.textContent !== text) status.textContent = text;
	lead.hidden = !leads;
}

/** What the extension could not do is said where one looks. */
function tell(done: Promise<unknown>): void {
	done.catch((error: unknown) => {
		status.className = "bad";
		status.textContent = error instanceof Error ? error.message : String(error);
	});
}

tell(extension.opened());
