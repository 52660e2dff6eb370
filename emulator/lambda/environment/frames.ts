/**
 * Frames between the emulator and a runtime's process: the body's length (4 bytes, big-endian), the kind (one letter),
 * the body. Commands: an environment's description without a kind's meaning (first frame), then invocations.
 */
export function encodeFrame(kind: string, ...parts: readonly Uint8Array[]): Buffer {
	const size = parts.reduce((sum, part) => sum + part.length, 0);
	const header = Buffer.allocUnsafe(headerBytes);
	header.writeUInt32BE(size, 0);
	header[4] = kind.charCodeAt(0);
	return Buffer.concat([header, ...parts], headerBytes + size);
}

/** An invocation's frame: the length of its description, the description as JSON, the event as it came. */
export function encodeInvocation(description: object, event: Uint8Array): Buffer {
	const json = JSON.stringify(description);
	const jsonBytes = Buffer.byteLength(json);
	const size = 4 + jsonBytes + event.length;
	const frame = Buffer.allocUnsafe(headerBytes + size);
	frame.writeUInt32BE(size, 0);
	frame[4] = "V".charCodeAt(0);
	frame.writeUInt32BE(jsonBytes, headerBytes);
	frame.write(json, headerBytes + 4);
	frame.set(event, headerBytes + 4 + jsonBytes);
	return frame;
}

/** Puts frames together from chunks. Whoever sends a longer frame than a runtime may is cut off: `refused` is called. */
export function frameDecoder(
	frame: (kind: string, body: Buffer) => void,
	refused: () => void,
): (chunk: Buffer) => void {
	let chunks: Buffer[] = [];
	let held = 0;
	let wanted = headerBytes;
	let header: Buffer | undefined;
	return (chunk) => {
		chunks.push(chunk);
		held += chunk.length;
		while (held >= wanted) {
			const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, held);
			const part = all.subarray(0, wanted);
			chunks = held > wanted ? [all.subarray(wanted)] : [];
			held -= wanted;
			if (header === undefined) {
				header = part;
				wanted = part.readUInt32BE(0);
				if (wanted > bodyBytesMax) {
					refused();
					return;
				}
			} else {
				const kind = String.fromCharCode(header[4] ?? 0);
				header = undefined;
				wanted = headerBytes;
				frame(kind, part);
			}
		}
	};
}

const headerBytes = 5;
/** Above AWS's 6 MB response and anything that a runtime sends beside it. */
const bodyBytesMax = 8 * 1024 * 1024;
