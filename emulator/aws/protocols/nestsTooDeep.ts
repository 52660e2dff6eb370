/**
 * Whether JSON nests deeper than any request means to, so that what reads it by recursion stays within the stack. A short
 * text cannot, and is not looked at.
 */
export function nestsTooDeep(json: Buffer): boolean {
	if (json.length < shortest) return false;
	let depth = 0;
	for (let at = 0; at < json.length; at++) {
		const byte = json[at];
		if (byte === quote) at = endOfString(json, at);
		else if (byte === openBracket || byte === openBrace) depth++;
		else if (byte === closeBracket || byte === closeBrace) depth--;
		if (depth > deepest) return true;
	}
	return false;
}

/** DynamoDB's documents have 32 levels, of two brackets and two braces at most. */
const deepest = 1000;
const shortest = 2 * deepest;

function endOfString(json: Buffer, start: number): number {
	for (let end = json.indexOf(quote, start + 1); end >= 0; end = json.indexOf(quote, end + 1)) {
		let backslashes = 0;
		while (json[end - 1 - backslashes] === backslash) backslashes++;
		if (backslashes % 2 === 0) return end;
	}
	return json.length;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
