import { escapedClasses, not, propertyClass } from "./characterClasses.ts";
import { oneCharacter } from "./characterTests.ts";
import type { CharacterTest } from "./pattern.ts";
import { type PatternReading, refuse, takeCodePoint, takeMatch } from "./patternReading.ts";

/** The character that stands behind a backslash. */
export function escapedCharacter(reading: PatternReading): number {
	const { source, at } = reading;
	const c = source[at] ?? "";
	const control = controls.get(c);
	if (control !== undefined) {
		reading.at++;
		return control;
	}
	const hexadecimal = takeMatch(reading, /^(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\})/, longest);
	if (hexadecimal !== undefined) {
		return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? hexadecimal[3] ?? "0", 16);
	}
	const octal = takeMatch(reading, /^0([0-3][0-7]{2}|[0-7]{1,2})/, longest);
	if (octal !== undefined) return Number.parseInt(octal[1] ?? "0", 8);
	if (c === "c" && at + 1 < source.length) {
		reading.at += 2;
		return source.charCodeAt(at + 1) ^ 64;
	}
	if (/[a-zA-Z0-9]/.test(c)) return refuse(reading, "Illegal/unsupported escape sequence");
	return takeCodePoint(reading);
}

/** No code of a character takes more. */
const longest = 12;

const controls: ReadonlyMap<string, number> = new Map([
	["t", 9],
	["n", 10],
	["r", 13],
	["f", 12],
	["a", 7],
	["e", 27],
]);

/** Whether the letter behind a backslash names many characters. */
export function namesClass(c: string): boolean {
	return escapedClasses.has(c) || c === "p" || c === "P";
}

/** What stands behind a backslash, be it a class or one character. */
export function escapedTest(reading: PatternReading): CharacterTest {
	const c = reading.source[reading.at] ?? "";
	const known = escapedClasses.get(c);
	if (known !== undefined) {
		reading.at++;
		return known;
	}
	return namesClass(c) ? property(reading) : oneCharacter(escapedCharacter(reading), reading.flags);
}

/** `\pL`, `\p{Lower}` and, negated, `\P{Lower}` */
function property(reading: PatternReading): CharacterTest {
	const { source } = reading;
	const negated = source[reading.at] === "P";
	reading.at++;
	let name = source[reading.at] ?? "";
	if (name === "{") {
		const end = source.indexOf("}", reading.at);
		if (end === -1) refuse(reading, "Unclosed character family");
		name = source.slice(reading.at + 1, end);
		reading.at = end;
	}
	reading.at++;
	const test = propertyClass(name);
	if (test === undefined) return refuse(reading, `Unknown character property name {${name}}`);
	return negated ? not(test) : test;
}
