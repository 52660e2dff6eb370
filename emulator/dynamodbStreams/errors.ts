import { AwsError } from "../aws/awsError.ts";

export const validationError = (message: string) => new AwsError("ValidationException", message);

export const streamNotFound = (arn: string) =>
	new AwsError("ResourceNotFoundException", `Requested resource not found: Stream: ${arn} not found`);

export const shardNotFound = (shardId: string, arn: string) =>
	new AwsError(
		"ResourceNotFoundException",
		`Requested resource not found: Shard: ${shardId} in Stream: ${arn} not found`,
	);

export const expiredIterator = () =>
	new AwsError("ExpiredIteratorException", "The shard iterator is expired because it is more than 15 minutes old.");

export const trimmedData = () =>
	new AwsError(
		"TrimmedDataAccessException",
		"The operation attempted to read past the oldest stream record in a shard.",
	);
