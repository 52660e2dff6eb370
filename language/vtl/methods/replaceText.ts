import type { Host } from "./methodTable.ts";

/** String.replace */
export function replaceText(text: string, from: string, to: string, host: Host): string {
	host.budget.spend(text.length >> 4);
	if (from === "") {
		host.budget.hold(text.length + (text.length + 1) * to.length);
		return text.split("").reduce((result, c) => result + c + to, to);
	}
	const count = to.length > from.length ? text.split(from).length - 1 : 0;
	host.budget.hold(text.length + count * (to.length - from.length));
	return text.replaceAll(from, () => to);
}
