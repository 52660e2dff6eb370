import { AwsError } from "../../aws/awsError.ts";
import { validationError } from "../errors.ts";

/*
 * The texts are AWS's: where no other source is named, nubo-db/dynamodb-conformance captured them from DynamoDB, or AWS's own
 * DynamoDB Local 2.5.4 answers them.
 */

/** The details that DynamoDB gives are known for a few mistakes only; DynamoDB Local repeats the statement instead. */
export const malformed = (detail: string) =>
	validationError(`Statement wasn't well formed, can't be processed: ${detail}`);

export const duplicateItem = () => new AwsError("DuplicateItemException", "Duplicate primary key exists in table");

export const keyTypeMismatch = (name: string) =>
	validationError(`Key attribute's data type should match its data type in table's schema: Key ${name}`);

export const unsupportedOperation = (operation: string) => validationError(`Unsupported operation: ${operation}`);

export const unsupportedClause = (clause: string) => validationError(`Unsupported clause: ${clause}`);

export const indexInWrite = () => validationError("This operation is not supported on an index");

export const incompleteKey = () =>
	validationError("Where clause does not contain a mandatory equality on all key attributes");

export const missingOutsideIs = () => validationError("MISSING must be compared using IS operator");
