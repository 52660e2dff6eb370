import type { RecordChange } from "../../aws/records.ts";

/** When changes were made, when they are due, and what they are. */
export type Delayed = { readonly at: number; readonly due: number; readonly changes: readonly RecordChange[] };

const noValue = 0xffff_ffff;

/** Two times, then for each change its key and value, each after its length; a removal has no value. */
export function encodeDelayed(at: number, due: number, changes: readonly RecordChange[]): Buffer {
	const times = Buffer.allocUnsafe(16);
	times.writeDoubleBE(at, 0);
	times.writeDoubleBE(due, 8);
	const parts = changes.flatMap((change) => [
		length(change.key.length),
		change.key,
		...(change.type === "put" ? [length(change.value.length), change.value] : [length(noValue)]),
	]);
	return Buffer.concat([times, ...parts]);
}

export function decodeDelayed(stored: Buffer): Delayed {
	const changes: RecordChange[] = [];
	let at = 16;
	const part = () => {
		const bytes = stored.readUInt32BE(at);
		at += 4;
		if (bytes === noValue) return undefined;
		at += bytes;
		return stored.subarray(at - bytes, at);
	};
	while (at < stored.length) {
		const key = part();
		const value = part();
		if (key === undefined) throw new Error("A delayed change has no key.");
		changes.push(value === undefined ? { type: "del", key } : { type: "put", key, value });
	}
	return { at: stored.readDoubleBE(0), due: stored.readDoubleBE(8), changes };
}

/** The space in which a record stands. */
export function spaceOf(key: Buffer): number {
	return key.readUInt32BE(1);
}

function length(bytes: number): Buffer {
	const buffer = Buffer.allocUnsafe(4);
	buffer.writeUInt32BE(bytes);
	return buffer;
}
