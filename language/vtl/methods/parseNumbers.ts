import { numberFormat } from "../javaException.ts";

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
