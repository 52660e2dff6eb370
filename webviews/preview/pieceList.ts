import type { OutputPiece, RenderOutcome } from "../../protocol/preview.ts";
import { element } from "../element.ts";

export type PieceList = {
	readonly view: HTMLElement;
	show(outcome: Extract<RenderOutcome, { kind: "rendered" }>): void;
	/** Marks what the template's cursor is in, and brings it into sight. */
	highlight(pieces: readonly number[]): void;
	/** Marks nothing as JSON's end or the cursor's place, and keeps the text: the template cannot be rendered now. */
	dim(): void;
};

/**
 * The output, each piece of it a thing that can be chosen: by a click, or with the arrow keys and Enter. Only one piece is
 * a stop of the Tab key.
 */
export function pieceList(pick: (piece: number) => void): PieceList {
	const view = element("pre", { id: "output", role: "listbox", "aria-label": "Output of the template" });
	let pieces: readonly HTMLElement[] = [];
	const indexOf = (target: EventTarget | null) => {
		const piece = target instanceof Element ? target.closest<HTMLElement>("[data-piece]") : null;
		return piece === null ? undefined : Number(piece.dataset["piece"]);
	};
	const focus = (index: number) => {
		const next = pieces[index];
		if (next === undefined) return;
		for (const piece of pieces) piece.tabIndex = -1;
		next.tabIndex = 0;
		next.focus();
	};
	view.addEventListener("click", ({ target }) => {
		const index = indexOf(target);
		// Text that is being selected with the mouse is not a piece that is chosen.
		if (index !== undefined && document.getSelection()?.isCollapsed !== false) pick(index);
	});
	view.addEventListener("keydown", (event) => {
		const index = indexOf(event.target);
		if (index === undefined) return;
		const to = { ArrowRight: index + 1, ArrowDown: index + 1, ArrowLeft: index - 1, ArrowUp: index - 1 };
		const ends = { Home: 0, End: pieces.length - 1 };
		if (event.key === "Enter" || event.key === " ") pick(index);
		else if (isKey(to, event.key)) focus(to[event.key]);
		else if (isKey(ends, event.key)) focus(ends[event.key]);
		else return;
		event.preventDefault();
	});

	return {
		view,
		show: ({ pieces: shown, fault, cut }) => {
			const focused = indexOf(document.activeElement);
			pieces = shown.map((piece, i) =>
				pieceElement(piece, i, i === fault?.piece ? fault.offset : undefined, fault?.message),
			);
			view.classList.remove("old");
			view.replaceChildren(...pieces);
			if (cut > 0) view.append(element("span", { class: "note" }, `\n… and ${cut} characters more`));
			const [first] = pieces;
			if (first !== undefined) first.tabIndex = 0;
			if (focused !== undefined) focus(Math.min(focused, pieces.length - 1));
		},
		highlight: (wanted) => {
			const marked = new Set(wanted);
			for (const [i, piece] of pieces.entries()) {
				piece.classList.toggle("here", marked.has(i));
				piece.setAttribute("aria-selected", String(marked.has(i)));
			}
			const [first] = wanted;
			if (first !== undefined) pieces[first]?.scrollIntoView({ block: "nearest" });
		},
		dim: () => view.classList.add("old"),
	};
}

function pieceElement(
	{ text, input }: OutputPiece,
	index: number,
	faultAt: number | undefined,
	fault?: string,
): HTMLElement {
	const from = input === undefined ? "the template" : input;
	const piece = element("span", {
		role: "option",
		tabindex: -1,
		"data-piece": index,
		"aria-selected": "false",
		class: input === undefined ? "fixed" : "value",
		title: faultAt === undefined ? `From ${from}` : `${fault ?? ""} · from ${from}`,
		"aria-label": `${text.trim() === "" ? "blank" : text.trim()}, from ${from}`,
	});
	if (faultAt === undefined) piece.append(text);
	else piece.append(text.slice(0, faultAt), element("mark", { class: "fault" }, text.slice(faultAt) || " "));
	return piece;
}

function isKey<Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> {
	return Object.hasOwn(table, key);
}
