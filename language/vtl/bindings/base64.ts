import { illegalArgument } from "../values/javaException.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64Text(bytes: readonly number[]): string {
	let result = "";
	for (let i = 0; i < bytes.length; i += 3) {
		const a = bytes[i] ?? 0;
		const b = bytes[i + 1];
		const c = bytes[i + 2];
		const third = b === undefined ? "=" : alphabet[((b & 15) << 2) | ((c ?? 0) >> 6)];
		const fourth = c === undefined ? "=" : alphabet[c & 63];
		result += `${alphabet[a >> 2]}${alphabet[((a & 3) << 4) | ((b ?? 0) >> 4)]}${third}${fourth}`;
	}
	return result;
}

/** java.util.Base64's basic decoder: no line ends, and padding complete or absent. */
export function base64Bytes(text: string): number[] {
	const padding = /=*$/.exec(text)?.[0].length ?? 0;
	const digits = text.slice(0, text.length - padding);
	const rest = digits.length % 4;
	if (rest === 1 || (padding > 0 && (text.length % 4 !== 0 || padding > 2))) {
		throw illegalArgument("Input byte array has wrong 4-byte ending unit");
	}
	const bytes: number[] = [];
	let bits = 0;
	let count = 0;
	for (const c of digits) {
		const digit = alphabet.indexOf(c);
		if (digit === -1) throw illegalArgument(`Illegal base64 character ${c.charCodeAt(0).toString(16)}`);
		bits = ((bits << 6) | digit) & 0xffffff;
		count += 6;
		if (count >= 8) {
			count -= 8;
			bytes.push((bits >> count) & 255);
		}
	}
	return bytes;
}
