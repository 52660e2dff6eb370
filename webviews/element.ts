type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element with its attributes and children; what is undefined or false is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
	}
	made.append(...children.filter((it) => it !== undefined));
	return made;
}

/** A button that does one thing; `look` is a class of the style sheet. */
export function button(label: string, look: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
	const made = element("button", { type: "button", class: look, ...attributes }, label);
	made.addEventListener("click", press);
	return made;
}
