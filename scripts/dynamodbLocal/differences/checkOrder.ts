import type { Known } from "../differences.ts";

/**
 * Two faults in one request, of which each server tells the one that it looks for first. Only texts count that both have,
 * so that a text of our own making, and a fault that we do not see at all, are still differences; and ours must be of no
 * later stage than theirs, so that a check that we make too late is one too.
 */
export const checkOrder: Known = {
	reason:
		"Two faults in one request: AWS's order of checks is not DynamoDB Local's (53 failures in nubo-db/dynamodb-conformance); ours is held by our own tests.",
	covers: ({ ours, theirs }) => {
		if (!("error" in ours) || !("error" in theirs)) return false;
		const [a, b] = [faultOf(ours.message), faultOf(theirs.message)];
		return a !== undefined && b !== undefined && a.text !== b.text && a.stage <= b.stage;
	},
};

type Fault = { readonly stage: number; readonly text: RegExp };

function faultOf(message: string): Fault | undefined {
	return faults.find(({ text }) => text.test(message));
}

/** The stages in which AWS looks at a request, and a line for each fault that both know; where they have other words for it, both. */
const stages: readonly (readonly RegExp[])[] = [
	// What stands beside what, and the values.
	[
		/^ExpressionAttribute(Names|Values) can only be specified when using expressions/,
		/ReturnValues can only be|Return values set to invalid value/,
		/ALL_PROJECTED_ATTRIBUTES can be used only/,
		/Cannot specify the \w+ when choosing|Select type/,
		/Must specify the AttributesToGet/,
		/cannot be converted|A value provided cannot be converted into a number/,
		/Number overflow/,
		/Number underflow/,
		/(more than|up to) 38 (significant )?digits/,
		/sets? +(should|may) not be empty|Supplied AttributeValue/,
		/(?<!item keys )contains duplicates/,
		/AttributeValues inside AttributeValueList must be of same type/,
		/is not valid for \w+ AttributeValue type/,
		/Invalid number of argument|Value or AttributeValueList must be used|One or more parameter values were invalid: Value (cannot|must)/,
		/cannot be used together/,
		/Only DELETE action is allowed/,
		/action (with value )?is not supported for the type/,
		/ConditionalOperator (cannot|can only)/,
		/lower bound is greater than the upper bound/,
		/not an indexable operation/,
		// A statement's text is read before its parameters.
		/^Statement wasn't well formed, can't be processed: (Unexpected|Expected)/,
		/Aliasing is not supported/,
		/^(Validation failed in TransactStatements\[\d\]: )?The function is not allowed in an update expression/,
	],
	// Expressions and statements, each for itself.
	[
		/^Invalid \w+Expression: Syntax error/,
		/^Invalid \w+Expression: Two document paths overlap/,
		/^Invalid \w+Expression: Two document paths conflict/,
		/^Invalid \w+Expression: Incorrect operand type/,
		/^Invalid \w+Expression: Incorrect number of operands/,
		/^Invalid \w+Expression: Attribute name is a reserved keyword/,
		/^Invalid \w+Expression: Invalid function name/,
		/^Invalid \w+Expression: The function is not allowed/,
		/^Invalid \w+Expression: The first operand must be distinct/,
		/^Invalid \w+Expression: The BETWEEN operator requires/,
		/^Invalid \w+Expression: Operator or function requires a document path/,
		/^Invalid \w+Expression: Invalid attribute type name/,
		/^Invalid \w+Expression: The expression has redundant parentheses/,
		/^Invalid \w+Expression: The expression can not be empty/,
		/can only contain non-primary key attributes/,
		/conditions on nested attributes/,
		/^Invalid operator used in KeyConditionExpression/,
		/^Invalid condition in KeyConditionExpression/,
		/^KeyConditionExpressions cannot contain nested operations/,
		/^The arguments to AND\/OR must be Expressions/,
		/^The argument to NOT must be/,
		/^(Incorrect number of operands|The first operand must be distinct|Incorrect operand type)/,
		/Duplicate identifiers in select clause/,
		/^The function is not allowed in a condition expression/,
		/Unrecognized function/,
		/^Unsupported operator in Condition Expression/,
		/^Invalid attribute type name found/,
		/List index is not within the allowable range/,
		/^Operator or function requires a document path/,
	],
	[/^Value provided in ExpressionAttribute\w+ unused/],
	// The table, its indexes and their keys.
	[
		/^Requested resource not found|^Cannot do operations on a non-existent table/,
		/does not have the specified index/,
		/Consistent read/,
		/^The provided key element does not match|^The number of conditions on the keys|^Type mismatch for key|: Type mismatch for key/,
		/Missing the key|One of the required keys/,
		/Type mismatch for Index Key/,
		/attempted to update the secondary index key to unsupported type/,
		/^Updates on index keys must be of the same data type/,
		/cannot contain an empty|can not be empty/,
		/does not project/,
		/Cannot update attribute/,
		/^Type mismatch for attribute to update/,
		/^Key attribute's data type should match/,
		/^Invalid attribute value type/,
		/list random access '\[\]' and map lookup/,
		/Query condition missed key schema element|Query key condition not supported|Conditions can be of length|KeyConditionExpressions must only contain/,
		/Condition parameter type does not match schema type/,
		/^Must have (hash key|WHERE clause|at least one)/,
		/^Transaction request cannot include multiple operations/,
		/Provided list of item keys contains duplicates/,
	],
	// The item.
	[
		/^The provided expression refers to an attribute that does not exist/,
		/^An operand in the update expression has an incorrect data type/,
		/document path provided in the update expression is invalid/,
		/^The conditional request failed/,
		/^Transaction cancelled/,
	],
];

const faults: readonly Fault[] = stages.flatMap((texts, stage) => texts.map((text) => ({ stage, text })));
