/** Where the words, numbers and strings of the language end. Each answers -1 (or 0) when there is none. */

export function isLetter(c: number): boolean {
	return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

export function isDigit(c: number): boolean {
	return c >= 48 && c <= 57;
}

/** A letter or `_`: what begins the name of a variable or property. */
export function isNameStart(c: number): boolean {
	return isLetter(c) || c === underscore;
}

/** A letter, `_` or `@`: what begins the name of a directive. */
export function isWordStart(c: number): boolean {
	return isNameStart(c) || c === atSign;
}

/** The name of a variable or property: letters, digits, `_` and `-`. */
export function identifierEnd(text: string, start: number): number {
	return nameEnd(text, start, hyphen);
}

/** The name of a directive: letters, digits, `_` and `@`. */
export function wordEnd(text: string, start: number): number {
	return nameEnd(text, start, atSign);
}

const hyphen = 45;
const atSign = 64;
const underscore = 95;
const hash = 35;

function nameEnd(text: string, start: number, more: number): number {
	let i = start;
	for (;;) {
		const c = text.charCodeAt(i);
		if (!(isLetter(c) || isDigit(c) || c === underscore || c === more)) return i;
		i++;
	}
}

/** `{word}` */
export function braceWordEnd(text: string, at: number): number {
	if (!isNameStart(text.charCodeAt(at + 1))) return -1;
	const end = wordEnd(text, at + 1);
	return text[end] === "}" ? end + 1 : -1;
}

/** `#set(` or `#{set}(`, with spaces but no tabs before the parenthesis. */
export function setDirectiveEnd(text: string, at: number): number {
	if (text.charCodeAt(at) !== hash) return -1;
	let i = text.startsWith("#set", at) ? at + 4 : text.startsWith("#{set}", at) ? at + 6 : -1;
	if (i === -1) return -1;
	while (text[i] === " ") i++;
	return text[i] === "(" ? i + 1 : -1;
}

/**
 * A string in quotes, where a doubled quote stands for itself. The longest reading wins, as in the reference: `"a"` is
 * closed by its second quote only if no third follows that begins a longer string.
 */
export function stringEnd(text: string, at: number): number {
	const quote = text[at] ?? '"';
	let closed = -1;
	let i = at + 1;
	for (;;) {
		i = text.indexOf(quote, i);
		if (i === -1) return closed;
		closed = i + 1;
		if (text[closed] !== quote) return closed;
		i = closed + 1;
	}
}

/** The end of an integer (with the two dots of a range), the negated end of a float, or 0. */
export function numberMatch(text: string, at: number): number {
	let i = text.charCodeAt(at) === 45 ? at + 1 : at;
	const digits = digitsEnd(text, i);
	if (text.charCodeAt(digits) === 46) {
		if (digits > i && text.charCodeAt(digits + 1) === 46) return digits + 2;
		const fraction = digitsEnd(text, digits + 1);
		if (digits === i && fraction === digits + 1) return 0;
		i = exponentEnd(text, fraction);
		return i === -1 ? -fraction : -i;
	}
	if (digits === i) return 0;
	i = exponentEnd(text, digits);
	return i === -1 ? digits : -i;
}

function digitsEnd(text: string, at: number): number {
	let i = at;
	while (isDigit(text.charCodeAt(i))) i++;
	return i;
}

function exponentEnd(text: string, at: number): number {
	const e = text.charCodeAt(at);
	if (e !== 101 && e !== 69) return -1;
	const sign = text.charCodeAt(at + 1);
	const first = sign === 43 || sign === 45 ? at + 2 : at + 1;
	const end = digitsEnd(text, first);
	return end === first ? -1 : end;
}

/** The end of the run of backslashes at the offset, which is the offset itself when there is none. */
export function backslashesEnd(text: string, at: number): number {
	let i = at;
	while (text.charCodeAt(i) === 92) i++;
	return i;
}
