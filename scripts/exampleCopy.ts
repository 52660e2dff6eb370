import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { hostDir } from "./vscodeHost.ts";

/** A copy of the example in the checkout, so that tests may edit files and handlers still find the checkout's packages. */
export async function withExampleCopy(use: (folder: string) => Promise<void>): Promise<void> {
	const copy = join(hostDir, "workspaces", String(process.pid), "orders");
	mkdirSync(copy, { recursive: true });
	try {
		cpSync(join(import.meta.dirname, "../examples/orders"), copy, { recursive: true });
		await use(copy);
	} finally {
		rmSync(dirname(copy), { recursive: true, force: true });
	}
}
