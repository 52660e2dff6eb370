/**
 * The rival of `proxyHop`: a bare node:http server that hands each request to a warm child over a framed pipe and answers
 * what comes back. As an execution environment does, the child gets one request at a time, the others wait in line;
 * with `--pipelined` all are written at once, which is the pipe's own limit and no Lambda's.
 */
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

const pipelined = process.argv.includes("--pipelined");
type Job = { readonly frame: string; readonly answer: (body: string) => void };
const line: Job[] = [];
const sent: Job[] = [];
let received = "";
fromChild.setEncoding("utf8");
fromChild.on("data", (chunk: string) => {
	received += chunk;
	for (let end = received.indexOf("\n"); end >= 0; end = received.indexOf("\n")) {
		const { result } = JSON.parse(received.slice(0, end)) as { result: { statusCode: number; body: string } };
		received = received.slice(end + 1);
		sent.shift()?.answer(result.body);
		send();
	}
});

function send(): void {
	for (const job of line.splice(0, pipelined ? line.length : 1 - sent.length)) {
		sent.push(job);
		toChild.write(job.frame);
	}
}

const server = createServer((request, response) => {
	const event = { path: request.url, httpMethod: request.method, headers: request.headers };
	line.push({
		frame: `${JSON.stringify({ event })}\n`,
		answer(body) {
			response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
			response.end(body);
		},
	});
	send();
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => {
	child.kill();
	process.exit(0);
});
