import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { badZip, imageNotSupported, noCode, noSuchBucket, noSuchFolder, zipTooLarge } from "../errors.ts";
import type { FunctionCodeSource } from "../functions.ts";
import type { FunctionCode } from "../model.generated.ts";
import { measureFolder } from "./measureFolder.ts";
import { unzip } from "./unzip.ts";

/**
 * The code of functions. A zip file is unpacked into a folder of ours, named by its content. A folder is read in place:
 * `Code: { S3Bucket: "gatewright-folder", S3Key: "<absolute path>" }` is a convention of this emulator, by which a deployer
 * points at code that is there already; naming the same folder again says that its content has changed.
 */
export type CodeStore = {
	save(code: FunctionCode): Promise<FunctionCodeSource>;
	/** Removes unpacked code that nothing uses any more. */
	removeUnused(used: ReadonlySet<string>): Promise<void>;
};

const folderBucket = "gatewright-folder";

export function codeStore(filesDir: string): CodeStore {
	const root = join(filesDir, "lambda");
	let unpacking = 0;
	return {
		async save(code) {
			if (code.ImageUri !== undefined) throw imageNotSupported();
			if (code.ZipFile !== undefined) return saveZip(root, code.ZipFile, unpacking++);
			if (code.S3Bucket === folderBucket && code.S3Key !== undefined) return folderCode(code.S3Key);
			// No S3 here yet: every bucket is one that does not exist.
			if (code.S3Bucket !== undefined) throw noSuchBucket();
			throw noCode();
		},
		async removeUnused(used) {
			const folders = await readdir(root).catch((): string[] => []);
			const unused = folders.map((name) => join(root, name)).filter((folder) => !used.has(folder));
			await Promise.all(unused.map((folder) => rm(folder, { recursive: true, force: true })));
		},
	};
}

async function saveZip(root: string, zip: Uint8Array, attempt: number): Promise<FunctionCodeSource> {
	if (zip.length > zippedBytesMax) throw zipTooLarge(zippedBytesMax);
	const hash = createHash("sha256").update(zip).digest();
	const folder = join(root, hash.toString("hex").slice(0, 32));
	const source: FunctionCodeSource = {
		kind: "zip",
		folder,
		sha256: hash.toString("base64"),
		sizeBytes: zip.length,
	};
	if (await isFolder(folder)) return source;
	const files = await unzip(zip, unzippedBytesMax);
	if (files.length === 0) throw badZip();
	// Under another name until it is whole: a folder that stands is complete, whenever the emulator is killed.
	const temporary = `${folder}.${process.pid}.${attempt}`;
	for (const file of files) {
		const path = join(temporary, file.path);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, file.data, { mode: file.mode === 0 ? 0o644 : file.mode | 0o400 });
	}
	await rename(temporary, folder).catch(async (error: unknown) => {
		await rm(temporary, { recursive: true, force: true });
		// The same code may have arrived twice at once.
		if (!(await isFolder(folder))) throw error;
	});
	return source;
}

async function folderCode(folder: string): Promise<FunctionCodeSource> {
	if (!isAbsolute(folder) || !(await isFolder(folder))) throw noSuchFolder(folder);
	return { kind: "folder", folder, ...(await measureFolder(folder)) };
}

async function isFolder(path: string): Promise<boolean> {
	return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** AWS's limits for code that is sent in the request, and for what comes out of it. */
const zippedBytesMax = 50 * 1024 * 1024;
const unzippedBytesMax = 250 * 1024 * 1024;
