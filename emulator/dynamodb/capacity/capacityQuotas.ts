import { limitExceeded } from "../errors.ts";
import type { OnDemandThroughput, ProvisionedThroughput, WarmThroughput } from "../model.generated.ts";
import type { TableDefinition } from "../tables/tableDefinition.ts";
import { capacityFacts } from "./capacityFacts.ts";

/**
 * Refuses a table that would have more than the account's quotas allow it, by itself, in an index, or with all other tables.
 * `before` is the table as it was; what has been there already is not refused again. (Measured on AWS, October 2026:
 * ack-api-quirks DDB-TABLE-154, -170.)
 */
export function checkCapacityQuotas(
	region: string,
	others: readonly TableDefinition[],
	before: TableDefinition | undefined,
	after: TableDefinition,
): void {
	for (const part of capacityParts(after)) {
		const old = before === undefined ? undefined : capacityParts(before).find(({ name }) => name === part.name);
		checkProvisioned(region, part, old);
		checkMaxima(region, part, old);
	}
	checkAccount(region, others, before, after);
}

type Part = {
	/** Undefined for the table itself. */
	readonly name: string | undefined;
	readonly throughput: ProvisionedThroughput | undefined;
	readonly onDemandThroughput: OnDemandThroughput | undefined;
	readonly warmThroughput: WarmThroughput | undefined;
};

function capacityParts({ billing, indexes, onDemandThroughput, warmThroughput }: TableDefinition): readonly Part[] {
	const provisioned = billing.mode === "PROVISIONED";
	return [
		{ name: undefined, throughput: provisioned ? billing.throughput : undefined, onDemandThroughput, warmThroughput },
		...indexes.map((index) => ({
			name: index.name,
			throughput: provisioned ? index.throughput : undefined,
			onDemandThroughput: index.onDemandThroughput,
			warmThroughput: index.warmThroughput,
		})),
	];
}

const members = ["ReadCapacityUnits", "WriteCapacityUnits"] as const;
const maxima = {
	ReadCapacityUnits: { own: "MaxReadRequestUnits", warm: "ReadUnitsPerSecond" },
	WriteCapacityUnits: { own: "MaxWriteRequestUnits", warm: "WriteUnitsPerSecond" },
} as const;

const guide = "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.";

function checkProvisioned(region: string, { name, throughput }: Part, old: Part | undefined): void {
	for (const member of members) {
		const units = throughput?.[member] ?? 0;
		if (units <= capacityFacts.perTable || units === old?.throughput?.[member]) continue;
		const [what, kind] = name === undefined ? [member, "table"] : [`${member} for index ${name}`, "index"];
		throw limitExceeded(
			`The requested ${what}, ${units}, is above the per ${kind} maximum for the account in ${region}. Per table maximum: ${capacityFacts.perTable}. ${guide}`,
		);
	}
}

function checkMaxima(region: string, { name, onDemandThroughput, warmThroughput }: Part, old: Part | undefined): void {
	for (const member of members) {
		const { own, warm } = maxima[member];
		const above = (units: number | undefined, before: number | undefined) =>
			units !== undefined && units > capacityFacts.perTable && units !== before;
		const what = above(onDemandThroughput?.[own], old?.onDemandThroughput?.[own])
			? `${own} for OnDemandThroughput for ${name === undefined ? "table" : `index : ${name}`}`
			: above(warmThroughput?.[warm], old?.warmThroughput?.[warm])
				? `${warm} for WarmThroughput for ${name === undefined ? "table" : `index ${name}`}`
				: undefined;
		if (what === undefined) continue;
		throw limitExceeded(
			`Subscriber limit exceeded: Requested ${what} exceeds TableMax${member} of the account in region ${region}`,
		);
	}
}

function checkAccount(
	region: string,
	others: readonly TableDefinition[],
	before: TableDefinition | undefined,
	after: TableDefinition,
): void {
	for (const member of members) {
		const wanted = reserved([after], member);
		const had = before === undefined ? 0 : reserved([before], member);
		const current = reserved(others, member) + had;
		if (wanted <= had || current - had + wanted <= capacityFacts.perAccount) continue;
		throw limitExceeded(
			`This request would have caused the ${member} limit to be exceeded for the account in ${region}. Current ${member} reserved by the account: ${current}. Limit: ${capacityFacts.perAccount}. Requested: ${wanted}. ${guide}`,
		);
	}
}

function reserved(tables: readonly TableDefinition[], member: (typeof members)[number]): number {
	return tables.flatMap(capacityParts).reduce((sum, { throughput }) => sum + (throughput?.[member] ?? 0), 0);
}
