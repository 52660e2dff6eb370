import type { Host } from "./methodTable.ts";

/** String.replace */
export function replaceText(text: string, from: string, to: string, host: Host): string {
	host.budget.spend(text.length >> 3);
	if (from === "") {
		host.budget.hold(text.length + (text.length + 1) * to.length);
		return text.split("").reduce((result, c) => result + c + to, to);
	}
	const count = countOf(text, from);
	host.budget.spend(count);
	host.budget.hold(text.length + count * (to.length - from.length));
	return text.split(from).join(to);
}

function countOf(text: string, part: string): number {
	let count = 0;
	for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
	return count;
}
