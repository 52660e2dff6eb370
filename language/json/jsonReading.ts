import { JsonRefused } from "./jsonRefused.ts";

/** A text while it is read. */
export type JsonReading = {
	readonly text: string;
	at: number;
	/** How many objects and arrays are open. */
	depth: number;
};

/** As json-smart since 2.4.9. (Debian's backport counts every object instead, and refuses 400 of them side by side.) */
const depthMax = 400;

/** One object or array deeper. */
export function descend(reading: JsonReading): void {
	if (++reading.depth <= depthMax) return;
	const { text, at } = reading;
	refuse(`Malicious payload, having non natural depths, parsing stoped on ${text[at]} at position ${at}.`);
}

export function refuse(message: string): never {
	throw new JsonRefused(`net.minidev.json.parser.ParseException: ${message}`);
}

/** Refuses the character here, at the position that the reference would name. */
export function refuseCharacter({ text, at }: JsonReading, position: number): never {
	if (at >= text.length) return refuseEnd(position);
	return refuse(`Unexpected character (${text[at]}) at position ${position}.`);
}

export function refuseEnd(position: number): never {
	return refuse(`Unexpected End Of File position ${position}: EOF`);
}

/** The character that json-smart takes for the end of the text. */
export const endMark = "\u001a";

/** Every control character counts as blank, but for the end mark. */
export function skipBlanks(reading: JsonReading): void {
	const { text } = reading;
	while (text.charCodeAt(reading.at) <= 32 && text[reading.at] !== endMark) reading.at++;
}

/** What separates values. */
export function isSpace(c: string | undefined): boolean {
	return c === " " || c === "\n" || c === "\t" || c === "\r";
}
