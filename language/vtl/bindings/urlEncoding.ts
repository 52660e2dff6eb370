import { utf8Bytes, utf8Text } from "../methods/utf8.ts";
import { illegalArgument } from "../values/javaException.ts";

/** java.net.URLEncoder in UTF-8. */
export function urlEncoded(text: string): string {
	return text.replace(/[^a-zA-Z0-9.*_-]+/g, (part) =>
		utf8Bytes(part)
			.map((byte) => (byte === 32 ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`))
			.join(""),
	);
}

/** java.net.URLDecoder in UTF-8. */
export function urlDecoded(text: string): string {
	return decodeRuns(text.replaceAll("+", " "));
}

function decodeRuns(text: string): string {
	let result = "";
	for (let i = 0; i < text.length; ) {
		if (text[i] !== "%") {
			result += text[i];
			i++;
			continue;
		}
		const bytes: number[] = [];
		while (text[i] === "%") {
			const digits = text.slice(i + 1, i + 3);
			if (digits.length < 2) throw illegalArgument("URLDecoder: Incomplete trailing escape (%) pattern");
			if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
				throw illegalArgument(`URLDecoder: Illegal hex characters in escape (%) pattern - "${digits}"`);
			}
			bytes.push(Number.parseInt(digits, 16));
			i += 3;
		}
		result += utf8Text(bytes);
	}
	return result;
}
