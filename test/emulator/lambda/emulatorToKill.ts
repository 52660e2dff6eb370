import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { virtualClock } from "../../../emulator/aws/clock.ts";
import { eventLog } from "../../../emulator/aws/eventLog.ts";
import { seededIds } from "../../../emulator/aws/ids.ts";
import { memoryRecords } from "../../../emulator/aws/levelRecords.ts";
import { memoryDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import { sourceIndex } from "../../../emulator/aws/sources.ts";
import { lambdaService, openLambda } from "../../../emulator/lambda/lambda.ts";
import { role, writeFiles } from "./testLambda.ts";

// A program to be killed by a test, which gives it a folder: it runs an idle function, one that loops for ever, and one in Python that loops, prints
// the ids of their processes and goes on.

const folder = process.argv[2] ?? "";
const clock = virtualClock();
const lambda = await openLambda({
	account: "000000000000",
	region: "us-east-1",
	clock,
	ids: seededIds(1),
	events: eventLog(clock),
	records: await memoryRecords(),
	documents: memoryDocuments(),
	sources: sourceIndex(),
	filesDir: join(folder, "files"),
	endpoint: () => "http://127.0.0.1:1",
});

const tell = (name: string) => join(folder, `${name}.pid`);
const javaScript = (name: string) =>
	`require("fs").writeFileSync(${JSON.stringify(tell(name))}, String(process.pid)); exports.handler = async (e) => { while (e.loop); return 1 };`;
const pythonText = `import os\ndef handler(event, context):\n    open(${JSON.stringify(tell("python"))}, "w").write(str(os.getpid()))\n    while True: pass\n`;
const create = lambdaService(lambda).operations["CreateFunction"];
const functions = [
	["idle", "nodejs22.x", { "index.js": javaScript("idle") }, {}],
	["loop", "nodejs22.x", { "index.js": javaScript("loop") }, { loop: true }],
	["python", "python3.13", { "index.py": pythonText }, {}],
] as const;
for (const [name, Runtime, files, event] of functions) {
	await writeFiles(join(folder, name), files);
	const Code = { S3Bucket: "gatewright-folder", S3Key: join(folder, name) };
	const request = { FunctionName: name, Role: role, Runtime, Handler: "index.handler", Timeout: 900, Code };
	await create?.(request as never, { requestId: name }); // the table of operations has lost the requests' types
	const payload = Buffer.from(JSON.stringify(event));
	const running = lambda.invoke({ function: name, payload, invocationType: "RequestResponse" });
	if (name === "idle") await running;
}
const pids: number[] = [];
for (const [name] of functions) {
	for (let pid = ""; pid === ""; ) {
		pid = await readFile(tell(name), "utf8").catch(() => "");
		if (pid !== "") pids.push(Number(pid));
	}
}
process.stdout.write(`${JSON.stringify(pids)}\n`);
