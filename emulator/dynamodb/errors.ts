import { AwsError } from "../aws/awsError.ts";

export const validationError = (message: string) => new AwsError("ValidationException", message);

/** The prefix under which DynamoDB puts most of what it finds wrong in a well-formed request. */
export const invalidParameters = (detail: string) =>
	validationError(`One or more parameter values were invalid: ${detail}`);

/** The newer prefix, of the rules on empty key values. */
export const parametersNotValid = (detail: string) =>
	validationError(`One or more parameter values are not valid. ${detail}`);

export const keySchemaMismatch = () => validationError("The provided key element does not match the schema");

/** What operations on items say of a table that is not there. */
export const resourceNotFound = () => new AwsError("ResourceNotFoundException", "Requested resource not found");

/** What operations on tables say of a table that is not there. */
export const tableNotFound = (name: string) =>
	new AwsError("ResourceNotFoundException", `Requested resource not found: Table: ${name} not found`);

export const tableAlreadyExists = (name: string) =>
	new AwsError("ResourceInUseException", `Table already exists: ${name}`);

/** Measured on AWS, with "Table is being created", "... updated" and "... deleted" (October 2026). */
export const tableInUse = (why: string, name: string) => resourceInUse(`${why}: ${name}`);

export const resourceInUse = (why: string) =>
	new AwsError("ResourceInUseException", `Attempt to change a resource which is still in use: ${why}`);

export const limitExceeded = (message: string) => new AwsError("LimitExceededException", message);

/** The older words, which the operations on backups have for a table that is not there. */
export const tableUnknown = (name: string) => new AwsError("TableNotFoundException", `Table not found: ${name}`);

export const tableExists = (name: string) =>
	new AwsError("TableAlreadyExistsException", `Table already exists: ${name}`);

export const tableAlreadyRestoring = (name: string, from: string) =>
	new AwsError("TableInUseException", `Table: ${name} is already being restored from backup: ${from}`);

export const backupNotFound = (arn: string) => new AwsError("BackupNotFoundException", `Backup not found: ${arn}`);

/** With the ARN alone, or with what was expected instead of what is there. */
export const policyNotFound = (detail: string) =>
	new AwsError("PolicyNotFoundException", `Resource-based policy not found for the provided ResourceArn: ${detail}`);

/** All that is wrong with a Kinesis destination's state: recorded from AWS (dynamodb test_kinesis_streaming_destination_crud). */
export const invalidDestination = (detail: string) =>
	validationError(`Table is not in a valid state to enable Kinesis Streaming Destination: ${detail}`);

export const indexOfTableNotFound = (index: string, table: string) =>
	new AwsError(
		"ResourceNotFoundException",
		`Requested resource not found: Index: ${index} not found for table: ${table}`,
	);

/** AWS facts, D22. */
export const collectionTooLarge = () =>
	new AwsError("ItemCollectionSizeLimitExceededException", "Collection size exceeded.");

export const backupInUse = (message: string) => new AwsError("BackupInUseException", message);

/** What is wrong with a request to do with backups, Kinesis or exports: measured on AWS (October 2026). */
export const invalidRequest = (detail: string) => validationError(`Invalid Request: ${detail}`);

/** What UpdateTable says of it: measured on AWS (October 2026). */
export const indexNotFound = (index: string, table: string) =>
	new AwsError("ResourceNotFoundException", `Requested resource not found: Index ${index} for table ${table}`);

export const accessDenied = (message: string) => new AwsError("AccessDeniedException", message);

/** `item` is there when the request asked for ReturnValuesOnConditionCheckFailure. */
export const conditionFailed = (item?: object) =>
	new AwsError(
		"ConditionalCheckFailedException",
		"The conditional request failed",
		400,
		item === undefined ? {} : { Item: item },
	);

export const transactionConflict = () =>
	new AwsError("TransactionConflictException", "Transaction is ongoing for the item");

export const transactionCanceled = (reasons: readonly { readonly Code: string }[]) =>
	new AwsError(
		"TransactionCanceledException",
		`Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(", ")}]`,
		400,
		{ CancellationReasons: reasons },
	);

export const idempotentParameterMismatch = () =>
	new AwsError("IdempotentParameterMismatchException", "Requests with the same token have different parameters");

type ThrottlingReasons = readonly { readonly reason: string; readonly resource: string }[];

export const throughputExceeded = (message: string, reasons: ThrottlingReasons) =>
	new AwsError("ProvisionedThroughputExceededException", message, 400, { ThrottlingReasons: reasons });

/** AWS writes this member small in this one error, and gives no reasons where it is not about capacity. */
export const throttled = (message: string, reasons?: ThrottlingReasons) =>
	new AwsError("ThrottlingException", message, 400, reasons && { throttlingReasons: reasons });

/** Developer guide, "Error handling with DynamoDB". */
export const requestLimitExceeded = (reasons: ThrottlingReasons) =>
	new AwsError(
		"RequestLimitExceeded",
		"Throughput exceeds the current throughput limit for your account. To request a limit increase, contact AWS Support at https://aws.amazon.com/support.",
		400,
		{ ThrottlingReasons: reasons },
	);

/** Something that AWS has and this emulator has not: said loudly, never passed over. */
export const notImplemented = (what: string) =>
	new AwsError("NotImplemented", `Gatewright does not implement ${what} of DynamoDB yet.`, 501);
