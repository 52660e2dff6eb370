import { capacityFacts } from "../capacity/capacityFacts.ts";
import type { Warmth } from "../capacity/warmth.ts";
import { invalidParameters, validationError } from "../errors.ts";
import type { OnDemandThroughput, ProvisionedThroughput, WarmThroughput } from "../model.generated.ts";

type BillingMode = "PROVISIONED" | "PAY_PER_REQUEST";

const { onDemandInitial } = capacityFacts;

/** Checks what a new table says of its capacity, its indexes apart. */
export function checkNewTableCapacity(mode: BillingMode, request: CapacityRequest): void {
	const { ProvisionedThroughput: throughput, OnDemandThroughput, WarmThroughput } = request;
	if (mode === "PAY_PER_REQUEST" && throughput !== undefined) {
		throw invalidParameters(
			"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
		);
	}
	if (mode === "PROVISIONED" && throughput === undefined) {
		throw invalidParameters(
			"ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
		);
	}
	if (throughput !== undefined) checkBounds(throughput);
	checkNewLimits(mode, OnDemandThroughput, "");
	checkNewWarmth(throughput, WarmThroughput, "table");
}

/** Checks what a new global index says of its capacity. */
export function checkNewIndexCapacity(
	mode: BillingMode,
	request: CapacityRequest & { readonly IndexName: string },
): void {
	const { IndexName: name, ProvisionedThroughput: throughput, OnDemandThroughput, WarmThroughput } = request;
	if (mode === "PAY_PER_REQUEST" && throughput !== undefined) {
		throw invalidParameters(
			`ProvisionedThroughput should not be specified for index: ${name} when BillingMode is PAY_PER_REQUEST`,
		);
	}
	if (mode === "PROVISIONED" && throughput === undefined) {
		throw invalidParameters(`ProvisionedThroughput is not specified for index: ${name}`);
	}
	if (throughput !== undefined) checkBounds(throughput);
	checkNewLimits(mode, OnDemandThroughput, ` for index : ${name}`);
	checkNewWarmth(throughput, WarmThroughput, `index ${name}`);
}

type CapacityRequest = {
	readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
	readonly OnDemandThroughput?: OnDemandThroughput | undefined;
	readonly WarmThroughput?: WarmThroughput | undefined;
};

const limitMembers = ["MaxReadRequestUnits", "MaxWriteRequestUnits"] as const;

/** There is none yet that -1 could take away (measured on AWS, October 2026). */
function checkNewLimits(mode: BillingMode, limits: OnDemandThroughput | undefined, where: string): void {
	for (const member of limitMembers) {
		const limit = limits?.[member];
		if (limit === undefined) continue;
		if (mode === "PROVISIONED") {
			throw invalidParameters(
				`${member} for OnDemandThroughput${where} cannot be specified when table BillingMode is PROVISIONED.`,
			);
		}
		if (limit < 1) throw outsideOfRange(member);
	}
}

/** Checks a change of the owner's limits, of which -1 takes one away. */
export function checkOnDemandChange(mode: BillingMode, limits: OnDemandThroughput | undefined, where = ""): void {
	for (const member of limitMembers) {
		const limit = limits?.[member];
		if (limit === undefined) continue;
		if (mode === "PROVISIONED") {
			throw invalidParameters(
				`${member} for OnDemandThroughput${where} cannot be specified when the table BillingMode is PROVISIONED`,
			);
		}
		if (limit < 1 && limit !== -1) throw outsideOfRange(member);
	}
}

const outsideOfRange = (member: string) =>
	invalidParameters(`Requested ${member} for OnDemandThroughput for table is outside of valid range`);

const warmMembers = [
	["ReadUnitsPerSecond", "ReadCapacityUnits"],
	["WriteUnitsPerSecond", "WriteCapacityUnits"],
] as const;

/** What a new table or index is warm for is at least what it has anyway. */
function checkNewWarmth(
	throughput: ProvisionedThroughput | undefined,
	asked: WarmThroughput | undefined,
	what: string,
): void {
	const initial = { ReadUnitsPerSecond: onDemandInitial.read, WriteUnitsPerSecond: onDemandInitial.write };
	for (const [member, provisioned] of warmMembers) {
		const units = asked?.[member];
		if (units === undefined || units >= (throughput?.[provisioned] ?? initial[member])) continue;
		const why =
			throughput === undefined
				? "initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial"
				: `${provisioned} of ProvisionedThroughput`;
		throw invalidParameters(`Requested ${member} for WarmThroughput for ${what} is lower than ${why}`);
	}
}

/** `what` is "table" or "index NAME". */
export function checkWarmthChange(current: Warmth, asked: WarmThroughput | undefined, what: string): void {
	for (const [member] of warmMembers) {
		const units = asked?.[member];
		if (units === undefined || units >= current[member]) continue;
		throw invalidParameters(
			`Requested ${member} for WarmThroughput for ${what} is lower than current WarmThroughput, decreasing WarmThroughput is not supported`,
		);
	}
}

const maxUnits = 1_000_000_000_000;

export function checkBounds(throughput: ProvisionedThroughput): void {
	for (const member of ["ReadCapacityUnits", "WriteCapacityUnits"] as const) {
		if (throughput[member] > maxUnits) {
			throw validationError(`Given value ${throughput[member]} for ${member} is out of bounds`);
		}
	}
}
