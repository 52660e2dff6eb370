import type { CharacterTest, Flags } from "./pattern.ts";

/** Without (?u) Java ignores the case of ASCII letters only. */
export function oneCharacter(c: number, { ignoreCase }: Flags): CharacterTest {
	if (ignoreCase && isAsciiLetter(c)) return (other) => (other | 32) === (c | 32) && isAsciiLetter(other);
	return (other) => other === c;
}

export function characterRange(from: number, to: number, { ignoreCase }: Flags): CharacterTest {
	const within: CharacterTest = (c) => c >= from && c <= to;
	if (!ignoreCase) return within;
	return (c) => within(c) || (isAsciiLetter(c) && (within(c | 32) || within(c & ~32)));
}

/** What `.` stands for. */
export function anyCharacter({ dotAll, unixLines }: Flags): CharacterTest {
	if (dotAll) return () => true;
	if (unixLines) return (c) => c !== 10;
	return (c) => c !== 10 && c !== 13 && c !== 0x85 && c !== 0x2028 && c !== 0x2029;
}

export function anyOf(tests: readonly CharacterTest[]): CharacterTest {
	const [only] = tests;
	if (only !== undefined && tests.length === 1) return only;
	return (c) => tests.some((test) => test(c));
}

export function allOf(tests: readonly CharacterTest[]): CharacterTest {
	const [only] = tests;
	if (only !== undefined && tests.length === 1) return only;
	return (c) => tests.every((test) => test(c));
}

function isAsciiLetter(c: number): boolean {
	return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}
