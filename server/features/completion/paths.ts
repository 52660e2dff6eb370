import { describeType } from "../../../language/vtl/analysis/describeType.ts";
import { partsOf } from "../../../language/vtl/analysis/joinTypes.ts";
import { typeOfPath } from "../../../language/vtl/analysis/pathType.ts";
import type { Member, Type } from "../../../language/vtl/analysis/types.ts";
import type { Span } from "../../../language/vtl/nodes.ts";
import type { Completion } from "../results.ts";
import { withPage } from "../withPage.ts";

/** What can go on a JSONPath that begins at `start`: property names, and the ways into a list. */
export function pathCompletions(
	body: Type,
	text: string,
	start: number,
	offset: number,
	quote: Quote,
): readonly Completion[] {
	const written = text.slice(start, offset);
	if (written === "" || written === "$") return begin(body, { start, end: offset }, quote);
	const bracket = /^(.*)\[\s*('{0,2})([^'[\]]*)$/s.exec(written);
	if (bracket !== null) return inBrackets(body, bracket, offset, quote);
	const [, before = "$", name = ""] = /^(.*?)\.?([^.[\]]*)$/s.exec(written) ?? [];
	const span = { start: offset - name.length, end: nameEnd(text, offset) };
	return membersOf(before, body).map((member) => {
		// Without `$` before it, the name begins the path.
		const newText = before === "" ? `$${step(member.name, quote)}` : member.name;
		return described(member, span, member.name, newText);
	});
}

type Quote = "'" | '"';

function begin(body: Type, span: Span, quote: Quote): readonly Completion[] {
	const whole: Completion = {
		...span,
		label: "$",
		kind: "value",
		newText: "$",
		snippet: false,
		detail: describeType(body),
		documentation: "The whole body.",
		sortText: "0",
	};
	const members = partsOf(body).flatMap(membersOfOne);
	return [whole, ...members.map((it) => described(it, span, `$.${it.name}`, `$${step(it.name, quote)}`))];
}

function inBrackets(
	body: Type,
	[, before = "", open = "", name = ""]: readonly string[],
	offset: number,
	quote: Quote,
): readonly Completion[] {
	const span = { start: offset - name.length, end: offset };
	const inner = open === "" ? nameQuote(quote) : "";
	const type = typeOfPath(body, before === "" ? "$" : before);
	const names = partsOf(type).flatMap(membersOfOne);
	const found = names.map((it) => described(it, span, it.name, `${inner}${it.name}${inner}`));
	if (open !== "" || !partsOf(type).some((part) => part.kind === "List" || part.kind === "unknown")) return found;
	for (const [label, documentation] of waysIntoLists) {
		found.push({ ...span, label, kind: "value", newText: label, snippet: false, documentation, sortText: `9${label}` });
	}
	return found;
}

const waysIntoLists = [
	["*", "All items."],
	["0", "The first item."],
	["-1", "The last item."],
	["?(@.)", "The items for which the condition holds."],
] as const;

/** The properties behind a path; behind `..` those of any depth. */
function membersOf(before: string, body: Type): readonly Member[] {
	if (before.endsWith(".")) return deepMembers(body);
	const type = typeOfPath(body, before === "" ? "$" : before);
	// A path through `[*]` gives a list of what each item has.
	const several = /\*|\?\(|:/.test(before);
	return partsOf(type).flatMap((part) =>
		several && part.kind === "List" ? partsOf(part.item).flatMap(membersOfOne) : membersOfOne(part),
	);
}

const deepMax = 200;

function deepMembers(body: Type): readonly Member[] {
	const found = new Map<string, Member>();
	const open: { readonly type: Type; readonly depth: number }[] = [{ type: body, depth: 0 }];
	for (let next = open.shift(); next !== undefined && found.size < deepMax; next = open.shift()) {
		if (next.depth > 6) continue;
		for (const part of partsOf(next.type)) {
			if (part.kind === "List") open.push({ type: part.item, depth: next.depth + 1 });
			for (const member of membersOfOne(part)) {
				if (!found.has(member.name)) found.set(member.name, member);
				open.push({ type: member.type(), depth: next.depth + 1 });
			}
		}
		if (open.length > 1000) break;
	}
	return [...found.values()];
}

function membersOfOne(type: Type): readonly Member[] {
	if (type.kind !== "Map") return [];
	return type.members.names.flatMap((name) => type.members.get(name) ?? []);
}

function described(member: Member, span: Span, label: string, newText: string): Completion {
	const type = member.type();
	const documentation = withPage(member.documentation, member.page);
	return {
		...span,
		label,
		kind: "property",
		newText,
		snippet: false,
		detail: describeType(type),
		...(documentation === undefined ? {} : { documentation }),
		sortText: `1${label}`,
	};
}

function step(name: string, quote: Quote): string {
	const around = nameQuote(quote);
	return isPlain(name) ? `.${name}` : `[${around}${name}${around}]`;
}

/** JSONPath has names in single quotes, which a string in single quotes doubles. */
function nameQuote(quote: Quote): string {
	return quote === '"' ? "'" : "''";
}

function isPlain(name: string): boolean {
	return /^[^.[\]'"\s$@*]+$/.test(name);
}

function nameEnd(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && end - offset < 200 && /[\w-]/.test(text[end] ?? "")) end++;
	return end;
}
