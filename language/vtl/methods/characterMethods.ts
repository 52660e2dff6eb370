import { character } from "../values/values.ts";
import { methodTable } from "./methodTable.ts";
import { comparableMethods } from "./objectMethods.ts";
import { intAt, type Parameters, valueAt } from "./parameters.ts";
import { isWhitespace } from "./whitespace.ts";

const characterTests = {
	isDigit: /^\p{Nd}$/u,
	isLetter: /^\p{L}$/u,
	isLetterOrDigit: /^[\p{L}\p{Nd}]$/u,
	isUpperCase: /^\p{Uppercase}$/u,
	isLowerCase: /^\p{Lowercase}$/u,
} as const;

/** java.lang.Character: its tests take a character or a code point. */
export const characterMethods = methodTable<{ readonly value: string }>(
	{
		"charValue()": (self) => character(self.value),
		"compareTo(Character)": (self, p) => self.value.charCodeAt(0) - characterAt(p).charCodeAt(0),
		...Object.fromEntries(
			Object.entries(characterTests).flatMap(([name, test]) =>
				["char", "int"].map((type) => [`${name}(${type})`, (_: unknown, p: Parameters) => test.test(characterAt(p))]),
			),
		),
		"isWhitespace(char)": (_, p) => isWhitespace(characterAt(p).charCodeAt(0)),
		"isWhitespace(int)": (_, p) => isWhitespace(intAt(p, 0)),
		"toUpperCase(char)": (_, p) => character(characterAt(p).toUpperCase()),
		"toLowerCase(char)": (_, p) => character(characterAt(p).toLowerCase()),
		"toUpperCase(int)": (_, p) => characterAt(p).toUpperCase().codePointAt(0) ?? 0,
		"toLowerCase(int)": (_, p) => characterAt(p).toLowerCase().codePointAt(0) ?? 0,
		"getNumericValue(char)": (_, p) => numericValue(characterAt(p)),
		"getNumericValue(int)": (_, p) => numericValue(characterAt(p)),
		"valueOf(char)": (_, p) => valueAt(p, 0),
		"toString(char)": (_, p) => characterAt(p),
		"toString(int)": (_, p) => characterAt(p),
	},
	comparableMethods,
);

function characterAt(p: Parameters): string {
	const value = valueAt(p, 0);
	if (typeof value === "object" && value?.type === "Character") return value.value;
	const code = typeof value === "number" ? value : -1;
	// What is no code point has no properties.
	return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uffff";
}

function numericValue(c: string): number {
	const digit = Number.parseInt(c, 36);
	return Number.isNaN(digit) ? -1 : digit;
}
