import { not } from "./characterClasses.ts";
import { allOf, anyOf, characterRange, oneCharacter } from "./characterTests.ts";
import { escapedCharacter, escapedTest, namesClass } from "./escapedCharacter.ts";
import type { CharacterTest } from "./pattern.ts";
import { nested, type PatternReading, refuse, takeCodePoint, takeQuoted } from "./patternReading.ts";

/** `[…]`, with other classes inside, and with `&&` between what must all hold. */
export function parseClass(reading: PatternReading): CharacterTest {
	return nested(reading, () => {
		reading.at++;
		const negated = reading.source[reading.at] === "^";
		if (negated) reading.at++;
		const test = members(reading);
		reading.at++;
		return negated ? not(test) : test;
	});
}

/** Up to the closing bracket, which is a member itself when it comes first. */
function members(reading: PatternReading): CharacterTest {
	const { source } = reading;
	let union: CharacterTest[] = [];
	const intersected: CharacterTest[] = [];
	for (;;) {
		if (reading.at >= source.length) refuse(reading, "Unclosed character class");
		const c = source[reading.at];
		if (c === "]" && union.length + intersected.length > 0) break;
		if (source.startsWith("&&", reading.at)) {
			while (source[reading.at] === "&") reading.at++;
			intersected.push(anyOf(union));
			union = [];
			if (source[reading.at] === "]") break;
			continue;
		}
		union.push(c === "[" ? parseClass(reading) : member(reading));
	}
	return allOf(union.length > 0 ? [...intersected, anyOf(union)] : intersected);
}

function member(reading: PatternReading): CharacterTest {
	const { source, flags } = reading;
	const quoted = takeQuoted(reading);
	if (quoted !== undefined) return anyOf(quoted.map((c) => oneCharacter(c, flags)));
	if (source[reading.at] !== "\\") return range(reading, takeCodePoint(reading));
	reading.at++;
	return namesClass(source[reading.at] ?? "") ? escapedTest(reading) : range(reading, escapedCharacter(reading));
}

/** The range that begins with the character, or the character alone. */
function range(reading: PatternReading, from: number): CharacterTest {
	const { source, at, flags } = reading;
	if (source[at] !== "-" || source[at + 1] === "]" || source[at + 1] === "[" || at + 1 >= source.length) {
		return oneCharacter(from, flags);
	}
	reading.at++;
	const escaped = source[reading.at] === "\\";
	if (escaped) reading.at++;
	const to = escaped ? escapedCharacter(reading) : takeCodePoint(reading);
	if (to < from) refuse(reading, "Illegal character range");
	return characterRange(from, to, flags);
}
