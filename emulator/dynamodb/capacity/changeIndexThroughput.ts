import { invalidParameters, validationError } from "../errors.ts";
import type { ProvisionedThroughput, UpdateGlobalSecondaryIndexAction } from "../model.generated.ts";
import { checkBounds, checkOnDemandChange, checkWarmthChange } from "../tables/checkThroughput.ts";
import type { IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";
import { isSame, mergeLimits } from "./changeTableThroughput.ts";
import { countDecrease, noteThroughputChange } from "./throughputChanges.ts";
import { warmthOf } from "./warmth.ts";

/** What a request's Update of one global index makes of its capacity. `before` is the table as it was, `mode` how it will be billed. */
export function changeIndexThroughput(
	before: TableDefinition,
	index: IndexDefinition,
	mode: TableDefinition["billing"]["mode"],
	update: UpdateGlobalSecondaryIndexAction,
	now: number,
): IndexDefinition {
	const { ProvisionedThroughput: throughput, OnDemandThroughput, WarmThroughput } = update;
	if (mode === "PAY_PER_REQUEST" && throughput !== undefined) {
		throw invalidParameters(
			`The only Updates for index: ${index.name} when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput`,
		);
	}
	if (throughput !== undefined) checkBounds(throughput);
	checkOnDemandChange(mode, OnDemandThroughput, ` for index : ${index.name}`);
	const warm = warmthOf(before, index);
	checkWarmthChange(warm, WarmThroughput, `index ${index.name}`);
	const current = before.billing.mode === "PROVISIONED" ? index.throughput : undefined;
	if (throughput !== undefined && isSame(throughput, current)) {
		throw throughputStays(index.name, throughput);
	}
	const { onDemandThroughput, ...rest } = index;
	const limits = mergeLimits(onDemandThroughput, OnDemandThroughput);
	return {
		...rest,
		...(throughput && {
			throughput,
			throughputChanges: noteThroughputChange(index.throughputChanges, current ?? throughput, throughput, now),
		}),
		...(limits && { onDemandThroughput: limits }),
		warmThroughput: { ...warm, ...WarmThroughput },
	};
}

/**
 * What a switch of the table's mode makes of its global indexes. To provisioned capacity each must be given its own in the same
 * request; on demand, what was provisioned is gone, which counts as a decrease of the index.
 */
export function switchIndexes(
	before: TableDefinition,
	mode: TableDefinition["billing"]["mode"],
	updates: readonly UpdateGlobalSecondaryIndexAction[],
	now: number,
): readonly IndexDefinition[] {
	if (mode === before.billing.mode) return before.indexes;
	return before.indexes.map((index): IndexDefinition => {
		if (index.kind === "local") return index;
		const { onDemandThroughput: _limits, throughput, ...rest } = index;
		if (mode === "PROVISIONED") {
			if (updates.some((update) => update.IndexName === index.name && update.ProvisionedThroughput)) {
				return { ...rest, warmThroughput: warmthOf(before, index) };
			}
			throw invalidParameters(`ProvisionedThroughput must be specified for index: ${index.name}`);
		}
		return {
			...rest,
			...(throughput && { throughputChanges: countDecrease(index.throughputChanges, now) }),
			warmThroughput: warmthOf(before, index),
		};
	});
}

const throughputStays = (
	indexName: string,
	{ ReadCapacityUnits: read, WriteCapacityUnits: write }: ProvisionedThroughput,
) =>
	validationError(
		`The provisioned throughput for the index ${indexName} will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the index: ${read}. Requested ReadCapacityUnits: ${read}. Current WriteCapacityUnits provisioned for the index: ${write}. Requested WriteCapacityUnits: ${write}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.`,
	);
