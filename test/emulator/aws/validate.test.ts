import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { AwsError } from "../../../emulator/aws/awsError.ts";
import { loadModel, type ModelName, modelNames, type Shape } from "../../../emulator/aws/model.ts";
import { validate } from "../../../emulator/aws/validate.ts";
import { wholeMatch } from "../../../emulator/aws/wholeMatch.ts";

function message(service: ModelName, operation: string, request: object): string | undefined {
	const model = loadModel(service);
	try {
		validate(service, model, model.operations[operation]?.input ?? "", request);
		return undefined;
	} catch (error) {
		assert.ok(error instanceof AwsError);
		return `${error.code}: ${error.message}`;
	}
}

const one = "1 validation error detected:";
const must = "failed to satisfy constraint: Member must";

/** [what is wrong, service, operation, request, AWS's answer]. Those marked * are recorded from AWS (shared/recorded). */
const table: readonly [string, ModelName, string, object, string][] = [
	[
		"a required member",
		"dynamodb",
		"DescribeTimeToLive",
		{},
		`ValidationException: ${one} Value null at 'tableName' ${must} not be null`,
	],
	[
		"a table's name in DynamoDB's oldest operations",
		"dynamodb",
		"CreateTable",
		{ BillingMode: "none" },
		"ValidationException: The parameter 'TableName' is required but was not present in the request",
	],
	[
		"a batch of nothing",
		"dynamodb",
		"BatchGetItem",
		{ RequestItems: {}, ReturnConsumedCapacity: "none" },
		"ValidationException: The requestItems parameter is required for BatchGetItem",
	],
	[
		"a batch without anything",
		"dynamodb",
		"BatchWriteItem",
		{},
		"ValidationException: The requestItems parameter is required for BatchWriteItem",
	],
	[
		"a batch without writes for a table",
		"dynamodb",
		"BatchWriteItem",
		{ RequestItems: { songs: [] } },
		`ValidationException: ${one} Value '{songs=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]`,
	],
	[
		"an enum of a patch operation *",
		"apigateway",
		"UpdateMethodResponse",
		{
			restApiId: "a",
			resourceId: "b",
			httpMethod: "GET",
			statusCode: "200",
			patchOperations: [{ op: "wrong_op", path: "/" }],
		},
		`ValidationException: ${one} Value 'wrong_op' at 'updateMethodResponseInput.patchOperations.1.member.op' ${must} satisfy enum value set: [add, remove, move, test, replace, copy]`,
	],
	[
		"a pattern in the path *",
		"apigateway",
		"UpdateMethodResponse",
		{ restApiId: "a", resourceId: "b", httpMethod: "GET", statusCode: "wrong", patchOperations: [] },
		`ValidationException: ${one} Value 'wrong' at 'statusCode' ${must} satisfy regular expression pattern: [1-5]\\d\\d`,
	],
	[
		"a list that is too long *",
		"lambda",
		"CreateFunction",
		{ FunctionName: "f", Role: "arn:aws:iam::123456789012:role/r", Code: {}, Architectures: ["x86_64", "arm64"] },
		`ValidationException: ${one} Value '[x86_64, arm64]' at 'architectures' ${must} have length less than or equal to 1`,
	],
	[
		"a scalar in a list *",
		"lambda",
		"CreateFunction",
		{ FunctionName: "f", Role: "arn:aws:iam::123456789012:role/r", Code: {}, Architectures: ["X86_64"] },
		`ValidationException: ${one} Value '[X86_64]' at 'architectures' ${must} satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]`,
	],
	[
		"two at once",
		"dynamodb",
		"PutItem",
		{ TableName: "t" },
		`ValidationException: ${one} Value null at 'item' ${must} not be null`,
	],
	[
		"a number that is too small",
		"dynamodb",
		"Scan",
		{ TableName: "table", Limit: 0 },
		`ValidationException: ${one} Value '0' at 'limit' ${must} have value greater than or equal to 1`,
	],
	[
		"a secret, which is not repeated",
		"cognito-idp",
		"SignUp",
		{ ClientId: "client", Username: "me", Password: "x".repeat(300) },
		`InvalidParameterException: ${one} Value at 'password' ${must} have length less than or equal to 256`,
	],
];

suite("Validation by the model", () => {
	for (const [what, service, operation, request, expected] of table) {
		test(`${service} ${operation}: ${what}`, () => assert.equal(message(service, operation, request), expected));
	}

	test("several violations are counted and joined, in the model's order", () => {
		const text = message("dynamodb", "CreateTable", { TableName: "", KeySchema: [{ KeyType: "hash" }] });
		const failed = "failed to satisfy constraint: Member must";
		assert.equal(
			text,
			`ValidationException: 3 validation errors detected: Value '' at 'tableName' ${failed} have length greater than or equal to 1; ` +
				`Value null at 'keySchema.1.member.attributeName' ${failed} not be null; ` +
				`Value 'hash' at 'keySchema.1.member.keyType' ${failed} satisfy enum value set: [HASH, RANGE]`,
		);
	});

	test("every pattern in every model compiles", () => {
		const broken = modelNames.flatMap((name) =>
			Object.entries(loadModel(name).shapes).flatMap(([shapeName, shape]) =>
				compiles(shape) ? [] : [`${name}#${shapeName}`],
			),
		);
		assert.deepEqual(broken, []);
	});
});

function compiles(shape: Shape): boolean {
	return !("pattern" in shape) || shape.pattern === undefined || wholeMatch(shape.pattern) !== undefined;
}
