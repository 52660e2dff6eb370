import { element } from "../element.ts";
import { difference } from "../invoke/difference.ts";

/** What is not the same since the template was saved, line by line; hidden where all is. */
export function changeView(): { readonly view: HTMLElement; show(before: string | undefined, now: string): void } {
	const title = element("summary", {}, "Changes");
	const lines = element("pre", { id: "changes" });
	const view = element("details", {}, title, lines);
	view.hidden = true;
	return {
		view,
		show: (before, now) => {
			view.hidden = before === undefined || before === now;
			if (before === undefined || before === now) return;
			const changed = difference(before.split("\n"), now.split("\n"));
			const count = (kind: string) => changed.filter((it) => it.kind === kind).length;
			title.textContent = `Since the template was saved: +${count("added")} −${count("removed")} lines`;
			lines.replaceChildren(
				...changed
					.filter((it) => it.kind !== "same")
					.slice(0, shownMax)
					.map(({ kind, text }) =>
						element(
							"span",
							{ class: kind },
							element("span", { class: "sign" }, kind === "added" ? "+ " : "- "),
							`${text}\n`,
						),
					),
			);
		},
	};
}

const shownMax = 500;
