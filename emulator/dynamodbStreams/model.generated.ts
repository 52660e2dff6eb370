// Made by scripts/models.ts from AWS's Amazon DynamoDB Streams model, 2012-08-10. Do not edit.

export type AttributeValue = {
	S?: string | undefined;
	N?: string | undefined;
	B?: Uint8Array | undefined;
	SS?: readonly (string)[] | undefined;
	NS?: readonly (string)[] | undefined;
	BS?: readonly (Uint8Array)[] | undefined;
	M?: { readonly [key: string]: AttributeValue } | undefined;
	L?: readonly (AttributeValue)[] | undefined;
	NULL?: boolean | undefined;
	BOOL?: boolean | undefined;
};

export type DescribeStreamInput = {
	StreamArn: string;
	Limit?: number | undefined;
	ExclusiveStartShardId?: string | undefined;
	ShardFilter?: ShardFilter | undefined;
};

export type DescribeStreamOutput = {
	StreamDescription?: StreamDescription | undefined;
};

export type GetRecordsInput = {
	ShardIterator: string;
	Limit?: number | undefined;
};

export type GetRecordsOutput = {
	Records?: readonly (Record)[] | undefined;
	NextShardIterator?: string | undefined;
};

export type GetShardIteratorInput = {
	StreamArn: string;
	ShardId: string;
	ShardIteratorType: "TRIM_HORIZON" | "LATEST" | "AT_SEQUENCE_NUMBER" | "AFTER_SEQUENCE_NUMBER";
	SequenceNumber?: string | undefined;
};

export type GetShardIteratorOutput = {
	ShardIterator?: string | undefined;
};

export type Identity = {
	PrincipalId?: string | undefined;
	Type?: string | undefined;
};

export type KeySchemaElement = {
	AttributeName: string;
	KeyType: "HASH" | "RANGE";
};

export type ListStreamsInput = {
	TableName?: string | undefined;
	Limit?: number | undefined;
	ExclusiveStartStreamArn?: string | undefined;
};

export type ListStreamsOutput = {
	Streams?: readonly (Stream)[] | undefined;
	LastEvaluatedStreamArn?: string | undefined;
};

export type Record = {
	eventID?: string | undefined;
	eventName?: "INSERT" | "MODIFY" | "REMOVE" | undefined;
	eventVersion?: string | undefined;
	eventSource?: string | undefined;
	awsRegion?: string | undefined;
	dynamodb?: StreamRecord | undefined;
	userIdentity?: Identity | undefined;
};

export type SequenceNumberRange = {
	StartingSequenceNumber?: string | undefined;
	EndingSequenceNumber?: string | undefined;
};

export type Shard = {
	ShardId?: string | undefined;
	SequenceNumberRange?: SequenceNumberRange | undefined;
	ParentShardId?: string | undefined;
};

export type ShardFilter = {
	Type?: "CHILD_SHARDS" | undefined;
	ShardId?: string | undefined;
};

export type Stream = {
	StreamArn?: string | undefined;
	TableName?: string | undefined;
	StreamLabel?: string | undefined;
};

export type StreamDescription = {
	StreamArn?: string | undefined;
	StreamLabel?: string | undefined;
	StreamStatus?: "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | undefined;
	StreamViewType?: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY" | undefined;
	CreationRequestDateTime?: Date | undefined;
	TableName?: string | undefined;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	Shards?: readonly (Shard)[] | undefined;
	LastEvaluatedShardId?: string | undefined;
};

export type StreamRecord = {
	ApproximateCreationDateTime?: Date | undefined;
	Keys?: { readonly [key: string]: AttributeValue } | undefined;
	NewImage?: { readonly [key: string]: AttributeValue } | undefined;
	OldImage?: { readonly [key: string]: AttributeValue } | undefined;
	SequenceNumber?: string | undefined;
	SizeBytes?: number | undefined;
	StreamViewType?: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY" | undefined;
};

export type DescribeStreamRequest = DescribeStreamInput;
export type DescribeStreamResponse = DescribeStreamOutput;
export type GetRecordsRequest = GetRecordsInput;
export type GetRecordsResponse = GetRecordsOutput;
export type GetShardIteratorRequest = GetShardIteratorInput;
export type GetShardIteratorResponse = GetShardIteratorOutput;
export type ListStreamsRequest = ListStreamsInput;
export type ListStreamsResponse = ListStreamsOutput;
