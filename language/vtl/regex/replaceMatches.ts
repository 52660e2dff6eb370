import type { Budget } from "../evaluate/budget.ts";
import { illegalArgument, JavaException } from "../values/javaException.ts";
import { compilePattern } from "./compilePattern.ts";
import { createMatcher, type Match } from "./matchPattern.ts";
import type { Pattern } from "./pattern.ts";

/** String.replaceAll and replaceFirst. In the replacement `$1` and `${name}` are groups and `\` takes the next as it is. */
export function replaceMatches(
	text: string,
	source: string,
	replacement: string,
	onlyFirst: boolean,
	budget: Budget,
): string {
	const pattern = compilePattern(source);
	const matcher = createMatcher(pattern, text, budget);
	let result = "";
	let copied = 0;
	let from = 0;
	for (;;) {
		const match = matcher.find(from);
		if (match === undefined) break;
		const [start = 0, end = 0] = match;
		result += text.slice(copied, start) + expanded(replacement, match, text, pattern);
		budget.hold(result.length);
		budget.spend(1);
		copied = end;
		if (onlyFirst) break;
		from = end === start ? end + 1 : end;
		if (from > text.length) break;
	}
	return result + text.slice(copied);
}

/** String.matches */
export function matchesWhole(text: string, source: string, budget: Budget): boolean {
	return createMatcher(compilePattern(source), text, budget).whole() !== undefined;
}

/** String.split: with limit 0 empty strings at the end are dropped. */
export function splitByPattern(text: string, source: string, limit: number, budget: Budget): string[] {
	const matcher = createMatcher(compilePattern(source), text, budget);
	const parts: string[] = [];
	let begun = 0;
	let from = 0;
	const most = limit <= 0 ? Number.POSITIVE_INFINITY : limit - 1;
	while (parts.length < most) {
		const match = from > text.length ? undefined : matcher.find(from);
		if (match === undefined) break;
		const [start = 0, end = 0] = match;
		from = end === start ? end + 1 : end;
		// An empty match at the very front splits off nothing.
		if (end === 0) continue;
		parts.push(text.slice(begun, start));
		begun = end;
	}
	if (parts.length === 0) return [text];
	parts.push(text.slice(begun));
	if (limit === 0) while (parts.at(-1) === "") parts.pop();
	return parts;
}

function expanded(replacement: string, match: Match, text: string, pattern: Pattern): string {
	if (!/[\\$]/.test(replacement)) return replacement;
	let result = "";
	for (let i = 0; i < replacement.length; i++) {
		const c = replacement[i] ?? "";
		if (c === "\\") {
			i++;
			if (i === replacement.length) throw illegalArgument("character to be escaped is missing");
			result += replacement[i];
		} else if (c === "$") {
			const [group, end] = groupReference(replacement, i + 1, pattern);
			const start = match[group * 2] ?? -1;
			if (start !== -1) result += text.slice(start, match[group * 2 + 1]);
			i = end - 1;
		} else result += c;
	}
	return result;
}

/** The group that is named after a `$`, and where its name ends. */
function groupReference(replacement: string, at: number, pattern: Pattern): readonly [number, number] {
	if (at === replacement.length) throw illegalArgument("Illegal group reference: group index is missing");
	const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(replacement.slice(at));
	if (named !== null) {
		const group = pattern.names.get(named[1] ?? "");
		if (group === undefined) throw illegalArgument(`No group with name {${named[1]}}`);
		return [group, at + named[0].length];
	}
	if (replacement[at] === "{") throw illegalArgument("named capturing group is missing trailing '}'");
	if (!/\d/.test(replacement[at] ?? "")) throw illegalArgument("Illegal group reference");
	let group = Number(replacement[at]);
	if (group > pattern.groupCount) {
		throw new JavaException("java.lang.IndexOutOfBoundsException", `No group ${group}`);
	}
	let end = at + 1;
	while (/\d/.test(replacement[end] ?? "") && group * 10 + Number(replacement[end]) <= pattern.groupCount) {
		group = group * 10 + Number(replacement[end]);
		end++;
	}
	return [group, end];
}
