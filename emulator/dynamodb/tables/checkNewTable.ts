import { invalidParameters, notImplemented, validationError } from "../errors.ts";
import type { CreateTableRequest, SSESpecification, StreamSpecification } from "../model.generated.ts";
import { checkGlobalIndexKey, checkLocalIndexKey, checkProjection, checkTableKey } from "./checkKeySchema.ts";
import { checkNewIndexCapacity, checkNewTableCapacity } from "./checkThroughput.ts";
import { checkTags } from "./tags.ts";

/** All that AWS checks in a CreateTable request beyond the single members, in its order. */
export function checkNewTable(request: CreateTableRequest): void {
	refuseMissing(request);
	checkName(request.TableName);
	const { AttributeDefinitions: attributes = [], KeySchema: schema = [], BillingMode: mode = "PROVISIONED" } = request;
	checkNewTableCapacity(mode, request);
	const twice = attributes.find((it, i) => attributes.findIndex((a) => a.AttributeName === it.AttributeName) !== i);
	if (twice !== undefined) throw validationError(`Attribute Name is duplicated: ${twice.AttributeName}`);
	checkTableKey(schema, attributes);
	if (!request.LocalSecondaryIndexes && !request.GlobalSecondaryIndexes && schema.length !== attributes.length) {
		throw invalidParameters(
			"Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions",
		);
	}
	checkIndexes(request);
	checkAllUsed(request);
	checkNewStream(request.StreamSpecification);
	checkEncryption(request.SSESpecification);
	checkTags(request.Tags ?? []);
}

/** Members that would do something in AWS and would do nothing here. */
function refuseMissing(request: CreateTableRequest): void {
	for (const member of ["GlobalTableSourceArn", "GlobalTableSettingsReplicationMode"] as const) {
		if (request[member] !== undefined) throw notImplemented(`the member ${member} of CreateTable`);
	}
}

/** The model lets an ARN stand for a table's name; a new table has a name. */
function checkName(name: string): void {
	const constraint =
		name.length < 3
			? "Member must have length greater than or equal to 3"
			: name.length > 255
				? "Member must have length less than or equal to 255"
				: /^[a-zA-Z0-9_.-]+$/.test(name)
					? undefined
					: "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";
	if (constraint === undefined) return;
	throw validationError(
		`1 validation error detected: Value '${name}' at 'tableName' failed to satisfy constraint: ${constraint}`,
	);
}

const maxLocalIndexes = 5;
const maxGlobalIndexes = 20;

function checkIndexes(request: CreateTableRequest): void {
	const { AttributeDefinitions: attributes = [], KeySchema: schema = [], BillingMode: mode = "PROVISIONED" } = request;
	const { LocalSecondaryIndexes: local, GlobalSecondaryIndexes: global } = request;
	const names = new Set<string>();
	if (local?.length === 0) throw invalidParameters("List of LocalSecondaryIndexes is empty");
	if (local !== undefined && schema.length !== 2) {
		throw invalidParameters(
			"Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex",
		);
	}
	for (const index of local ?? []) {
		checkLocalIndexKey(index.IndexName, index.KeySchema, attributes, schema[0]?.AttributeName);
		checkProjection(index.Projection);
		noteName(names, index.IndexName);
	}
	if (local !== undefined && local.length > maxLocalIndexes) {
		throw invalidParameters("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
	}
	if (global?.length === 0) throw invalidParameters("List of GlobalSecondaryIndexes is empty");
	for (const index of global ?? []) {
		checkGlobalIndexKey(index.KeySchema, attributes);
		checkProjection(index.Projection);
		checkNewIndexCapacity(mode, index);
		noteName(names, index.IndexName);
	}
	if (global !== undefined && global.length > maxGlobalIndexes) {
		throw invalidParameters("GlobalSecondaryIndex count exceeds the per-table limit of 20");
	}
}

function noteName(names: Set<string>, name: string): void {
	if (names.has(name)) throw invalidParameters(`Duplicate index name: ${name}`);
	names.add(name);
}

function checkAllUsed(request: CreateTableRequest): void {
	const { AttributeDefinitions: attributes = [], KeySchema: schema = [] } = request;
	const indexes = [...(request.LocalSecondaryIndexes ?? []), ...(request.GlobalSecondaryIndexes ?? [])];
	const used = new Set([...schema, ...indexes.flatMap((index) => index.KeySchema)].map((it) => it.AttributeName));
	const defined = attributes.map((it) => it.AttributeName);
	if (defined.every((name) => used.has(name))) return;
	throw invalidParameters(
		`Some AttributeDefinitions are not used. AttributeDefinitions: [${defined.join(", ")}], keys used: [${[...used].join(", ")}]`,
	);
}

function checkNewStream(stream: StreamSpecification | undefined): void {
	if (stream === undefined) return;
	if (stream.StreamEnabled && stream.StreamViewType === undefined) {
		throw invalidParameters("Table is being created with a stream enabled, UpdateViewType is required");
	}
	if (!stream.StreamEnabled && stream.StreamViewType !== undefined) {
		throw invalidParameters("Table is being created with a stream disabled, UpdateViewType should not be specified");
	}
}

export function checkEncryption(encryption: SSESpecification | undefined): void {
	if (encryption === undefined) return;
	const { Enabled: enabled, SSEType: type, KMSMasterKeyId: key } = encryption;
	if (type === "AES256") throw invalidParameters("SSEType AES256 is not supported");
	if (enabled === false && type !== undefined)
		throw invalidParameters("SSEType can not be specified if Enabled is false");
	if (enabled === false && key !== undefined) {
		throw invalidParameters("KMSMasterKeyId can not be specified if Enabled is false");
	}
	if (key !== undefined && type === undefined) {
		throw invalidParameters("SSEType KMS is required if KMSMasterKeyId is specified");
	}
}
