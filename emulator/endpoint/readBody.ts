import type { IncomingMessage } from "node:http";
import { maxBodyBytes } from "../aws/dispatch.ts";

/** The whole body, up to the largest that any AWS operation takes. */
export function readBody(request: IncomingMessage): Promise<Buffer | "tooLarge" | "aborted"> {
	if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return Promise.resolve("tooLarge");
	if (request.headers["content-length"] === undefined && request.headers["transfer-encoding"] === undefined) {
		return Promise.resolve(empty);
	}
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on("data", (chunk: Buffer) => {
			size += chunk.length;
			if (size > maxBodyBytes) {
				request.removeAllListeners("data");
				request.resume();
				resolve("tooLarge");
			} else {
				chunks.push(chunk);
			}
		});
		request.on("end", () => resolve(chunks.length === 1 ? (chunks[0] ?? empty) : Buffer.concat(chunks, size)));
		request.on("close", () => resolve("aborted"));
		request.on("error", () => resolve("aborted"));
	});
}

const empty = Buffer.alloc(0);
