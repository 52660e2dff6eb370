import type { CharacterTest } from "./pattern.ts";

const isDigit: CharacterTest = (c) => c >= 48 && c <= 57;
export const isWord: CharacterTest = (c) => isDigit(c) || isLetter(c) || c === 95;
const isSpace: CharacterTest = (c) => c === 32 || (c >= 9 && c <= 13);
const isLetter: CharacterTest = (c) => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
const isHorizontal: CharacterTest = (c) =>
	c === 9 ||
	c === 32 ||
	c === 0xa0 ||
	c === 0x1680 ||
	c === 0x180e ||
	(c >= 0x2000 && c <= 0x200a) ||
	[0x202f, 0x205f, 0x3000].includes(c);
export const isVertical: CharacterTest = (c) => (c >= 10 && c <= 13) || c === 0x85 || c === 0x2028 || c === 0x2029;

export function not(test: CharacterTest): CharacterTest {
	return (c) => !test(c);
}

/** `\d`, `\W` and their like. */
export const escapedClasses: ReadonlyMap<string, CharacterTest> = new Map([
	["d", isDigit],
	["D", not(isDigit)],
	["w", isWord],
	["W", not(isWord)],
	["s", isSpace],
	["S", not(isSpace)],
	["h", isHorizontal],
	["H", not(isHorizontal)],
	["v", isVertical],
	["V", not(isVertical)],
]);

const posix: ReadonlyMap<string, CharacterTest> = new Map<string, CharacterTest>([
	["Lower", (c) => c >= 97 && c <= 122],
	["Upper", (c) => c >= 65 && c <= 90],
	["ASCII", (c) => c < 128],
	["Alpha", isLetter],
	["Digit", isDigit],
	["Alnum", (c) => isLetter(c) || isDigit(c)],
	["Punct", (c) => c > 32 && c < 127 && !isLetter(c) && !isDigit(c)],
	["Graph", (c) => c > 32 && c < 127],
	["Print", (c) => c >= 32 && c < 127],
	["Blank", (c) => c === 32 || c === 9],
	["Cntrl", (c) => c < 32 || c === 127],
	["XDigit", (c) => isDigit(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102)],
	["Space", isSpace],
	["javaLowerCase", unicode("\\p{Lowercase}")],
	["javaUpperCase", unicode("\\p{Uppercase}")],
	["javaWhitespace", (c) => isSpace(c) || (c >= 0x1c && c <= 0x1f) || unicode("[\\p{Zs}\\p{Zl}\\p{Zp}]")(c)],
	["javaLetter", unicode("\\p{L}")],
	["javaDigit", unicode("\\p{Nd}")],
	["javaLetterOrDigit", unicode("[\\p{L}\\p{Nd}]")],
]);

/** The set that `\p{name}` stands for, or undefined when Java knows none. */
export function propertyClass(name: string): CharacterTest | undefined {
	const known = posix.get(name);
	if (known !== undefined) return known;
	const [key, value] = name.includes("=") ? name.split("=", 2) : [undefined, name];
	if (value === undefined || !/^\w+$/.test(value)) return undefined;
	if (key !== undefined) return tryUnicode(`\\p{${key === "IsScript" ? "Script" : key}=${value}}`);
	if (/^(L|M|N|P|S|Z|C)[a-z]?$/.test(value)) return tryUnicode(`\\p{${value}}`);
	if (value === "L1") return (c) => c < 256;
	const bare = value.startsWith("Is") || value.startsWith("In") ? value.slice(2) : undefined;
	if (bare === undefined) return undefined;
	return tryUnicode(`\\p{${bare}}`) ?? tryUnicode(`\\p{Script=${bare}}`);
}

function unicode(source: string): CharacterTest {
	const pattern = new RegExp(`^${source}$`, "u");
	return (c) => pattern.test(String.fromCodePoint(c));
}

function tryUnicode(source: string): CharacterTest | undefined {
	try {
		return unicode(source);
	} catch {
		return undefined;
	}
}
