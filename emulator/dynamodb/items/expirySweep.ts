import type { Dynamodb } from "../dynamodb.ts";
import type { Table } from "../tables/table.ts";
import { expiryBound, expiryOf } from "./expiry.ts";
import { fillExpiries } from "./expiryFill.ts";
import { forgetTokens } from "./requestTokens.ts";
import { readItemAt, type WriteNeeds, writeItems } from "./writeItems.ts";

/**
 * Removes what has expired, once a minute of the virtual clock, or as much later as is set. AWS takes up to some days for it,
 * and until then shows the item, as this does.
 */
export type ExpirySweep = {
	/** Sweeps now; resolves when all that had expired is gone. */
	sweep(): Promise<void>;
	close(): Promise<void>;
};

type Needs = Pick<Dynamodb, WriteNeeds | "clock" | "events" | "locks" | "timing">;

const sweepEveryMs = 60_000;
const removedAtOnce = 200;

/** What expired longer ago than this is left alone: such times are taken for mistakes. */
const longestAgoSeconds = 5 * 365 * 24 * 60 * 60;

export function expirySweep(needs: Needs): ExpirySweep {
	const { clock, events, records, tables } = needs;
	let closed = false;
	let sweeping: Promise<void> | undefined;
	let following: Promise<void> | undefined;
	let cancel = clock.after(sweepEveryMs, tick);

	function tick(): void {
		cancel = clock.after(sweepEveryMs, tick);
		void sweep();
	}

	/** One sweep at a time. However many are asked for while one is on, one more follows it, which sees the clock as it then is. */
	function sweep(): Promise<void> {
		if (sweeping === undefined) return run();
		following ??= sweeping.then(() => {
			following = undefined;
			return run();
		});
		return following;
	}

	function run(): Promise<void> {
		sweeping = sweepAll()
			.catch((error: unknown) => {
				if (closed) return;
				const text = `Expired items could not be removed; the next minute tries again. ${String(error)}`;
				events.publish({ type: "log", part: "dynamodb", level: "warn", text });
			})
			.finally(() => {
				sweeping = undefined;
			});
		return sweeping;
	}

	async function sweepAll(): Promise<void> {
		for (const table of tables.all()) await sweepTable(table);
		if (!closed) await forgetTokens(records, clock);
	}

	async function sweepTable(table: Table): Promise<void> {
		const { timeToLive: setting, timeToLiveChange: change } = table.definition;
		if (setting === undefined || (change !== undefined && change.until > clock.now())) return;
		if (setting.filling) await fillExpiries(needs, table, (work) => tables.change(work));
		const now = Math.floor((clock.now() - needs.timing.ms("expiry")) / 1000);
		const lt = expiryBound(setting.space, now + 1);
		let from = expiryBound(setting.space, now - longestAgoSeconds);
		for (;;) {
			if (closed) return;
			const entries = await records.range({ gte: from, lt, limit: removedAtOnce });
			for (const [, itemKey] of entries) await removeExpired(needs, table, itemKey, now);
			const last = entries.at(-1)?.[0];
			if (last === undefined || entries.length < removedAtOnce) return;
			from = Buffer.concat([last, Buffer.alloc(1)]);
		}
	}

	return {
		sweep,
		async close() {
			closed = true;
			cancel();
			await sweeping;
			await following;
		},
	};
}

function removeExpired(needs: Needs, table: Table, key: Buffer, now: number): Promise<void> {
	return needs.locks.waitAll([key], async () => {
		// The table may have changed since, and the item too.
		const current = needs.tables.find(table.name);
		const attribute = current?.definition.timeToLive?.attribute;
		if (current === undefined || attribute === undefined || current.definition.id !== table.definition.id) return;
		const before = readItemAt(needs.records, key);
		const expiry = before && expiryOf(before, attribute);
		if (before === undefined || expiry === undefined || expiry > now) return;
		await writeItems(needs, [{ table: current, key, before, after: undefined, expired: true }]);
	});
}
