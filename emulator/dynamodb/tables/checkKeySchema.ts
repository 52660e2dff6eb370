import { invalidParameters, validationError } from "../errors.ts";
import type { AttributeDefinition, KeySchemaElement, Projection } from "../model.generated.ts";

type Attributes = readonly AttributeDefinition[];

/** Checks a table's own key schema against its attribute definitions, in AWS's order. */
export function checkTableKey(schema: readonly KeySchemaElement[], attributes: Attributes): void {
	if (schema.length > 2) throw tooManyElements(schema);
	if (schema.length > attributes.length) {
		throw validationError("Invalid KeySchema: Some index key attribute have no definition");
	}
	checkDefined(schema, attributes);
	checkTwoPartKey(schema);
}

/** A local index has the table's partition key and a sort key of its own. */
export function checkLocalIndexKey(
	indexName: string,
	schema: readonly KeySchemaElement[],
	attributes: Attributes,
	tableHash: string | undefined,
): void {
	checkDefined(schema, attributes);
	checkTwoPartKey(schema);
	if (schema.length !== 2) {
		throw invalidParameters(`Index KeySchema does not have a range key for index: ${indexName}`);
	}
	const indexHash = schema[0]?.AttributeName;
	if (indexHash !== tableHash) {
		throw invalidParameters(
			`Index KeySchema does not have the same leading hash key as table KeySchema for index: ${indexName}. index hash key: ${indexHash}, table hash key: ${tableHash}`,
		);
	}
}

/** A global index may have up to four attributes of each kind (since November 2025). */
export function checkGlobalIndexKey(schema: readonly KeySchemaElement[], attributes: Attributes): void {
	checkDefined(schema, attributes);
	if (schema.length <= 2 && schema.filter(({ KeyType }) => KeyType === "HASH").length < 2) {
		checkTwoPartKey(schema);
		return;
	}
	const names = schema.map(({ AttributeName }) => AttributeName);
	if (new Set(names).size !== names.length) {
		throw validationError("The KeySchema contains multiple key attributes with the same name");
	}
	const firstRange = schema.findIndex(({ KeyType }) => KeyType === "RANGE");
	if (schema[0]?.KeyType !== "HASH") {
		throw validationError("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
	}
	if (firstRange !== -1 && schema.slice(firstRange).some(({ KeyType }) => KeyType === "HASH")) {
		throw invalidParameters("All HASH key attributes must precede RANGE key attributes in the KeySchema");
	}
	for (const kind of ["HASH", "RANGE"] as const) {
		if (schema.filter(({ KeyType }) => KeyType === kind).length > maxOfAKind) {
			throw invalidParameters(`The KeySchema exceeds the maximum allowed number of ${kind} key attributes`);
		}
	}
}

export function checkProjection({ ProjectionType, NonKeyAttributes }: Projection): void {
	if (ProjectionType === undefined) throw invalidParameters("Unknown ProjectionType: null");
	if (NonKeyAttributes !== undefined && ProjectionType !== "INCLUDE") {
		throw invalidParameters(`ProjectionType is ${ProjectionType}, but NonKeyAttributes is specified`);
	}
	if (NonKeyAttributes === undefined && ProjectionType === "INCLUDE") {
		throw invalidParameters("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
	}
	const twice = NonKeyAttributes?.find((name, index) => NonKeyAttributes.indexOf(name) !== index);
	if (twice !== undefined) throw invalidParameters(`Duplicate element in NonKeyAttributes: ${twice}`);
}

const maxOfAKind = 4;

function checkDefined(schema: readonly KeySchemaElement[], attributes: Attributes): void {
	const keys = schema.map(({ AttributeName }) => AttributeName);
	const defined = attributes.map(({ AttributeName }) => AttributeName);
	if (keys.every((name) => defined.includes(name))) return;
	throw invalidParameters(
		`Some index key attributes are not defined in AttributeDefinitions. Keys: [${keys.join(", ")}], AttributeDefinitions: [${defined.join(", ")}]`,
	);
}

function checkTwoPartKey([first, second]: readonly KeySchemaElement[]): void {
	if (first?.AttributeName === second?.AttributeName) {
		throw validationError("Both the Hash Key and the Range Key element in the KeySchema have the same name");
	}
	if (first?.KeyType !== "HASH") {
		throw validationError("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
	}
	if (second !== undefined && second.KeyType !== "RANGE") {
		throw validationError("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
	}
}

/** The model dropped this constraint when global indexes were given longer keys; for tables AWS goes on saying it. */
function tooManyElements(schema: readonly KeySchemaElement[]) {
	const elements = schema.map(
		({ AttributeName, KeyType }) => `KeySchemaElement(attributeName=${AttributeName}, keyType=${KeyType})`,
	);
	return validationError(
		`1 validation error detected: Value '[${elements.join(", ")}]' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2`,
	);
}
