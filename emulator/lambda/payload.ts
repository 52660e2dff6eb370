import { invalidClientContext, payloadNotJson, requestTooLarge } from "./errors.ts";

/** The event as a function gets it: JSON within AWS's limits; an empty payload is an empty object. */
export function checkedPayload(payload: Uint8Array, type: "RequestResponse" | "Event", isJson?: true): Uint8Array {
	const bytesMax = type === "Event" ? eventBytesMax : requestBytesMax;
	if (payload.length > bytesMax) throw requestTooLarge(payload.length, type, bytesMax);
	if (payload.length === 0) return emptyEvent;
	if (isJson) return payload;
	const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString("utf8");
	try {
		JSON.parse(text);
	} catch (error) {
		throw payloadNotJson(notJson(text, error));
	}
	return payload;
}

/** A client context comes as JSON in base64 and goes to the function as JSON. */
export function decodedClientContext(base64: string | undefined): string | undefined {
	if (base64 === undefined) return undefined;
	const text = Buffer.from(base64, "base64").toString("utf8");
	try {
		JSON.parse(text);
	} catch {
		throw invalidClientContext();
	}
	return text;
}

/** Limits of Invoke: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; events grew from 256 KB to 1 MB in late 2025. */
const requestBytesMax = 6 * 1024 * 1024;
const eventBytesMax = 1024 * 1024;
const emptyEvent = Buffer.from("{}");

/** AWS's parser names the first character or word that cannot begin a value; for what is wrong further in, V8's words. */
function notJson(text: string, error: unknown): string {
	const start = text.search(/\S/);
	const where = (column: number) =>
		`\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: 1, column: ${column}]`;
	const word = /^[A-Za-z_$][\w$]*/.exec(text.slice(Math.max(start, 0)))?.[0];
	if (word !== undefined && !["true", "false", "null"].includes(word)) {
		return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')${where(start + 1 + word.length)}`;
	}
	const character = text.charAt(Math.max(start, 0));
	if (/[[{"\d\-tfn]/.test(character)) return error instanceof Error ? error.message : "";
	const code = character.charCodeAt(0);
	const shown = code < 32 || (code >= 127 && code < 160) ? "CTRL-CHAR" : `'${character}'`;
	return `Unexpected character (${shown === "CTRL-CHAR" ? `(CTRL-CHAR, code ${code})` : `${shown} (code ${code})`}): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')${where(start + 1)}`;
}
