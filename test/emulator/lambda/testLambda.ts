import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { virtualClock } from "../../../emulator/aws/clock.ts";
import { dispatcher } from "../../../emulator/aws/dispatch.ts";
import { eventLog } from "../../../emulator/aws/eventLog.ts";
import { seededIds } from "../../../emulator/aws/ids.ts";
import { memoryRecords } from "../../../emulator/aws/levelRecords.ts";
import { memoryDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import type { Kernel } from "../../../emulator/aws/service.ts";
import { sourceIndex } from "../../../emulator/aws/sources.ts";
import { type Lambda, type LambdaOptions, lambdaService, openLambda } from "../../../emulator/lambda/lambda.ts";

export type TestLambda = {
	readonly lambda: Lambda;
	readonly kernel: Kernel;
	/** A folder for the test's files. */
	readonly folder: string;
	/** An operation as an SDK call reaches it: validated. */
	call(operation: string, request: object): Promise<Record<string, unknown>>;
	/** Makes a function from files given as text and answers nothing. */
	make(name: string, files: Record<string, string>, settings?: object): Promise<void>;
	/** Invokes and takes the payload apart. */
	run(name: string, event?: unknown, settings?: object): Promise<Run>;
	/** What the function has logged so far. */
	logs(name?: string): string[];
};
export type Run = {
	readonly payload: unknown;
	readonly error: unknown;
	readonly status: unknown;
	readonly version: unknown;
	readonly tail: string;
};

/** A Lambda service with everything real: stores in memory, files in a temporary folder, functions in processes. */
export async function testLambda(t: TestContext, options: LambdaOptions = {}): Promise<TestLambda> {
	const folder = await mkdtemp(join(tmpdir(), "gatewright-lambda-test-"));
	const clock = virtualClock();
	const events = eventLog(clock);
	const kernel: Kernel = {
		account: "000000000000",
		region: "us-east-1",
		clock,
		ids: seededIds(1),
		events,
		records: await memoryRecords(),
		documents: memoryDocuments(),
		sources: sourceIndex(),
		filesDir: join(folder, "files"),
		endpoint: () => "http://127.0.0.1:4566",
	};
	const lambda = await openLambda(kernel, options);
	const dispatch = dispatcher({
		services: [lambdaService(lambda)],
		clock,
		ids: kernel.ids,
		events,
		findIssuedKey: () => undefined,
	});
	t.after(async () => {
		await lambda.close();
		clock.close();
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	});
	const call = (operation: string, request: object) => dispatch.call("lambda", operation, request);
	return {
		lambda,
		kernel,
		folder,
		call,
		async make(name, files, settings = {}) {
			await writeFiles(join(folder, name), files);
			await call("CreateFunction", {
				FunctionName: name,
				Role: role,
				Runtime: "nodejs22.x",
				Handler: "index.handler",
				Code: { S3Bucket: "gatewright-folder", S3Key: join(folder, name) },
				...settings,
			});
		},
		async run(name, event = {}, settings = {}) {
			const Payload = Buffer.from(JSON.stringify(event));
			const answer = await call("Invoke", { FunctionName: name, Payload, LogType: "Tail", ...settings });
			const text = Buffer.from(answer["Payload"] as Uint8Array).toString("utf8"); // the model says a blob
			return {
				payload: text === "" ? undefined : JSON.parse(text),
				error: answer["FunctionError"],
				status: answer["StatusCode"],
				version: answer["ExecutedVersion"],
				tail: Buffer.from((answer["LogResult"] as string | undefined) ?? "", "base64").toString("utf8"), // base64
			};
		},
		logs: (name) =>
			events
				.since(0)
				.flatMap((it) => (it.type === "log" && (name === undefined || it.functionName === name) ? [it.text] : [])),
	};
}

export const role = "arn:aws:iam::000000000000:role/test";

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		const path = join(folder, name);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text, { mode: name === "bootstrap" ? 0o755 : 0o644 });
	}
}
