import type { HeaderList } from "./headerList.ts";

/** Bytes of a body that a frame shows; the rest is told by its size. */
const shownBytes = 4096;

/** As much of a body as a frame will show, kept until somebody reads it. */
export type KeptBody = { readonly head: Buffer; readonly bytes: number };

export function keptBody(body: Buffer): KeptBody {
	// A short body may be a part of something long, which must not be kept with it.
	const isWhole = body.length <= shownBytes && body.buffer.byteLength <= 16 * shownBytes;
	return { head: isWhole ? body : Buffer.from(body.subarray(0, shownBytes)), bytes: body.length };
}

/** A body for a frame: text as it is, a long one cut, a binary one as its size. */
export function shownBody({ head, bytes }: KeptBody): unknown {
	if (bytes === 0) return "";
	// A zero byte or a sign that is not UTF-8 tells a binary body; a sign cut in half at the end does not.
	const text = head.toString("utf8");
	if (head.includes(0) || text.slice(0, -1).includes("\ufffd")) return { binary: true, bytes };
	return bytes <= shownBytes ? text : { cut: text, bytes };
}

/** Headers for a frame: what would let somebody else sign in is masked. */
export function shownHeaders(headers: HeaderList): Record<string, string> {
	const result: Record<string, string> = Object.create(null);
	for (const [name, value] of headers) {
		const shown = secretHeaders.has(name.toLowerCase()) ? masked(value) : value;
		result[name] = Object.hasOwn(result, name) ? `${result[name]}, ${shown}` : shown;
	}
	return result;
}

const secretHeaders = new Set(["authorization", "proxy-authorization", "cookie", "x-amz-security-token"]);

/** The scheme stays (`Bearer …`): it is what one looks for when a call is refused. */
function masked(value: string): string {
	const scheme = /^([A-Za-z0-9-]+)\s+\S/.exec(value)?.[1];
	return scheme === undefined ? "***" : `${scheme} ***`;
}
