/** The rival of `proxyHop`: a bare node:http server that hands each request to a warm child over a framed pipe and answers what comes back. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

const child = spawn(process.execPath, [join(import.meta.dirname, "bareHandler.ts")], {
	stdio: ["ignore", "inherit", "inherit", "pipe", "pipe"],
});
const toChild = child.stdio[3] as Writable; // "pipe" above
const fromChild = child.stdio[4] as Readable;

const waiting = new Map<number, (body: string) => void>();
let next = 0;
let received = "";
fromChild.setEncoding("utf8");
fromChild.on("data", (chunk: string) => {
	received += chunk;
	for (let end = received.indexOf("\n"); end >= 0; end = received.indexOf("\n")) {
		const { id, result } = JSON.parse(received.slice(0, end)) as {
			id: number;
			result: { statusCode: number; body: string };
		};
		received = received.slice(end + 1);
		waiting.get(id)?.(result.body);
		waiting.delete(id);
	}
});

const server = createServer((request, response) => {
	const id = next++;
	waiting.set(id, (body) => {
		response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
		response.end(body);
	});
	toChild.write(
		`${JSON.stringify({ id, event: { path: request.url, httpMethod: request.method, headers: request.headers } })}\n`,
	);
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => {
	child.kill();
	process.exit(0);
});
