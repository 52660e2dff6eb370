import { invalidParameters, limitExceeded, validationError } from "../errors.ts";
import type { OnDemandThroughput, ProvisionedThroughput, UpdateTableRequest } from "../model.generated.ts";
import { checkOnDemandChange, checkWarmthChange } from "../tables/checkThroughput.ts";
import type { Billing, TableDefinition } from "../tables/tableDefinition.ts";
import { noteThroughputChange, type ThroughputChanges } from "./throughputChanges.ts";
import { warmthOf } from "./warmth.ts";

/**
 * What an UpdateTable request makes of a table's capacity, its indexes apart; refused in AWS's words. What follows was measured
 * on AWS in October 2026 (ack-api-quirks, "Table billing mode and throughput").
 */
export function changeTableThroughput(
	definition: TableDefinition,
	request: UpdateTableRequest,
	now: number,
): TableDefinition {
	const { onDemandThroughput, ...rest } = definition;
	const { billing, changes, switches } = changeBilling(definition, request, now);
	checkOnDemandChange(billing.mode, request.OnDemandThroughput);
	// An owner's limits go with the mode that they were made for.
	const kept = billing.mode === definition.billing.mode ? onDemandThroughput : undefined;
	const limits = mergeLimits(kept, request.OnDemandThroughput);
	const warm = warmthOf(definition);
	checkWarmthChange(warm, request.WarmThroughput, "table");
	return {
		...rest,
		billing,
		...(changes && { throughputChanges: changes }),
		...(switches && { switchedToOnDemandAt: switches }),
		...(limits && { onDemandThroughput: limits }),
		// It never goes down again, whatever becomes of what it came from.
		...((request.WarmThroughput ?? (billing !== definition.billing || definition.warmThroughput)) && {
			warmThroughput: { ...warm, ...request.WarmThroughput },
		}),
	};
}

/** Each member for itself; -1 takes a limit away. */
export function mergeLimits(
	known: OnDemandThroughput | undefined,
	given: OnDemandThroughput | undefined,
): OnDemandThroughput | undefined {
	const merged = Object.entries({ ...known, ...given }).filter(([, units]) => units !== undefined && units !== -1);
	return merged.length === 0 ? undefined : Object.fromEntries(merged);
}

type Changed = {
	readonly billing: Billing;
	readonly changes: ThroughputChanges | undefined;
	readonly switches: readonly number[] | undefined;
};

function changeBilling(definition: TableDefinition, request: UpdateTableRequest, now: number): Changed {
	const { billing, throughputChanges: changes, switchedToOnDemandAt: switches } = definition;
	const { BillingMode: asked, ProvisionedThroughput: throughput } = request;
	const mode = asked ?? billing.mode;
	if (mode === "PAY_PER_REQUEST") {
		if (throughput !== undefined) {
			throw invalidParameters(
				"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
			);
		}
		if (billing.mode === "PAY_PER_REQUEST") return { billing, changes, switches };
		return { billing: { mode, since: now }, changes, switches: noteSwitch(switches, now) };
	}
	if (throughput === undefined) {
		if (asked === undefined) return { billing, changes, switches };
		throw invalidParameters("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
	}
	if (billing.mode === "PAY_PER_REQUEST") {
		return { billing: { mode, throughput, wasOnDemandAt: billing.since }, changes, switches };
	}
	const { throughput: current } = billing;
	if (isSame(throughput, current)) throw throughputStays(current, throughput);
	return {
		billing: { ...billing, throughput },
		changes: noteThroughputChange(changes, current, throughput, now),
		switches,
	};
}

const dayMs = 24 * 60 * 60 * 1000;
const switchesADay = 4;

/** Four switches to on demand in any 24 hours; back again at any time (developer guide, "Considerations when switching capacity modes"). */
function noteSwitch(switches: readonly number[] = [], now: number): readonly number[] {
	const recent = switches.filter((time) => time > now - dayMs);
	const [oldest] = recent;
	const last = recent.at(-1);
	if (recent.length >= switchesADay && oldest !== undefined && last !== undefined) {
		// The text is known from when it was once a day; the number in it is today's.
		throw limitExceeded(
			`Subscriber limit exceeded: Update to PayPerRequest mode are limited to ${switchesADay} times in 1 day(s). Last update at ${javaTime(last)}. Next update can be made at ${javaTime(oldest + dayMs)}`,
		);
	}
	return [...recent, now];
}

/** As in `Sat Feb 23 03:07:45 UTC 2019`. */
function javaTime(time: number): string {
	const [day = "", date = "", month = "", year = "", clock = ""] = new Date(time).toUTCString().split(" ");
	return `${day.slice(0, 3)} ${month} ${date} ${clock} UTC ${year}`;
}

export function isSame(a: ProvisionedThroughput, b: ProvisionedThroughput | undefined): boolean {
	return a.ReadCapacityUnits === b?.ReadCapacityUnits && a.WriteCapacityUnits === b.WriteCapacityUnits;
}

const throughputStays = (current: ProvisionedThroughput, requested: ProvisionedThroughput) =>
	validationError(
		`The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: ${current.ReadCapacityUnits}. Requested ReadCapacityUnits: ${requested.ReadCapacityUnits}. Current WriteCapacityUnits provisioned for the table: ${current.WriteCapacityUnits}. Requested WriteCapacityUnits: ${requested.WriteCapacityUnits}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.`,
	);
