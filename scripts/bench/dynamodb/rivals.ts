import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ready } from "../../../protocol/app.ts";
import { startDynamodbLocal } from "../../dynamodbLocal/server.ts";
import { gatewright, run } from "../programs.ts";

/** A server to be measured. */
export type Rival = {
	readonly port: number;
	readonly pid: number | undefined;
	readonly streams: boolean;
	stop(): Promise<void>;
};

/** The production bundle with its items on disk, as it runs in front of a user. */
export async function startOurs(dir: string): Promise<Rival & { kill(): Promise<void> }> {
	const args = [gatewright, "start", "--json", "--data", dir, "--port", "0"];
	const { ready, process, stop, kill } = await run<Ready>(args);
	return { port: Number(new URL(ready.endpoint).port), pid: process.pid, streams: true, stop, kill };
}

/** Those of ours and the others that run on this machine. The others hold their items in memory, and have no streams to write. */
export async function startRivals(): Promise<Readonly<Record<string, Rival>>> {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-bench-"));
	const ours = await startOurs(dir);
	const local = await startDynamodbLocal();
	if (typeof local === "string") console.log(`Without DynamoDB Local: ${local}.\n`);
	return {
		gatewright: {
			...ours,
			async stop() {
				await ours.stop();
				rmSync(dir, { recursive: true, force: true });
			},
		},
		dynalite: await startScript("dynaliteServer.ts"),
		...(typeof local === "object" && {
			"DynamoDB Local": {
				port: Number(new URL(local.endpoint).port),
				pid: local.pid,
				streams: false,
				stop: async () => local.stop(),
			},
		}),
		bare: await startScript("bareServer.ts"),
	};
}

async function startScript(name: string): Promise<Rival> {
	const { ready, process, stop } = await run<{ port: number }>([join(import.meta.dirname, name)]);
	return { port: ready.port, pid: process.pid, streams: false, stop };
}
