import { createHash } from "node:crypto";
import type { Clock } from "../../aws/clock.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import { idempotentParameterMismatch } from "../errors.ts";
import { spaceStart } from "../tables/table.ts";

/**
 * ClientRequestToken of transactions: for ten minutes a repetition with the same token does nothing more. The token is written
 * in the transaction's own batch, so that it holds also when the emulator was killed before it could answer.
 */
const keptMs = 10 * 60 * 1000;

/**
 * What reading its items costs when this very request has been carried out already, a number for each action; fails when the
 * token stood on another.
 */
export async function checkToken(
	{ records, clock }: { readonly records: RecordStore; readonly clock: Clock },
	token: string,
	request: unknown,
): Promise<readonly number[] | undefined> {
	const record = records.get(tokenKey(token));
	if (record === undefined || record.readDoubleBE(0) < clock.now() - keptMs) return undefined;
	if (!record.subarray(8, unitsOffset).equals(digest(request))) throw idempotentParameterMismatch();
	const units: number[] = [];
	for (let at = unitsOffset; at < record.length; at += 2) units.push(record.readUInt16BE(at));
	return units;
}

/** `readUnits` has what it will cost to read each action's item when the request is repeated. */
export function tokenRecord(clock: Clock, token: string, request: unknown, readUnits: readonly number[]): RecordChange {
	const time = Buffer.alloc(8);
	time.writeDoubleBE(clock.now());
	const units = Buffer.alloc(2 * readUnits.length);
	for (const [i, more] of readUnits.entries()) units.writeUInt16BE(more, 2 * i);
	return { type: "put", key: tokenKey(token), value: Buffer.concat([time, digest(request), units]) };
}

/** Removes tokens that no longer hold. */
export async function forgetTokens(records: RecordStore, clock: Clock): Promise<void> {
	const end = spaceStart(tokenSpace + 1);
	let gte = spaceStart(tokenSpace);
	for (;;) {
		const entries = await records.range({ gte, lt: end, limit: lookedAtOnce });
		const old = entries.filter(([, record]) => record.readDoubleBE(0) < clock.now() - keptMs);
		if (old.length > 0) await records.write(old.map(([key]) => ({ type: "del", key })));
		const last = entries.at(-1)?.[0];
		if (entries.length < lookedAtOnce || last === undefined) return;
		gte = Buffer.concat([last, Buffer.alloc(1)]);
	}
}

const lookedAtOnce = 1000;

/** Behind the time and the digest. */
const unitsOffset = 8 + 32;

/** Space 0 is never given to a table. */
const tokenSpace = 0;

function tokenKey(token: string): Buffer {
	return Buffer.concat([spaceStart(tokenSpace).subarray(0, 5), Buffer.from(token)]);
}

function digest(request: unknown): Buffer {
	return createHash("sha256").update(JSON.stringify(request)).digest();
}
