import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator/main.ts";
import type { EmulatorEvent } from "../../../protocol/events.ts";
import type { Problem } from "../../../protocol/problem.ts";

export type Files = Readonly<Record<string, string>>;

/** A folder of its own with these files, gone when the test ends. */
export function folderOf(t: TestContext, files: Files): string {
	const folder = mkdtempSync(join(tmpdir(), "gatewright-app-"));
	t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	writeFiles(folder, files);
	return folder;
}

export function writeFiles(folder: string, files: Files): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** An emulator that runs the app in a folder, and how to follow it. */
export async function opened(t: TestContext, folder: string, options: Partial<EmulatorOptions> = {}) {
	const emulator = await startEmulator({
		port: 0,
		storage: { kind: "memory" },
		account: "000000000000",
		region: "us-east-1",
		seed: 1,
		app: folder,
		...options,
	});
	let isOpen = true;
	const close = async () => {
		if (isOpen) await emulator.close();
		isOpen = false;
	};
	t.after(close);
	return {
		emulator,
		close,
		/** Writes files, waits for the deployment that the file system sets off, and answers it. */
		async save(files: Files) {
			const deployed = nextDeployed(emulator);
			writeFiles(folder, files);
			return deployed;
		},
		/** `file:line:column severity message`, the file within the folder. */
		problems: () => (emulator.app?.problems() ?? []).map((problem) => problemLine(problem, folder)),
		async get(path: string, init: RequestInit = {}) {
			const response = await fetch(`${emulator.endpoint}${path}`, init);
			return `${response.status} ${await response.text()}`;
		},
	};
}

type Deployed = Pick<Extract<EmulatorEvent, { type: "deployed" }>, "changed">;

/** The next deployment that is told. A watcher may tell of one save twice; what matters is told by the first that changes something. One that an error keeps from changing anything tells only its problems. */
export function nextDeployed({ kernel }: Emulator): Promise<Deployed> {
	return new Promise((resolve) => {
		const stop = kernel.events.subscribe((event) => {
			const isRefused = event.type === "problems" && event.problems.some(({ severity }) => severity === "error");
			if (event.type !== "deployed" && !isRefused) return;
			stop();
			resolve({ changed: event.type === "deployed" ? event.changed : [] });
		});
	});
}

function problemLine({ severity, message, at }: Problem, folder: string): string {
	const place = at === undefined ? "" : `${at.file.replace(folder, ".")}:${at.line}:${at.column} `;
	return `${place}${severity} ${message.replaceAll(folder, ".")}`;
}
