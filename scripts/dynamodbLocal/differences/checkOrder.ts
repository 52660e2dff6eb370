import type { Known } from "../differences.ts";

/**
 * Two faults in one request: each server tells the one that it looks for first. Only texts count that both have, so that
 * a text of our own making, and a fault that we do not see at all, are still differences.
 */
export const checkOrder: Known = {
	reason:
		"Two faults in one request: AWS's order of checks is not DynamoDB Local's (53 failures in nubo-db/dynamodb-conformance); ours is held by our own tests.",
	covers: ({ ours, theirs }) => {
		if (!("error" in ours) || !("error" in theirs)) return false;
		const [a, b] = [faultOf(ours.message), faultOf(theirs.message)];
		return a !== undefined && b !== undefined && a !== b;
	},
};

function faultOf(message: string): number | undefined {
	const found = faults.findIndex((it) => it.test(message));
	return found < 0 ? undefined : found;
}

/** A line for each fault that both know; where they have other words for it, both. */
const faults: readonly RegExp[] = [
	/ReturnValues can only be|Return values set to invalid value/,
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
	/^ExpressionAttribute(Names|Values) can only be specified when using expressions/,
	/^Value provided in ExpressionAttribute\w+ unused/,
	/document path provided in the update expression is invalid/,
	/^The provided expression refers to an attribute that does not exist/,
	/^An operand in the update expression has an incorrect data type/,
	/^The provided key element does not match|^The number of conditions on the keys|^Type mismatch for key|: Type mismatch for key/,
	/Missing the key|One of the required keys/,
	/Type mismatch for Index Key/,
	/attempted to update the secondary index key to unsupported type/,
	/cannot be converted|A value provided cannot be converted into a number/,
	/Number overflow/,
	/Number underflow/,
	/(more than|up to) 38 (significant )?digits/,
	/sets? +(should|may) not be empty|Supplied AttributeValue/,
	/contains duplicates/,
	/cannot contain an empty|can not be empty/,
	/Consistent read/,
	/does not have the specified index/,
	/^Requested resource not found|^Cannot do operations on a non-existent table/,
	/does not project/,
	/Cannot update attribute/,
	/Query condition missed key schema element|Query key condition not supported|Conditions can be of length|KeyConditionExpressions must only contain/,
	/Condition parameter type does not match schema type/,
	/can only contain non-primary key attributes/,
	/ALL_PROJECTED_ATTRIBUTES can be used only/,
	/Cannot specify the \w+ when choosing|Select type/,
	/Must specify the AttributesToGet/,
	/^Transaction request cannot include multiple operations/,
	/^Transaction cancelled/,
	/conditions on nested attributes/,
	/list random access '\[\]' and map lookup/,
	/^Invalid operator used in KeyConditionExpression/,
	/^Invalid attribute value type/,
	/lower bound is greater than the upper bound/,
	/not an indexable operation/,
	/^Must have (hash key|WHERE clause|at least one)/,
	/^The arguments to AND\/OR must be Expressions/,
	/^(Incorrect number of operands|The first operand must be distinct|Incorrect operand type)/,
	/Duplicate identifiers in select clause/,
	/^The function is not allowed in a condition expression/,
	/^(Validation failed in TransactStatements\[\d\]: )?The function is not allowed in an update expression/,
	/^KeyConditionExpressions cannot contain nested operations/,
	/^Updates on index keys must be of the same data type/,
	/Unrecognized function/,
	/^Type mismatch for attribute to update/,
	/^Key attribute's data type should match/,
	/^Invalid condition in KeyConditionExpression/,
	/^Unsupported operator in Condition Expression/,
	/^Invalid attribute type name found/,
	/^Statement wasn't well formed, can't be processed: (Unexpected|Expected)/,
	/List index is not within the allowable range/,
	/Aliasing is not supported/,
	/^Operator or function requires a document path/,
	/^The argument to NOT must be/,
	/Provided list of item keys contains duplicates/,
	/AttributeValues inside AttributeValueList must be of same type/,
	/is not valid for \w+ AttributeValue type/,
	/Invalid number of argument|Value or AttributeValueList must be used|One or more parameter values were invalid: Value (cannot|must)/,
	/cannot be used together/,
	/Only DELETE action is allowed/,
	/action (with value )?is not supported for the type/,
	/ConditionalOperator (cannot|can only)/,
	/^The conditional request failed/,
];
