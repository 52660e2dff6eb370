/** The child of `bareHop`: reads framed events, answers the same body as `hello/index.mjs`. */
import { createReadStream, createWriteStream } from "node:fs";

const out = createWriteStream("", { fd: 4 });
let received = "";
createReadStream("", { fd: 3, encoding: "utf8" }).on("data", (chunk) => {
	received += String(chunk);
	for (let end = received.indexOf("\n"); end >= 0; end = received.indexOf("\n")) {
		const { event } = JSON.parse(received.slice(0, end)) as { event: { path: string } };
		received = received.slice(end + 1);
		out.write(`${JSON.stringify({ result: { statusCode: 200, body: JSON.stringify({ hello: event.path }) } })}\n`);
	}
});
