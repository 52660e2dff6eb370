import type { Refusal } from "../call.ts";
import type { Known } from "../differences.ts";

type Wording = { readonly ours: RegExp; readonly theirs: RegExp; readonly reason: string };

/** The same fault in other words. Where no other source is named, AWS's words are those that nubo-db/dynamodb-conformance captured. */
const wordings: readonly Wording[] = [
	{
		ours: /ReturnValues can only be ALL_OLD or NONE/,
		theirs: /Return values set to invalid value/,
		reason: "ReturnValues that PutItem and DeleteItem do not have: AWS names what they have.",
	},
	{
		ours: /Missing the key \w+ in the item/,
		theirs: /One of the required keys was not given a value/,
		reason: "An item without its key: AWS names the missing attribute; in a transaction it is the item's own reason.",
	},
	{
		ours: /cannot be converted to a numeric value/,
		theirs: /A value provided cannot be converted into a number/,
		reason: "A text that is no number: AWS shows it.",
	},
	{
		ours: /contains duplicates\./,
		theirs: /contains duplicates($| for key)/,
		reason: "A set with a member twice: AWS ends the sentence with a stop.",
	},
	{
		ours: /The provided key element does not match the schema/,
		theirs:
			/The number of conditions on the keys is invalid|Type mismatch for key|One of the required keys was not given a value|Invalid attribute value type$/,
		reason:
			"A key that is not the table's: AWS has one text for all ways (recorded: test_batch_write_not_matching_schema).",
	},
	{
		ours: /Consistent reads are not supported on global secondary indexes/,
		theirs: /Consistent read cannot be true when querying a GSI/,
		reason: "A consistent read of a global index.",
	},
	{
		ours: /^Requested resource not found/,
		theirs: /Cannot do operations on a non-existent table/,
		reason: "A table that is not there (recorded: test_table_crud).",
	},
	{
		ours: /'transactItems' failed to satisfy constraint/,
		theirs: /Value null at 'transactItems'/,
		reason: "DynamoDB Local takes an empty list for none.",
	},
	{
		ours: /./,
		theirs: /Statement wasn't well formed, can't be processed: (SELECT|INSERT|UPDATE|DELETE)/,
		reason: "A statement that cannot be read: AWS says what was not expected, DynamoDB Local repeats the statement.",
	},
	{
		ours: /Type mismatch for key \w+ expected: |Type mismatch for Index Key \w+ Expected: /,
		theirs: /Type mismatch for (key|Index Key)$|Invalid attribute value type$/,
		reason: "A key of the wrong type: AWS says which and what it is.",
	},
	{
		ours: /Query condition missed key schema element: /,
		theirs: /Query condition missed key schema element$/,
		reason: "A query without its key: AWS names the attribute.",
	},
	{
		ours: /action (with value )?is not supported for the type \w+/,
		theirs: /action (with value )?is not supported for the type (STRING|NUMBER|BINARY|LIST|MAP|BOOLEAN|NULL|\w+_SET)/,
		reason: "AttributeUpdates: AWS has a type's short name.",
	},
	{
		ours: /Attempting to store more than 38 significant digits in a Number/,
		theirs: /DynamoDB only supports precision up to 38 digits/,
		reason: "A number of more than 38 digits.",
	},
	{
		ours: /One or more parameter values were invalid: (Must specify the AttributesToGet|ALL_PROJECTED_ATTRIBUTES can)/,
		theirs: /^(Must specify the AttributesToGet|ALL_PROJECTED_ATTRIBUTES can)/,
		reason: "SPECIFIC_ATTRIBUTES without any, or ALL_PROJECTED_ATTRIBUTES without an index.",
	},
	{
		ours: /Input collection \[.*\]of type BS contains duplicates/,
		theirs: /Input collection of type BS contains duplicates/,
		reason: "A binary set with a member twice: AWS shows it.",
	},
	{
		ours: /Map value must satisfy constraint: /,
		theirs: /The batch write request list for a table cannot be null or empty/,
		reason: "A batch without writes for a table: the model's constraint, as AWS was captured for more than 25.",
	},
	{
		ours: /Two document paths overlap with each other/,
		theirs: /Two document paths overlap with each other/,
		reason: "The same fault; of several pairs of paths DynamoDB Local names another, or two that do not overlap.",
	},
	{
		ours: /Two document paths conflict with each other/,
		theirs: /Two document paths conflict with each other/,
		reason: "The same fault; of two paths DynamoDB Local names the other one first.",
	},
	{
		ours: /Incorrect operand type for operator or function/,
		theirs: /Incorrect operand type for operator or function/,
		reason: "The same fault, of several operands of wrong types another one.",
	},
	{
		ours: /Consistent reads are not supported on global secondary indexes/,
		theirs: /Consistent read cannot be true when scanning a GSI/,
		reason: "A consistent scan of a global index.",
	},
	{
		ours: /Invalid number of argument\(s\)|is not valid for \w+ AttributeValue type/,
		theirs: /Invalid number of argument\(s\)|is not valid for \w+ AttributeValue type/,
		reason: "The same fault, of several comparisons of the older interface another one.",
	},
	{
		ours: /Key attribute's data type should match its data type in table's schema: Key/,
		theirs: /Key attribute's data type should match its data type in table's schema: Key/,
		reason: "The same fault, of several key attributes another one.",
	},
	{
		ours: /Syntax error; token: ".*", near: ".*[.[] /,
		theirs: /Syntax error; token: /,
		reason: "A blank after a point or bracket inside a path: which token is named.",
	},
	{
		ours: /cannot contain an empty .* IndexName: /,
		theirs: /cannot contain an empty .* IndexName: /,
		reason: "The same fault, of several indexes with that key another one.",
	},
	{
		ours: /The BETWEEN operator requires/,
		theirs: /The BETWEEN operator requires/,
		reason: "The same fault, of several expressions another one.",
	},
	{
		ours: /does not project \[|filter attributes: \[/,
		theirs: /does not project \[|filter attributes: \[/,
		reason: "The same attributes, in the order in which a Java set happens to be printed.",
	},
	{
		ours: /Key attribute's data type should match its data type in table's schema/,
		theirs: /Condition parameter type does not match schema type/,
		reason: "A statement's key of the wrong type (nubo-db/dynamodb-conformance, partiql).",
	},
	{
		ours: /'requestItems\.\w+\.member\.keys' failed to satisfy constraint/,
		theirs: /The list of keys in RequestItems for BatchGetItem is required/,
		reason: "A batch without keys for a table: the model's constraint.",
	},
	{
		ours: /BETWEEN operator requires/,
		theirs: /java\.nio\.HeapByteBuffer|\{N:[^}]*(E|\+|\{N:-?0\d|\.\d*0\})/,
		reason: "DynamoDB Local prints a Java object, or a number as it was sent, where the value should be.",
	},
	{
		ours: /Invalid attribute type name found/,
		theirs: /Invalid attribute type name found/,
		reason: "The same list of types, in the order in which a Java set happens to be printed.",
	},
];

export const texts: readonly Known[] = wordings.map(({ ours, theirs, reason }) => ({
	reason,
	covers: (it) =>
		"error" in it.ours &&
		"error" in it.theirs &&
		// A fault of one action cancels a transaction on AWS; else the same fault has the same name.
		(it.ours.error === it.theirs.error || it.ours.error === "TransactionCanceledException") &&
		textsOf(it.ours).some((text) => ours.test(text)) &&
		textsOf(it.theirs).some((text) => theirs.test(text)),
}));

/** The message, and those of a cancelled transaction's reasons. */
function textsOf({ message, more }: Refusal): readonly string[] {
	const reasons = more["CancellationReasons"];
	return [message, ...(Array.isArray(reasons) ? reasons.map((it: unknown) => String(Object(it)["Message"])) : [])];
}
