import type { NameValue } from "../../protocol/invoke.ts";
import { button, element } from "../element.ts";

type PairList = {
	readonly title: string;
	/** What one row is called by a screen reader: "query parameter", "header". */
	readonly noun: string;
	readonly rows: readonly NameValue[];
	readonly change: (rows: readonly NameValue[]) => void;
};

/** Rows of a name and a value that can be written, added and removed. */
export function pairList({ title, noun, rows, change }: PairList): HTMLElement {
	let kept = [...rows];
	const list = element("ul", { class: "pairs", "aria-label": title });
	const add = button("+ Add", "link", () => {
		kept = [...kept, { name: "", value: "" }];
		const row = addRow(kept.length - 1);
		change(kept);
		row.querySelector("input")?.focus();
	});
	add.setAttribute("aria-label", `Add ${noun}`);
	draw();
	return element(
		"section",
		{ class: "field" },
		element("div", { class: "heading" }, element("h3", {}, title), add),
		list,
	);

	function draw(): void {
		list.replaceChildren();
		for (const index of kept.keys()) addRow(index);
	}

	function addRow(index: number): HTMLElement {
		const write = (part: "name" | "value") => {
			const input = element("input", {
				type: "text",
				"aria-label": `${noun} ${index + 1} ${part}`,
				placeholder: part,
				spellcheck: "false",
			});
			input.value = kept[index]?.[part] ?? "";
			input.addEventListener("input", () => {
				kept = kept.map((it, at) => (at === index ? { ...it, [part]: input.value } : it));
				change(kept);
			});
			return input;
		};
		const remove = button("×", "icon", () => {
			kept = kept.filter((_, at) => at !== index);
			change(kept);
			draw();
			add.focus();
		});
		remove.setAttribute("aria-label", `Remove ${noun} ${index + 1}`);
		const row = element("li", {}, write("name"), write("value"), remove);
		list.append(row);
		return row;
	}
}
