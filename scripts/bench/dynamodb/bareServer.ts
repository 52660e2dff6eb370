/** What no Node server can beat: a bare node:http server that parses the JSON and answers a constant of the right size. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { item } from "./requests.ts";

const answers: Readonly<Record<string, string>> = {
	GetItem: `{"Item":${item({ pk: "seed#1", sk: 1 })}}`,
	BatchWriteItem: '{"UnprocessedItems":{}}',
};

const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on("data", (chunk: Buffer) => chunks.push(chunk));
	request.on("end", () => {
		JSON.parse(Buffer.concat(chunks).toString());
		const body = answers[String(request.headers["x-amz-target"]).split(".")[1] ?? ""] ?? "{}";
		response.writeHead(200, {
			"Content-Type": "application/x-amz-json-1.0",
			"Content-Length": Buffer.byteLength(body),
		});
		response.end(body);
	});
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.on("SIGTERM", () => process.exit(0));
