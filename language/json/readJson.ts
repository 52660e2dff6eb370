import { decimalFromText } from "../vtl/numbers/decimals.ts";
import { double, integer, type JavaList, type JavaMap, list, map, type Value } from "../vtl/values.ts";

/** A text that even this reader refuses; the message is json-smart's. */
export class JsonRefused extends Error {}

/** As json-smart since 2.4.9. (Debian's backport counts every object instead, and refuses 400 of them side by side.) */
const depthMax = 400;

/** What ends a bare word or number, by where it stands. */
const ends = { top: "", item: ",]", key: ":", value: ",}" } as const;
type Place = keyof typeof ends;

/**
 * Reads JSON as API Gateway does, with json-smart in its permissive mode: bare words are strings, quotes may be single,
 * commas may be too many, control characters vanish, and whatever follows the first value is ignored. Numbers keep their
 * Java type, so that 10 and 10.0 stay apart and nothing loses digits.
 */
export function readJson(text: string): Value {
	let at = 0;
	let depth = 0;
	return value("top");

	function refuse(message: string): never {
		throw new JsonRefused(`net.minidev.json.parser.ParseException: ${message}`);
	}

	function unexpected(position: number): never {
		if (at >= text.length) return endOfFile(position);
		return refuse(`Unexpected character (${text[at]}) at position ${position}.`);
	}

	function endOfFile(position: number): never {
		return refuse(`Unexpected End Of File position ${position}: EOF`);
	}

	function skipBlanks(): void {
		while (at < text.length && text.charCodeAt(at) <= 32 && text.charCodeAt(at) !== 26) at++;
	}

	function value(place: Place): Value {
		while (text[at] === " " || text[at] === "\n" || text[at] === "\t" || text[at] === "\r") at++;
		switch (text[at]) {
			case ":":
			case "]":
			case "}":
				return unexpected(at);
			case "{":
				return object();
			case "[":
				return array();
			case '"':
			case "'":
				return quoted();
			case "-":
			case "0":
			case "1":
			case "2":
			case "3":
			case "4":
			case "5":
			case "6":
			case "7":
			case "8":
			case "9":
				return number(place);
			default:
				return word(bare(at, place));
		}
	}

	function word(bareWord: string): Value {
		switch (bareWord) {
			case "null":
				return null;
			case "true":
				return true;
			case "false":
				return false;
			case "NaN":
				return { type: "Float", value: Number.NaN };
			default:
				return bareWord;
		}
	}

	/** The text from `start` to where a bare word ends, without the blanks around it. */
	function bare(start: number, place: Place): string {
		while (at < text.length && !stops(place)) at++;
		return text.slice(start, at).replace(/^[\0- ]+|[\0- ]+$/g, "");
	}

	function stops(place: Place): boolean {
		const c = text[at] ?? "\u001a";
		return c === "\u001a" || (ends[place].includes(c) && c !== "");
	}

	function object(): JavaMap {
		if (++depth > depthMax) tooDeep();
		const result = map();
		for (;;) {
			at++;
			const c = text[at];
			if (c === undefined || c === "\u001a") return unexpectedMember();
			if (c === " " || c === "\n" || c === "\t" || c === "\r" || c === ",") continue;
			if (c === ":" || c === "[" || c === "]" || c === "{") return unexpected(at);
			if (c === "}") break;
			const key = c === '"' || c === "'" ? quoted() : bare(at, "key");
			skipBlanks();
			if (text[at] !== ":") return at >= text.length ? endOfFile(at - 1) : unexpected(at - 1);
			at++;
			if (at >= text.length) return endOfFile(at - 1);
			put(result, key, value("value"));
			skipBlanks();
			if (text[at] === "}") break;
			if (text[at] !== ",") return at >= text.length ? endOfFile(at - 1) : unexpectedToken();
		}
		at++;
		depth--;
		return result;
	}

	/** At the end of the text the reference reads an empty key and misses the colon. */
	function unexpectedMember(): never {
		return endOfFile(at - 1);
	}

	function unexpectedToken(): never {
		return refuse(`Unexpected token ${text[at]} at position ${at - 1}.`);
	}

	function tooDeep(): never {
		return refuse(`Malicious payload, having non natural depths, parsing stoped on ${text[at]} at position ${at}.`);
	}

	function array(): JavaList {
		if (++depth > depthMax) tooDeep();
		const items: Value[] = [];
		at++;
		for (;;) {
			const c = text[at];
			if (c === undefined || c === "\u001a") return endOfFile(at - 1);
			if (c === "]") break;
			if (c === ":" || c === "}") return unexpected(at);
			if (c === " " || c === "\n" || c === "\t" || c === "\r" || c === ",") at++;
			else items.push(value("item"));
		}
		at++;
		depth--;
		return list(items, "JSONArray");
	}

	function quoted(): string {
		const quote = text[at] ?? '"';
		const end = text.indexOf(quote, at + 1);
		if (end === -1) return endOfFile(text.length);
		const plain = text.slice(at + 1, end);
		if (!plain.includes("\\")) {
			at = end + 1;
			return plain;
		}
		return escaped(quote);
	}

	/** A string with backslashes. Here control characters vanish, and unknown escapes with their letter. */
	function escaped(quote: string): string {
		let result = "";
		for (;;) {
			at++;
			const c = text[at];
			if (c === undefined || c === "\u001a") return endOfFile(at - 1);
			if (c === quote) break;
			if (c === "\\") {
				at++;
				result += escape();
			} else if (c > "\u001f" && c !== "\u007f") result += c;
		}
		at++;
		return result;
	}

	function escape(): string {
		const c = text[at] ?? "";
		if (c === "u" || c === "x") return unicode(c === "u" ? 4 : 2);
		return escapes.get(c) ?? "";
	}

	function unicode(digits: number): string {
		let code = 0;
		for (let i = 0; i < digits; i++) {
			at++;
			const digit = Number.parseInt(text[at] ?? "", 16);
			if (at >= text.length) return endOfFile(at);
			if (Number.isNaN(digit)) return refuse(`Unexpected unicode escape sequence ${text[at]} at position ${at}.`);
			code = code * 16 + digit;
		}
		return String.fromCharCode(code);
	}

	function number(place: Place): Value {
		const start = at;
		at++;
		skipDigits();
		const c = text[at];
		if (c !== "." && c !== "E" && c !== "e") {
			skipBlanks();
			return numberEnds(place) ? whole(trimmed(start)) : bare(start, place);
		}
		if (c === ".") {
			at++;
			skipDigits();
		}
		if (text[at] === "E" || text[at] === "e") {
			at++;
			if (!/[-+0-9]/.test(text[at] ?? "")) return bare(start, place);
			at++;
			skipDigits();
		}
		skipBlanks();
		return numberEnds(place) ? real(trimmed(start)) : bare(start, place);
	}

	function skipDigits(): void {
		while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
	}

	function numberEnds(place: Place): boolean {
		return at >= text.length || text.charCodeAt(at) >= 126 || stops(place);
	}

	function trimmed(start: number): string {
		return text.slice(start, at).trim();
	}
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

function put(target: JavaMap, key: string, value: Value): void {
	const identity = key.startsWith("\0") ? `\0String\0${key}` : key;
	const cell = target.cells.get(identity);
	if (cell === undefined) target.cells.set(identity, { key, value });
	else cell.value = value;
}

/** Integer, Long or BigInteger: by size, but more than nineteen digits are always a BigInteger. */
function whole(digits: string): Value {
	if (digits === "-") return 0;
	const most = digits.startsWith("-") ? 20 : 19;
	if (digits.length > most) return BigInt(digits);
	if (digits.length <= 9) return Number(digits) | 0;
	return integer(BigInt(digits));
}

/** A Double, or a BigDecimal when it is longer than a Double can be relied on to hold. */
function real(digits: string): Value {
	if (digits.length > 18) return decimalFromText(digits);
	const value = Number(digits);
	if (Number.isNaN(value)) throw new JsonRefused(`java.lang.NumberFormatException: For input string: "${digits}"`);
	return double(value);
}
