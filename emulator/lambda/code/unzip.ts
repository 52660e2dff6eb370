import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { badZip, unzippedTooLarge } from "../errors.ts";

/** A file of a zip archive: where it belongs, what it holds, and whether it is a program. */
export type ZipFile = { readonly path: string; readonly mode: number; readonly data: Buffer };

/**
 * Reads an archive, refusing what would do harm: a path that leads out of its folder, a link, and content that is larger
 * than it says or than AWS allows. Nothing is written.
 */
export async function unzip(archive: Uint8Array, unzippedBytesMax: number): Promise<readonly ZipFile[]> {
	const zip = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	const entries = readDirectory(zip);
	const total = entries.reduce((sum, entry) => sum + entry.size, 0);
	if (total > unzippedBytesMax) throw unzippedTooLarge(unzippedBytesMax);
	const files: ZipFile[] = [];
	for (const entry of entries) {
		if (entry.path.endsWith("/")) continue;
		files.push({ path: safePath(entry), mode: entry.mode & 0o777, data: await content(zip, entry) });
	}
	return files;
}

type Entry = {
	readonly path: string;
	readonly mode: number;
	readonly method: number;
	readonly compressedSize: number;
	readonly size: number;
	readonly headerAt: number;
};

/** The archive's table of contents, at its end. Zip64 is for archives beyond AWS's limits. */
function readDirectory(zip: Buffer): Entry[] {
	const end = zip.lastIndexOf(endSignature);
	if (end < 0 || end + 22 > zip.length) throw badZip();
	const count = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	const entries: Entry[] = [];
	for (let i = 0; i < count; i++) {
		if (at + 46 > end || zip.readUInt32LE(at) !== entrySignature) throw badZip();
		const nameLength = zip.readUInt16LE(at + 28);
		entries.push({
			path: zip.toString("utf8", at + 46, at + 46 + nameLength),
			// The upper half is the Unix mode; an archive made on Windows has none.
			mode: zip.readUInt32LE(at + 38) >>> 16,
			method: zip.readUInt16LE(at + 10),
			compressedSize: zip.readUInt32LE(at + 20),
			size: zip.readUInt32LE(at + 24),
			headerAt: zip.readUInt32LE(at + 42),
		});
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}

function safePath({ path, mode }: Entry): string {
	const parts = path.split(/[\\/]/);
	const leadsOut = parts.includes("..") || parts[0] === "" || /^[a-zA-Z]:/.test(path) || path.includes("\0");
	const isLink = (mode & 0o170000) === 0o120000;
	if (leadsOut || isLink) throw badZip();
	return parts.filter((part) => part !== "" && part !== ".").join("/");
}

async function content(zip: Buffer, { headerAt, compressedSize, size, method }: Entry): Promise<Buffer> {
	if (headerAt + 30 > zip.length || zip.readUInt32LE(headerAt) !== headerSignature) throw badZip();
	const start = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
	const raw = zip.subarray(start, start + compressedSize);
	if (raw.length !== compressedSize) throw badZip();
	if (method === 0) return raw;
	if (method !== 8) throw badZip();
	try {
		// The bound is what the table of contents promised: a bomb is longer.
		const data = await inflate(raw, { maxOutputLength: Math.max(size, 1) });
		if (data.length === size) return data;
	} catch {
		// The stream is broken or goes on beyond its promised size.
	}
	throw badZip();
}

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);
const endSignature = Buffer.from([0x50, 0x4b, 5, 6]);
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
