import { invalidParameters, validationError } from "../errors.ts";
import type { OnDemandThroughput, ProvisionedThroughput } from "../model.generated.ts";

export type BillingMode = "PROVISIONED" | "PAY_PER_REQUEST";

/** Checks what a new table says of its capacity. */
export function checkTableThroughput(mode: BillingMode, throughput: ProvisionedThroughput | undefined): void {
	if (mode === "PAY_PER_REQUEST") {
		if (throughput === undefined) return;
		throw invalidParameters(
			"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
		);
	}
	if (throughput === undefined) {
		throw invalidParameters(
			"ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
		);
	}
	checkBounds(throughput);
}

/** Checks what a new global index says of its capacity. */
export function checkIndexThroughput(
	mode: BillingMode,
	indexName: string,
	throughput: ProvisionedThroughput | undefined,
): void {
	if (mode === "PAY_PER_REQUEST" && throughput !== undefined) {
		throw invalidParameters(
			`ProvisionedThroughput should not be specified for index: ${indexName} when BillingMode is PAY_PER_REQUEST`,
		);
	}
	if (mode === "PROVISIONED" && throughput === undefined) {
		throw invalidParameters(`ProvisionedThroughput is not specified for index: ${indexName}`);
	}
	if (throughput !== undefined) checkBounds(throughput);
}

export function checkOnDemandThroughput(mode: BillingMode, limits: OnDemandThroughput | undefined, where = ""): void {
	for (const member of ["MaxReadRequestUnits", "MaxWriteRequestUnits"] as const) {
		const limit = limits?.[member];
		if (limit === undefined) continue;
		if (mode === "PROVISIONED") {
			throw invalidParameters(
				`${member} for OnDemandThroughput cannot be specified${where} when the table BillingMode is PROVISIONED`,
			);
		}
		if (limit < 1 && limit !== -1) {
			throw invalidParameters(`Requested ${member} for OnDemandThroughput for table is outside of valid range`);
		}
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
