import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DocumentStore } from "./aws/documents.ts";
import { diskRecords, memoryRecords } from "./aws/levelRecords.ts";
import { diskDocuments, memoryDocuments } from "./aws/nedbDocuments.ts";
import type { RecordStore } from "./aws/records.ts";
import { StartError } from "./startError.ts";

export type StorageChoice = { readonly kind: "memory" } | { readonly kind: "disk"; readonly dir: string };

export type Stores = {
	readonly records: RecordStore;
	readonly documents: DocumentStore;
	/** Files of the services, absolute: function code, build output. */
	readonly filesDir: string;
	close(): Promise<void>;
};

/** Opens what the emulator keeps. A data folder belongs to one emulator at a time; LevelDB's lock says whether it is free. */
export async function openStores(choice: StorageChoice): Promise<Stores> {
	return choice.kind === "memory" ? memoryStores() : diskStores(resolve(choice.dir));
}

async function memoryStores(): Promise<Stores> {
	sweepTemporaryFolders();
	const filesDir = mkdtempSync(join(tmpdir(), `gatewright-${process.pid}-`));
	const records = await memoryRecords();
	const documents = memoryDocuments();
	return {
		records,
		documents,
		filesDir,
		async close() {
			await records.close();
			rmSync(filesDir, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}

/** An emulator that was killed could not remove its temporary folder; the next one does. */
function sweepTemporaryFolders(): void {
	for (const name of readdirSync(tmpdir())) {
		const pid = Number(/^gatewright-(\d+)-/.exec(name)?.[1]);
		if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

async function diskStores(dir: string): Promise<Stores> {
	makeFolder(dir);
	const records = await diskRecords(join(dir, "records")).catch((error: unknown) => {
		throw cannotOpen(dir, error);
	});
	try {
		claim(dir);
		return {
			records,
			documents: diskDocuments(join(dir, "documents")),
			filesDir: join(dir, "files"),
			close: () => records.close(),
		};
	} catch (error) {
		await records.close();
		throw error;
	}
}

/** The folder's own account of itself: its format, and which process has it, for the next one's message. */
const formatVersion = 1;

function claim(dir: string): void {
	const file = join(dir, "gatewright.json");
	const known = readClaim(file);
	if (known?.format !== undefined && known.format !== formatVersion) {
		throw new StartError(
			"data-folder-format",
			`The data folder ${dir} has format ${known.format}; this Gatewright reads format ${formatVersion}. Nothing was changed. Use another folder with --data, or the Gatewright that wrote it.`,
		);
	}
	writeFileSync(file, `${JSON.stringify({ format: formatVersion, pid: process.pid })}\n`);
}

function readClaim(file: string): { format?: number; pid?: number } | undefined {
	try {
		return JSON.parse(readFileSync(file, "utf8")) as { format?: number; pid?: number }; // written by `claim`
	} catch {
		return undefined;
	}
}

function makeFolder(dir: string): void {
	try {
		mkdirSync(dir, { recursive: true });
	} catch (error) {
		if (existsSync(dir))
			throw new StartError("data-folder-unwritable", `${dir} is a file, not a folder: give a folder with --data.`);
		throw new StartError(
			"data-folder-unwritable",
			`The data folder ${dir} cannot be made: ${reason(error)}. Give another with --data, or use --memory.`,
		);
	}
}

function cannotOpen(dir: string, error: unknown): StartError {
	const cause = error instanceof Error ? error.cause : undefined;
	const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
	if (code === "LEVEL_LOCKED") {
		const pid = readClaim(join(dir, "gatewright.json"))?.pid;
		const holder = pid === undefined ? "another Gatewright" : `another Gatewright (process ${pid})`;
		return new StartError(
			"data-folder-held",
			`The data folder ${dir} is held by ${holder}. Stop that one, give another folder with --data, or use --memory. Nothing in it was touched.`,
		);
	}
	// A platform for which the store has no binary (Windows on ARM) ends here too.
	return new StartError(
		"data-folder-unreadable",
		`The data folder ${dir} cannot be opened: ${reason(cause ?? error)}. Nothing in it was changed. Give another with --data, or use --memory.`,
	);
}

function reason(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
