import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "../load.ts";
import { memoryText } from "./memory.ts";
import { awsCall, createTable, requestsOf } from "./requests.ts";
import { startOurs } from "./rivals.ts";

/** Whether our memory stays what it is under load: it is looked at after each quarter of the requests, half puts and half gets. */
export async function steadyMemory(requests: number): Promise<void> {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-bench-"));
	const server = await startOurs(dir);
	try {
		const { port } = server;
		const create = [awsCall(port, "CreateTable", createTable("bench", true))];
		await load({ port, next: () => create.pop() }, 1, Number.POSITIVE_INFINITY);
		let made = 0;
		const puts = requestsOf("PutItem", port, () => made);
		const gets = requestsOf("GetItem", port, () => made);
		const seen = [memoryText(server.pid)];
		for (let quarter = 1; quarter <= 4; quarter++) {
			const next = () => {
				if (made >= (requests / 4) * quarter) return undefined;
				return made++ % 2 === 0 ? puts.next() : gets.next();
			};
			await load({ port, next }, 32, Number.POSITIVE_INFINITY);
			seen.push(memoryText(server.pid));
		}
		console.log(`\nOur memory before and after each quarter of ${requests} requests: ${seen.join(", ")}`);
	} finally {
		await server.stop();
		rmSync(dir, { recursive: true, force: true });
	}
}
