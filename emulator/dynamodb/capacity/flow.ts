import type { IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";
import { capacityFacts, type Direction } from "./capacityFacts.ts";
import { type MinuteWindow, minuteWindow } from "./minuteWindow.ts";
import { resizeBucket, type TokenBucket, tokenBucket, tokensIn } from "./tokenBucket.ts";
import { warmthOf } from "./warmth.ts";

/** What a request was, or would have been, throttled for; the end of AWS's reasons. */
export type LimitType =
	| "ProvisionedThroughputExceeded"
	| "AccountLimitExceeded"
	| "KeyRangeThroughputExceeded"
	| "MaxOnDemandThroughputExceeded";

/** What a table or an index gives in one direction, apart from what its partitions can. */
export type Flow = {
	/** Provisioned: the capacity, with its burst. On demand: the account's quota for a table, and the owner's own limit. */
	limits: readonly Limit[];
	readonly recent: MinuteWindow;
	/** In thousandths of a unit. */
	total: number;
	readonly refused: Map<LimitType, { count: number; at: number }>;
	/** On demand: the highest rate that has been provided for, and one above it that is not yet old enough. */
	readonly peak: { settled: number; rising: { units: number; since: number } | undefined };
};

export type Limit = { readonly type: LimitType; readonly bucket: TokenBucket };

export function newFlow(
	definition: TableDefinition,
	index: IndexDefinition | undefined,
	direction: Direction,
	now: number,
): Flow {
	const warm = warmthOf(definition, index);
	return {
		limits: limitsOf(definition, index, direction).map(({ type, rate, seconds }) => ({
			type,
			bucket: tokenBucket(rate, seconds, now),
		})),
		recent: minuteWindow(),
		total: 0,
		refused: new Map(),
		// Twice the peak is what is provided: what there is already is for a peak of half of it.
		peak: {
			settled: (direction === "read" ? warm.ReadUnitsPerSecond : warm.WriteUnitsPerSecond) / 2,
			rising: undefined,
		},
	};
}

export function resizeFlow(
	flow: Flow,
	definition: TableDefinition,
	index: IndexDefinition | undefined,
	direction: Direction,
	now: number,
): void {
	flow.limits = limitsOf(definition, index, direction).map(({ type, rate, seconds }) => {
		const known = flow.limits.find((limit) => limit.type === type);
		if (known === undefined) return { type, bucket: tokenBucket(rate, seconds, now) };
		resizeBucket(known.bucket, rate, seconds, now);
		return known;
	});
}

/** The first limit that has nothing left. */
export function exhausted({ limits }: Flow, now: number): LimitType | undefined {
	for (const { type, bucket } of limits) if (tokensIn(bucket, now) <= 0) return type;
	return undefined;
}

type LimitTerms = { readonly type: LimitType; readonly rate: number; readonly seconds: number };

function limitsOf(
	{ billing, onDemandThroughput }: TableDefinition,
	index: IndexDefinition | undefined,
	direction: Direction,
): readonly LimitTerms[] {
	const { burstSeconds, perTable } = capacityFacts;
	if (billing.mode === "PROVISIONED") {
		const throughput = index === undefined ? billing.throughput : index.throughput;
		const units = direction === "read" ? throughput?.ReadCapacityUnits : throughput?.WriteCapacityUnits;
		return units === undefined ? [] : [{ type: "ProvisionedThroughputExceeded", rate: units, seconds: burstSeconds }];
	}
	const owners = index === undefined ? onDemandThroughput : index.onDemandThroughput;
	const max = direction === "read" ? owners?.MaxReadRequestUnits : owners?.MaxWriteRequestUnits;
	return [
		// Burst capacity may go beyond the owner's limit: developer guide, "Maximum throughput for on-demand tables".
		...(max !== undefined && max > 0
			? [{ type: "MaxOnDemandThroughputExceeded", rate: max, seconds: burstSeconds } as const]
			: []),
		{ type: "AccountLimitExceeded", rate: perTable, seconds: 1 },
	];
}
