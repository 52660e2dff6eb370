import { connect, type Socket } from "node:net";

/**
 * Sends request after request on keep-alive connections and counts the answers. Raw sockets: an HTTP client's own cost,
 * several times a server's, would hide what is measured.
 */
export async function load(target: Target, connections: number, durationMs: number): Promise<Measured> {
	const latenciesMs: number[] = [];
	const began = performance.now();
	const until = began + durationMs;
	await Promise.all(Array.from({ length: connections }, () => connection(target, until, latenciesMs)));
	const elapsedMs = performance.now() - began;
	latenciesMs.sort((a, b) => a - b);
	return {
		perSecond: (latenciesMs.length / elapsedMs) * 1000,
		p99Ms: latenciesMs[Math.floor(latenciesMs.length * 0.99)] ?? 0,
	};
}

export type Measured = { readonly perSecond: number; readonly p99Ms: number };

/** `next` makes the next request's text; undefined when there are no more. */
export type Target = { readonly port: number; readonly next: () => string | undefined };

export function get(port: number, path: string): Target {
	const request = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: */*\r\n\r\n`;
	return { port, next: () => request };
}

function connection({ port, next }: Target, until: number, latenciesMs: number[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket: Socket = connect(port, "127.0.0.1");
		socket.setNoDelay(true);
		let received = "";
		let sentAt = 0;
		const send = () => {
			const request = performance.now() < until ? next() : undefined;
			if (request === undefined) {
				socket.end();
				return resolve();
			}
			sentAt = performance.now();
			socket.write(request);
		};
		socket.on("connect", send);
		socket.on("error", reject);
		socket.setEncoding("latin1");
		socket.on("data", (chunk: string) => {
			received += chunk;
			const length = answerLength(received);
			if (length === undefined || received.length < length) return;
			if (!received.startsWith("HTTP/1.1 200")) {
				reject(new Error(`Not a 200: ${received.slice(0, 500)}`));
				socket.destroy();
				return;
			}
			received = received.slice(length);
			latenciesMs.push(performance.now() - sentAt);
			send();
		});
	});
}

/** How long the answer is that stands at the beginning of `text`, once its head is there. Both servers send a length. */
function answerLength(text: string): number | undefined {
	const head = text.indexOf("\r\n\r\n");
	if (head < 0) return undefined;
	const match = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2));
	if (match === null) throw new Error(`An answer without a length: ${text.slice(0, head)}`);
	return head + 4 + Number(match[1]);
}
