import { numberFormat } from "../values/javaException.ts";
import { type Parameters, textAt, valueAt } from "./parameters.ts";

/** Integer.parseInt and Long.parseLong. */
export function parseJavaInteger(text: string, radix: number, bits: 32 | 64): bigint {
	const found = /^([+-]?)([0-9a-zA-Z]+)$/.exec(text);
	if (found === null) throw numberFormat(text);
	let value = 0n;
	for (const c of found[2] ?? "") {
		const digit = Number.parseInt(c, 36);
		if (digit >= radix) throw numberFormat(text);
		value = value * BigInt(radix) + BigInt(digit);
		if (value > 2n ** 64n) throw numberFormat(text);
	}
	const signed = found[1] === "-" ? -value : value;
	if (BigInt.asIntN(bits, signed) !== signed) throw numberFormat(text);
	return signed;
}

/** Double.parseDouble: blanks around it, a letter for the type behind it, but no hexadecimal. */
export function parseJavaDouble(text: string): number {
	const trimmed = text.trim();
	if (trimmed === "") throw numberFormat(text);
	const found = /^([+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))[fFdD]?$/.exec(trimmed);
	if (found === null) throw numberFormat(text);
	return Number(found[1]);
}

/** Integer.decode and Long.decode: hexadecimal behind `0x` or `#`, octal behind a zero. */
export function decodeJavaInteger(text: string, bits: 32 | 64): bigint {
	const found = /^([+-]?)(?:0[xX]|#)(.+)$/.exec(text);
	if (found !== null) return parseJavaInteger((found[1] ?? "") + (found[2] ?? ""), 16, bits);
	return /^[+-]?0./.test(text) ? parseJavaInteger(text, 8, bits) : parseJavaInteger(text, 10, bits);
}

/** The text that is to be read as a number: null is none. */
export function numeralAt(p: Parameters): string {
	if (valueAt(p, 0) === null) throw numberFormat("null");
	return textAt(p, 0);
}
