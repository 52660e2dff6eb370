import type { Dynamodb } from "../dynamodb.ts";
import { indexNotFound, invalidParameters, limitExceeded, resourceInUse, validationError } from "../errors.ts";
import type {
	AttributeDefinition,
	CreateGlobalSecondaryIndexAction,
	UpdateGlobalSecondaryIndexAction,
	UpdateTableRequest,
} from "../model.generated.ts";
import { checkGlobalIndexKey, checkProjection } from "./checkKeySchema.ts";
import { checkBounds, checkIndexThroughput, checkOnDemandThroughput } from "./checkThroughput.ts";
import { defineIndex } from "./defineIndex.ts";
import type { IndexDefinition, TableDefinition } from "./tableDefinition.ts";

const maxGlobalIndexes = 20;

/** Carries out GlobalSecondaryIndexUpdates: the indexes afterwards, and the attribute definitions that they need. */
export async function updateIndexes(
	{ clock, spaces, timing }: Pick<Dynamodb, "clock" | "spaces" | "timing">,
	definition: TableDefinition,
	request: UpdateTableRequest,
): Promise<Pick<TableDefinition, "attributes" | "indexes">> {
	const updates = request.GlobalSecondaryIndexUpdates ?? [];
	const attributes = mergedAttributes(definition.attributes, request.AttributeDefinitions ?? []);
	if (updates.filter(({ Create, Delete }) => Create ?? Delete).length > 1) {
		throw limitExceeded(oneAtATime);
	}
	if (updates.some(({ Create, Delete }) => Create ?? Delete)) {
		const other = updates.flatMap(({ Create, Delete }) => Create?.IndexName ?? Delete?.IndexName ?? []);
		checkNoneOnItsWay(definition, other);
	}
	const now = clock.now();
	let indexes = definition.indexes;
	for (const { Create, Update, Delete } of updates) {
		if (Create !== undefined) {
			checkNewIndex(definition, attributes, Create);
			const [space = 0] = await spaces.allocate(1);
			const readyAt = now + timing.ms("table") + timing.ms("index");
			indexes = [...indexes, { ...defineIndex(Create, "global", space, true), readyAt }];
		}
		if (Update !== undefined) indexes = changed(definition, indexes, Update, now + timing.ms("table"));
		if (Delete !== undefined) {
			const gone = globalIndex(indexes, Delete.IndexName, "delete");
			indexes = indexes.map((it) => (it === gone ? { ...it, deletingUntil: now + timing.ms("index") } : it));
		}
	}
	const keys = new Set([definition, ...indexes].flatMap(({ keySchema }) => keySchema.map((it) => it.AttributeName)));
	return { attributes: attributes.filter(({ AttributeName }) => keys.has(AttributeName)), indexes };
}

/** A request defines only what is new; what is known already keeps its type. */
function mergedAttributes(
	known: readonly AttributeDefinition[],
	given: readonly AttributeDefinition[],
): readonly AttributeDefinition[] {
	const names = new Set(known.map(({ AttributeName }) => AttributeName));
	return [...known, ...given.filter(({ AttributeName }) => !names.has(AttributeName))];
}

/** One index at a time; what is said of an index that is itself on its way was measured on AWS (October 2026). */
function checkNoneOnItsWay({ name, indexes }: TableDefinition, wanted: readonly string[]): void {
	for (const index of indexes) {
		if (index.deletingUntil !== undefined && wanted.includes(index.name)) {
			throw resourceInUse(`Index is being deleted. Table: ${name} Index: ${index.name}`);
		}
		if (index.deletingUntil === undefined && !(index.backfilling && !wanted.includes(index.name))) continue;
		throw limitExceeded(oneAtATime);
	}
}

const oneAtATime = "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";

function checkNewIndex(
	definition: TableDefinition,
	attributes: readonly AttributeDefinition[],
	index: CreateGlobalSecondaryIndexAction,
): void {
	if (definition.indexes.some(({ name }) => name === index.IndexName)) {
		throw validationError("Attempting to create an index which already exists");
	}
	checkGlobalIndexKey(index.KeySchema, attributes);
	checkProjection(index.Projection);
	checkIndexThroughput(definition.billing.mode, index.IndexName, index.ProvisionedThroughput);
	checkOnDemandThroughput(definition.billing.mode, index.OnDemandThroughput, ` for index : ${index.IndexName}`);
	if (definition.indexes.filter(({ kind }) => kind === "global").length >= maxGlobalIndexes) {
		throw limitExceeded("GlobalSecondaryIndex count exceeds the per-table limit of 20");
	}
}

function changed(
	{ billing }: TableDefinition,
	indexes: readonly IndexDefinition[],
	{ IndexName, ProvisionedThroughput, OnDemandThroughput, WarmThroughput }: UpdateGlobalSecondaryIndexAction,
	changingUntil: number,
): readonly IndexDefinition[] {
	const index = globalIndex(indexes, IndexName, "update");
	if (billing.mode === "PAY_PER_REQUEST" && ProvisionedThroughput !== undefined) {
		throw invalidParameters(
			`Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: ${IndexName} when BillingMode is PAY_PER_REQUEST`,
		);
	}
	if (ProvisionedThroughput !== undefined) checkBounds(ProvisionedThroughput);
	checkOnDemandThroughput(billing.mode, OnDemandThroughput, ` for index : ${IndexName}`);
	const { throughput } = index;
	if (
		ProvisionedThroughput?.ReadCapacityUnits === throughput?.ReadCapacityUnits &&
		ProvisionedThroughput?.WriteCapacityUnits === throughput?.WriteCapacityUnits &&
		ProvisionedThroughput !== undefined
	) {
		throw validationError(
			`The provisioned throughput for the index ${IndexName} will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the index: ${throughput?.ReadCapacityUnits}. Requested ReadCapacityUnits: ${ProvisionedThroughput.ReadCapacityUnits}. Current WriteCapacityUnits provisioned for the index: ${throughput?.WriteCapacityUnits}. Requested WriteCapacityUnits: ${ProvisionedThroughput.WriteCapacityUnits}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.`,
		);
	}
	const updated: IndexDefinition = {
		...index,
		...(ProvisionedThroughput && { throughput: ProvisionedThroughput }),
		...(OnDemandThroughput && { onDemandThroughput: OnDemandThroughput }),
		...(WarmThroughput && { warmThroughput: WarmThroughput }),
		changingUntil,
	};
	return indexes.map((it) => (it === index ? updated : it));
}

function globalIndex(indexes: readonly IndexDefinition[], name: string, action: "update" | "delete"): IndexDefinition {
	const index = indexes.find((it) => it.name === name);
	if (index === undefined) throw indexNotFound(name);
	if (index.kind === "local") {
		const article = action === "update" ? "Cannot update an index" : "Cannot delete an index";
		throw validationError(`${article} that is not a GlobalSecondaryIndex: ${name}`);
	}
	return index;
}
