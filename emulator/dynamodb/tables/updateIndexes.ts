import { changeIndexThroughput, switchIndexes } from "../capacity/changeIndexThroughput.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { indexNotFound, invalidParameters, limitExceeded, resourceInUse, validationError } from "../errors.ts";
import type { AttributeDefinition, CreateGlobalSecondaryIndexAction, UpdateTableRequest } from "../model.generated.ts";
import { checkGlobalIndexKey, checkProjection } from "./checkKeySchema.ts";
import { checkNewIndexCapacity } from "./checkThroughput.ts";
import { defineIndex } from "./defineIndex.ts";
import type { IndexDefinition, TableDefinition } from "./tableDefinition.ts";

const maxGlobalIndexes = 20;

/** Carries out GlobalSecondaryIndexUpdates: the indexes afterwards, and the attribute definitions that they need. `mode` is the table's from now on. */
export async function updateIndexes(
	{ clock, spaces, timing }: Pick<Dynamodb, "clock" | "spaces" | "timing">,
	definition: TableDefinition,
	mode: TableDefinition["billing"]["mode"],
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
	const wanted = updates.flatMap(({ Update }) => Update ?? []);
	let indexes = switchIndexes(definition, mode, wanted, now);
	for (const { Create, Update, Delete } of updates) {
		if (Create !== undefined) {
			checkNewIndex(definition, mode, attributes, Create);
			const [space = 0] = await spaces.allocate(1);
			const readyAt = now + timing.ms("table") + timing.ms("index");
			indexes = [...indexes, { ...defineIndex(Create, "global", space, true), readyAt }];
		}
		if (Update !== undefined) {
			const index = globalIndex(definition.name, indexes, Update.IndexName, "update");
			const updated = changeIndexThroughput(definition, index, mode, Update, now);
			const changingUntil = now + timing.ms("table");
			indexes = indexes.map((it) => (it === index ? { ...updated, changingUntil } : it));
		}
		if (Delete !== undefined) {
			const gone = globalIndex(definition.name, indexes, Delete.IndexName, "delete");
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
	mode: TableDefinition["billing"]["mode"],
	attributes: readonly AttributeDefinition[],
	index: CreateGlobalSecondaryIndexAction,
): void {
	if (definition.indexes.some(({ name }) => name === index.IndexName)) {
		throw validationError("Attempting to create an index which already exists");
	}
	checkGlobalIndexKey(index.KeySchema, attributes);
	checkProjection(index.Projection);
	if (mode === "PROVISIONED" && index.ProvisionedThroughput === undefined) {
		throw invalidParameters(
			`Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: ${index.IndexName}`,
		);
	}
	checkNewIndexCapacity(mode, index);
	if (definition.indexes.filter(({ kind }) => kind === "global").length >= maxGlobalIndexes) {
		throw limitExceeded("GlobalSecondaryIndex count exceeds the per-table limit of 20");
	}
}

function globalIndex(
	table: string,
	indexes: readonly IndexDefinition[],
	name: string,
	action: "update" | "delete",
): IndexDefinition {
	const index = indexes.find((it) => it.name === name);
	if (index === undefined) throw indexNotFound(name, table);
	if (index.kind === "local") {
		const article = action === "update" ? "Cannot update an index" : "Cannot delete an index";
		throw validationError(`${article} that is not a GlobalSecondaryIndex: ${name}`);
	}
	return index;
}
