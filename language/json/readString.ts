import { endMark, type JsonReading, refuse, refuseEnd } from "./jsonReading.ts";

/** A string in quotes of either kind. */
export function readString(reading: JsonReading): string {
	const { text, at } = reading;
	const quote = text[at] ?? '"';
	const end = text.indexOf(quote, at + 1);
	if (end === -1) return refuseEnd(text.length);
	const plain = text.slice(at + 1, end);
	if (plain.includes("\\")) return readEscaped(reading, quote);
	reading.at = end + 1;
	return plain;
}

/** A string with backslashes. Here control characters vanish, and unknown escapes with their letter. */
function readEscaped(reading: JsonReading, quote: string): string {
	const { text } = reading;
	let result = "";
	for (;;) {
		reading.at++;
		const c = text[reading.at];
		if (c === undefined || c === endMark) return refuseEnd(reading.at - 1);
		if (c === quote) break;
		if (c === "\\") {
			reading.at++;
			result += escape(reading);
		} else if (c > "\u001f" && c !== "\u007f") result += c;
	}
	reading.at++;
	return result;
}

function escape(reading: JsonReading): string {
	const c = reading.text[reading.at] ?? "";
	if (c === "u" || c === "x") return unicode(reading, c === "u" ? 4 : 2);
	return escapes.get(c) ?? "";
}

const escapes: ReadonlyMap<string, string> = new Map([
	["t", "\t"],
	["n", "\n"],
	["r", "\r"],
	["f", "\f"],
	["b", "\b"],
	["\\", "\\"],
	["/", "/"],
	["'", "'"],
	['"', '"'],
]);

function unicode(reading: JsonReading, digits: number): string {
	const { text } = reading;
	let code = 0;
	for (let i = 0; i < digits; i++) {
		reading.at++;
		const c = text[reading.at];
		if (c === undefined) return refuseEnd(reading.at);
		const digit = Number.parseInt(c, 16);
		if (Number.isNaN(digit)) return refuse(`Unexpected unicode escape sequence ${c} at position ${reading.at}.`);
		code = code * 16 + digit;
	}
	return String.fromCharCode(code);
}
