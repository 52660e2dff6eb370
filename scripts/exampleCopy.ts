import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");

/** A copy of the example in the checkout, so that tests may edit files and handlers still find the checkout's packages. */
export async function withExampleCopy(use: (folder: string) => Promise<void>): Promise<void> {
	const copy = join(root, "test-results/workspaces", String(process.pid), "orders");
	mkdirSync(copy, { recursive: true });
	try {
		cpSync(join(root, "examples/orders"), copy, { recursive: true });
		await use(copy);
	} finally {
		rmSync(dirname(copy), { recursive: true, force: true });
	}
}
