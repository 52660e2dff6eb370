import { limitExceeded } from "../errors.ts";
import type { ProvisionedThroughput, ProvisionedThroughputDescription } from "../model.generated.ts";

/** How the provisioned throughput of a table or an index has been changed so far. */
export type ThroughputChanges = {
	readonly increasedAt?: number;
	readonly decreasedAt?: number;
	/** How often it was decreased on the last day on which it was, a day being one of UTC. */
	readonly decreases?: { readonly day: number; readonly count: number };
};

/**
 * Writes down a change that is going to be made, and refuses a decrease that comes too soon: four a day, then one an hour after
 * the last. A change that raises one number and lowers the other is both. (Measured on AWS, October 2026: ack-api-quirks
 * DDB-TABLE-184, -185, -326, as is the text.)
 */
export function noteThroughputChange(
	changes: ThroughputChanges = {},
	from: ProvisionedThroughput,
	to: ProvisionedThroughput,
	now: number,
): ThroughputChanges {
	const raised = isMore(to, from);
	const lowered = isMore(from, to);
	if (lowered) checkDecrease(changes, now);
	return { ...(lowered ? countDecrease(changes, now) : changes), ...(raised && { increasedAt: now }) };
}

export function countDecrease(changes: ThroughputChanges = {}, now: number): ThroughputChanges {
	return { ...changes, decreasedAt: now, decreases: { day: dayOf(now), count: decreasesToday(changes, now) + 1 } };
}

export function describeThroughput(
	changes: ThroughputChanges = {},
	throughput: ProvisionedThroughput | undefined,
	now: number,
): ProvisionedThroughputDescription {
	const { increasedAt, decreasedAt } = changes;
	return {
		...(increasedAt !== undefined && { LastIncreaseDateTime: new Date(increasedAt) }),
		...(decreasedAt !== undefined && { LastDecreaseDateTime: new Date(decreasedAt) }),
		NumberOfDecreasesToday: decreasesToday(changes, now),
		ReadCapacityUnits: throughput?.ReadCapacityUnits ?? 0,
		WriteCapacityUnits: throughput?.WriteCapacityUnits ?? 0,
	};
}

const dayMs = 24 * 60 * 60 * 1000;
const freeDecreases = 4;
const betweenDecreasesMs = 60 * 60 * 1000;

function checkDecrease(changes: ThroughputChanges, now: number): void {
	const count = decreasesToday(changes, now);
	const last = changes.decreasedAt ?? now;
	const next = Math.min(last + betweenDecreasesMs, (dayOf(now) + 1) * dayMs);
	if (count < freeDecreases || now >= next) return;
	throw limitExceeded(
		`Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first ${freeDecreases} decreases, each subsequent decrease in the same UTC day can be performed at most once every ${betweenDecreasesMs / 1000} seconds. Number of decreases today: ${count}. Last decrease at ${longTime(last)}. Next decrease can be made at ${longTime(next)}`,
	);
}

function decreasesToday({ decreases }: ThroughputChanges, now: number): number {
	return decreases?.day === dayOf(now) ? decreases.count : 0;
}

function dayOf(time: number): number {
	return Math.floor(time / dayMs);
}

function isMore(a: ProvisionedThroughput, b: ProvisionedThroughput): boolean {
	return a.ReadCapacityUnits > b.ReadCapacityUnits || a.WriteCapacityUnits > b.WriteCapacityUnits;
}

const longForm = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeStyle: "full", timeZone: "UTC" });

/** As in `Friday, October 9, 2026 at 1:21:34 AM Coordinated Universal Time`. Newer tables of the language put another space before AM. */
function longTime(time: number): string {
	return longForm.format(time).replaceAll("\u202f", " ");
}
