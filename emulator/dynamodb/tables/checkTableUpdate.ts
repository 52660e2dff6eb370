import { invalidParameters, notImplemented, validationError } from "../errors.ts";
import type { GlobalSecondaryIndexUpdate, StreamSpecification, UpdateTableRequest } from "../model.generated.ts";
import { checkEncryption } from "./checkNewTable.ts";
import { checkBounds } from "./checkThroughput.ts";

/** All that AWS checks in an UpdateTable request before it looks at the table. */
export function checkTableUpdate(request: UpdateTableRequest): void {
	for (const member of missingMembers) {
		if (request[member] !== undefined) throw notImplemented(`the member ${member} of UpdateTable`);
	}
	if (changes.every((member) => request[member] === undefined)) {
		throw validationError(
			"At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required",
		);
	}
	checkAlone(request);
	if (request.BillingMode === "PAY_PER_REQUEST" && request.ProvisionedThroughput !== undefined) {
		throw invalidParameters("ProvisionedThroughput cannot be specified when BillingMode is PAY_PER_REQUEST");
	}
	if (request.ProvisionedThroughput !== undefined) checkBounds(request.ProvisionedThroughput);
	checkStreamChange(request.StreamSpecification);
	checkEncryption(request.SSESpecification);
	checkIndexUpdates(request.GlobalSecondaryIndexUpdates);
}

/** Members that would do something in AWS and would do nothing here. */
const missingMembers = [
	"ReplicaUpdates",
	"MultiRegionConsistency",
	"GlobalTableWitnessUpdates",
	"GlobalTableSettingsReplicationMode",
] as const;

const changes = [
	"ProvisionedThroughput",
	"BillingMode",
	"StreamSpecification",
	"GlobalSecondaryIndexUpdates",
	"SSESpecification",
	"DeletionProtectionEnabled",
	"OnDemandThroughput",
	"WarmThroughput",
	"TableClass",
] as const;

/** Changes that AWS wants to have a request of their own, in the order in which it names them. */
const alone = {
	SSESpecification: "Server-Side Encryption modification must be the only operation in the request",
	TableClass: "TableClass modification must be the only operation in the request",
	DeletionProtectionEnabled: "DeletionProtection modification must be the only operation in the request",
	WarmThroughput: "WarmThroughput must be the only operation in the request",
} as const;

function checkAlone(request: UpdateTableRequest): void {
	const given = changes.filter((member) => request[member] !== undefined);
	if (given.length < 2) return;
	for (const [member, message] of Object.entries(alone)) {
		if (given.some((it) => it === member)) throw invalidParameters(message);
	}
	const capacity = request.ProvisionedThroughput !== undefined || request.BillingMode === "PROVISIONED";
	const indexes = request.GlobalSecondaryIndexUpdates?.some(({ Create, Delete }) => Create ?? Delete);
	if (capacity && request.StreamSpecification !== undefined) {
		throw invalidParameters("You cannot modify stream status while updating table IOPS");
	}
	if (capacity && indexes) throw invalidParameters("You cannot create or delete index while updating table IOPS");
	if (indexes && request.StreamSpecification !== undefined) {
		throw invalidParameters("You cannot create or delete index while changing stream status");
	}
}

function checkStreamChange(stream: StreamSpecification | undefined): void {
	if (stream === undefined) return;
	if (stream.StreamEnabled && stream.StreamViewType === undefined) {
		throw invalidParameters("If stream is being enabled then UpdateViewType is required");
	}
	if (!stream.StreamEnabled && stream.StreamViewType !== undefined) {
		throw invalidParameters("If stream is being disabled, then UpdateViewType must not be specified");
	}
}

function checkIndexUpdates(updates: readonly GlobalSecondaryIndexUpdate[] | undefined): void {
	if (updates?.length === 0) throw invalidParameters("List of GlobalSecondaryIndexUpdates is empty");
	const names = new Set<string>();
	for (const { Create, Update, Delete } of updates ?? []) {
		const actions = [Create, Update, Delete].filter((action) => action !== undefined);
		const [action] = actions;
		if (action === undefined) {
			throw invalidParameters(
				"One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null",
			);
		}
		if (actions.length > 1) {
			throw invalidParameters(
				"Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object",
			);
		}
		if (names.has(action.IndexName)) {
			throw invalidParameters(
				`Only one global secondary index update per index is allowed simultaneously. Index: ${action.IndexName}`,
			);
		}
		names.add(action.IndexName);
	}
}
