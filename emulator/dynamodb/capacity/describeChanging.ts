import type { TableDescription } from "../model.generated.ts";
import type { TableDefinition } from "../tables/tableDefinition.ts";
import { describeThroughput, type ThroughputChanges } from "./throughputChanges.ts";

/**
 * The answer to a change of provisioned throughput shows the old numbers with the new time, while the change is on its way; the
 * answer to a change of the owner's limits shows each that was taken away as -1. (Measured on AWS, October 2026:
 * ack-api-quirks DDB-TABLE-060, -165, -182, -184.) `described` is the table as it is after the change.
 */
export function describeChanging(
	described: TableDescription,
	before: TableDefinition,
	after: TableDefinition,
	asked: TableDescription["OnDemandThroughput"],
	now: number,
): TableDescription {
	if (before.billing.mode !== after.billing.mode) return described;
	const throughput = (definition: TableDefinition) =>
		definition.billing.mode === "PROVISIONED" ? definition.billing.throughput : undefined;
	const old = oldThroughput(before, after, throughput, now);
	const indexes = described.GlobalSecondaryIndexes?.map((index) => {
		const of = ({ indexes: all }: TableDefinition) => all.find(({ name }) => name === index.IndexName);
		const [from, to] = [of(before), of(after)];
		const shown = from && to && oldThroughput(from, to, (it) => it.throughput, now);
		return shown === undefined ? index : { ...index, ProvisionedThroughput: shown };
	});
	return {
		...described,
		...(old && { ProvisionedThroughput: old }),
		...(indexes && { GlobalSecondaryIndexes: indexes }),
		...(asked && { OnDemandThroughput: { ...described.OnDemandThroughput, ...asked } }),
	};
}

function oldThroughput<Part extends { readonly throughputChanges?: ThroughputChanges }>(
	before: Part,
	after: Part,
	throughputOf: (part: Part) => Parameters<typeof describeThroughput>[1],
	now: number,
) {
	if (throughputOf(before) === throughputOf(after)) return undefined;
	const { NumberOfDecreasesToday } = describeThroughput(before.throughputChanges, undefined, now);
	return { ...describeThroughput(after.throughputChanges, throughputOf(before), now), NumberOfDecreasesToday };
}
