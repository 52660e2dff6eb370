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

/** Whether this very request has been carried out already; fails when the token stood on another. */
export async function checkToken(
	{ records, clock }: { readonly records: RecordStore; readonly clock: Clock },
	token: string,
	request: unknown,
): Promise<boolean> {
	const record = records.get(tokenKey(token));
	if (record === undefined || record.readDoubleBE(0) < clock.now() - keptMs) return false;
	if (!record.subarray(8).equals(digest(request))) throw idempotentParameterMismatch();
	return true;
}

export function tokenRecord(clock: Clock, token: string, request: unknown): RecordChange {
	const time = Buffer.alloc(8);
	time.writeDoubleBE(clock.now());
	return { type: "put", key: tokenKey(token), value: Buffer.concat([time, digest(request)]) };
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

/** Space 0 is never given to a table. */
const tokenSpace = 0;

function tokenKey(token: string): Buffer {
	return Buffer.concat([spaceStart(tokenSpace).subarray(0, 5), Buffer.from(token)]);
}

function digest(request: unknown): Buffer {
	return createHash("sha256").update(JSON.stringify(request)).digest();
}
