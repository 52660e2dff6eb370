import { escapedTest } from "./escapedCharacter.ts";
import type { Anchor, Node } from "./pattern.ts";
import { type PatternReading, refuse, takeMatch } from "./patternReading.ts";

/** What a backslash begins outside of a class. */
export function parseEscape(reading: PatternReading): Node {
	reading.at++;
	const { source, at, flags } = reading;
	const c = source[at];
	if (c === undefined) return refuse(reading, "Unexpected internal error");
	const anchor = anchors.get(c);
	if (anchor !== undefined) {
		reading.at++;
		return { kind: "anchor", at: anchor, flags };
	}
	if (c === "R") {
		reading.at++;
		return { kind: "lineBreak" };
	}
	if (/[1-9]/.test(c)) return backReference(reading);
	if (c === "k") return namedReference(reading);
	return { kind: "set", test: escapedTest(reading) };
}

const anchors: ReadonlyMap<string, Anchor> = new Map<string, Anchor>([
	["b", "boundary"],
	["B", "noBoundary"],
	["A", "start"],
	["z", "end"],
	["Z", "endBeforeBreak"],
	["G", "last"],
]);

function backReference(reading: PatternReading): Node {
	const { source, groupCount, flags } = reading;
	let number = Number(source[reading.at]);
	reading.at++;
	// More digits belong to it while there are so many groups.
	while (/\d/.test(source[reading.at] ?? "") && number * 10 + Number(source[reading.at]) <= groupCount) {
		number = number * 10 + Number(source[reading.at]);
		reading.at++;
	}
	return { kind: "back", group: number, ignoreCase: flags.ignoreCase };
}

function namedReference(reading: PatternReading): Node {
	const found = takeMatch(reading, /^k<([a-zA-Z][a-zA-Z0-9]*)>/);
	if (found === undefined) return refuse(reading, "\\k is not followed by '<' for named capturing group");
	const name = found[1] ?? "";
	const group = reading.names.get(name);
	if (group === undefined) {
		reading.at -= found[0].length;
		return refuse(reading, `named capturing group <${name}> does not exist`);
	}
	return { kind: "back", group, ignoreCase: reading.flags.ignoreCase };
}
