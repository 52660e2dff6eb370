import type { Fact } from "./fact.ts";
import { comparableFacts } from "./objectFacts.ts";

const tests = {
	isDigit: "a digit",
	isLetter: "a letter",
	isLetterOrDigit: "a letter or digit",
	isUpperCase: "a capital",
	isLowerCase: "a small letter",
	isWhitespace: "a blank",
} as const;

/** java.lang.Character: most of its methods are static, and take a character or a code point. */
export const characterFacts: readonly Fact[] = [
	...comparableFacts,
	["charValue()", "Character", "Itself."],
	["compareTo(Character other)", "Integer", "The distance between the two."],
	...Object.entries(tests).flatMap(([name, what]): Fact[] => [
		[`${name}(char character)`, "Boolean", `Whether it is ${what}. Static.`],
		[`${name}(int codePoint)`, "Boolean", `Whether it is ${what}. Static.`],
	]),
	["toUpperCase(char character)", "Character", "It as a capital. Static."],
	["toUpperCase(int codePoint)", "Integer", "It as a capital. Static."],
	["toLowerCase(char character)", "Character", "It as a small letter. Static."],
	["toLowerCase(int codePoint)", "Integer", "It as a small letter. Static."],
	["getNumericValue(char character)", "Integer", "The number that the digit stands for, or -1. Static."],
	["getNumericValue(int codePoint)", "Integer", "The number that the digit stands for, or -1. Static."],
	["valueOf(char character)", "Character", "The character. Static."],
	["toString(char character)", "String", "The character as text. Static."],
	["toString(int codePoint)", "String", "The character as text. Static."],
];

/** java.lang.Boolean */
export const booleanFacts: readonly Fact[] = [
	...comparableFacts,
	["booleanValue()", "Boolean", "Itself."],
	["compareTo(Boolean other)", "Integer", "Negative, 0 or positive; `false` comes before `true`."],
	["parseBoolean(String text)", "Boolean", "Whether the text is `true`. Static."],
	["valueOf(String text)", "Boolean", "Whether the text is `true`. Static."],
	["valueOf(boolean value)", "Boolean", "The value. Static."],
	["compare(boolean left, boolean right)", "Integer", "Negative, 0 or positive. Static."],
	["hashCode(boolean value)", "Integer", "The hash code of the value. Static."],
	["toString(boolean value)", "String", "`true` or `false`. Static."],
	["logicalAnd(boolean left, boolean right)", "Boolean", "Whether both are true. Static."],
	["logicalOr(boolean left, boolean right)", "Boolean", "Whether either is true. Static."],
	["logicalXor(boolean left, boolean right)", "Boolean", "Whether one of the two is true. Static."],
];
