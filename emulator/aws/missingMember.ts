import type { ModelName } from "./model.ts";

/**
 * What AWS says, before it looks at anything else, of some inputs without the member that they are about. (dynalite's tests
 * against AWS; nubo-db/dynamodb-conformance, us-east-1, 2026-08-12: since then regions go over to the model's constraint.)
 */
export function missingMember(name: ModelName, inputShape: string, request: unknown): string | undefined {
	if (name !== "dynamodb") return undefined;
	const own = texts.get(inputShape);
	if (own === undefined) return undefined;
	const given: unknown = Object(request)[own.member];
	const missing = given === undefined || given === null || (own.filled && Object.keys(Object(given)).length === 0);
	return missing ? own.text : undefined;
}

type OwnText = { readonly member: string; readonly text: string; readonly filled: boolean };

const batch = (operation: string): [string, OwnText] => [
	`${operation}Input`,
	{ member: "RequestItems", text: `The requestItems parameter is required for ${operation}`, filled: true },
];
const table = (operation: string): [string, OwnText] => [
	`${operation}Input`,
	{
		member: "TableName",
		text: "The parameter 'TableName' is required but was not present in the request",
		filled: false,
	},
];
const texts: ReadonlyMap<string, OwnText> = new Map([
	batch("BatchGetItem"),
	batch("BatchWriteItem"),
	table("CreateTable"),
	table("UpdateTable"),
	table("DeleteTable"),
	table("DescribeTable"),
]);
