import type { TestContext } from "node:test";
import { type Emulator, type EmulatorOptions, startEmulator as start } from "../../emulator/main.ts";

/** An emulator of the test's own, on a free port and in memory unless the test says otherwise; ended with the test. */
export async function startEmulator(t: TestContext, options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
	const emulator = await start({
		port: 0,
		storage: { kind: "memory" },
		account: "000000000000",
		region: "us-east-1",
		seed: 1,
		...options,
	});
	t.after(() => emulator.close());
	return emulator;
}

/** What every AWS SDK client is given to reach it. */
export function clientOptions({ endpoint }: Emulator) {
	return { endpoint, region: "us-east-1", credentials: { accessKeyId: "any", secretAccessKey: "any" }, maxAttempts: 1 };
}
