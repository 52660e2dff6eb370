import { decimalFromText } from "../vtl/numbers/decimals.ts";
import { double, integer, type Value } from "../vtl/values/values.ts";
import { type JsonReading, skipBlanks } from "./jsonReading.ts";
import { JsonRefused } from "./jsonRefused.ts";
import { isEnd, type Place, readBare } from "./readBare.ts";

/** A number, or a bare word that begins like one. */
export function readNumber(reading: JsonReading, place: Place): Value {
	const { text, at: start } = reading;
	reading.at++;
	skipDigits(reading);
	const point = text[reading.at] === ".";
	if (point) {
		reading.at++;
		skipDigits(reading);
	}
	const exponent = text[reading.at] === "e" || text[reading.at] === "E";
	if (exponent) {
		reading.at++;
		if (!/[-+0-9]/.test(text[reading.at] ?? "")) return readBare(reading, start, place);
		reading.at++;
		skipDigits(reading);
	}
	skipBlanks(reading);
	if (text.charCodeAt(reading.at) < 126 && !isEnd(text[reading.at], place)) return readBare(reading, start, place);
	const digits = text.slice(start, reading.at).trim();
	return point || exponent ? real(digits) : whole(digits);
}

function skipDigits(reading: JsonReading): void {
	const { text } = reading;
	let { at } = reading;
	while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
	reading.at = at;
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
