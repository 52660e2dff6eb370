import { expiredIterator, validationError } from "./errors.ts";

/** Where a reader stands in a shard. Handed out as an opaque text that holds for 15 minutes. */
export type ShardPosition = {
	readonly arn: string;
	readonly shardId: string;
	readonly from: bigint;
	/** Whether it means the oldest record that there is, whatever has been forgotten by then. */
	readonly oldest: boolean;
	readonly issuedAt: number;
};

const validMs = 15 * 60 * 1000;

export function writeIterator({ arn, shardId, from, oldest, issuedAt }: ShardPosition): string {
	const token = Buffer.from(JSON.stringify([arn, shardId, String(from), oldest, issuedAt])).toString("base64");
	return `${arn}|1|${token}`;
}

export function readIterator(text: string, now: number): ShardPosition {
	const position = parse(text.split("|").at(-1) ?? "");
	if (position === undefined) throw validationError("Invalid ShardIterator");
	if (now - position.issuedAt > validMs) throw expiredIterator();
	return position;
}

function parse(token: string): ShardPosition | undefined {
	let parts: unknown;
	try {
		parts = JSON.parse(Buffer.from(token, "base64").toString());
	} catch {
		return undefined;
	}
	if (!Array.isArray(parts)) return undefined;
	const [arn, shardId, from, oldest, issuedAt]: unknown[] = parts;
	if (typeof arn !== "string" || typeof shardId !== "string" || typeof from !== "string") return undefined;
	if (typeof oldest !== "boolean" || typeof issuedAt !== "number" || !/^\d{1,20}$/.test(from)) return undefined;
	return { arn, shardId, from: BigInt(from), oldest, issuedAt };
}
