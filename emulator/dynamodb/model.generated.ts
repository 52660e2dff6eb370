// Made by scripts/models.ts from AWS's Amazon DynamoDB model, 2012-08-10. Do not edit.

export type ArchivalSummary = {
	ArchivalDateTime?: Date | undefined;
	ArchivalReason?: string | undefined;
	ArchivalBackupArn?: string | undefined;
};

export type AttributeDefinition = {
	AttributeName: string;
	AttributeType: "S" | "N" | "B";
};

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

export type AttributeValueUpdate = {
	Value?: AttributeValue | undefined;
	Action?: "ADD" | "PUT" | "DELETE" | undefined;
};

export type AutoScalingPolicyDescription = {
	PolicyName?: string | undefined;
	TargetTrackingScalingPolicyConfiguration?: AutoScalingTargetTrackingScalingPolicyConfigurationDescription | undefined;
};

export type AutoScalingPolicyUpdate = {
	PolicyName?: string | undefined;
	TargetTrackingScalingPolicyConfiguration: AutoScalingTargetTrackingScalingPolicyConfigurationUpdate;
};

export type AutoScalingSettingsDescription = {
	MinimumUnits?: number | undefined;
	MaximumUnits?: number | undefined;
	AutoScalingDisabled?: boolean | undefined;
	AutoScalingRoleArn?: string | undefined;
	ScalingPolicies?: readonly (AutoScalingPolicyDescription)[] | undefined;
};

export type AutoScalingSettingsUpdate = {
	MinimumUnits?: number | undefined;
	MaximumUnits?: number | undefined;
	AutoScalingDisabled?: boolean | undefined;
	AutoScalingRoleArn?: string | undefined;
	ScalingPolicyUpdate?: AutoScalingPolicyUpdate | undefined;
};

export type AutoScalingTargetTrackingScalingPolicyConfigurationDescription = {
	DisableScaleIn?: boolean | undefined;
	ScaleInCooldown?: number | undefined;
	ScaleOutCooldown?: number | undefined;
	TargetValue: number;
};

export type AutoScalingTargetTrackingScalingPolicyConfigurationUpdate = {
	DisableScaleIn?: boolean | undefined;
	ScaleInCooldown?: number | undefined;
	ScaleOutCooldown?: number | undefined;
	TargetValue: number;
};

export type BackupDescription = {
	BackupDetails?: BackupDetails | undefined;
	SourceTableDetails?: SourceTableDetails | undefined;
	SourceTableFeatureDetails?: SourceTableFeatureDetails | undefined;
};

export type BackupDetails = {
	BackupArn: string;
	BackupName: string;
	BackupSizeBytes?: number | undefined;
	BackupStatus: "CREATING" | "DELETED" | "AVAILABLE";
	BackupType: "USER" | "SYSTEM" | "AWS_BACKUP";
	BackupCreationDateTime: Date;
	BackupExpiryDateTime?: Date | undefined;
};

export type BackupSummary = {
	TableName?: string | undefined;
	TableId?: string | undefined;
	TableArn?: string | undefined;
	BackupArn?: string | undefined;
	BackupName?: string | undefined;
	BackupCreationDateTime?: Date | undefined;
	BackupExpiryDateTime?: Date | undefined;
	BackupStatus?: "CREATING" | "DELETED" | "AVAILABLE" | undefined;
	BackupType?: "USER" | "SYSTEM" | "AWS_BACKUP" | undefined;
	BackupSizeBytes?: number | undefined;
};

export type BatchExecuteStatementInput = {
	Statements: readonly (BatchStatementRequest)[];
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
};

export type BatchExecuteStatementOutput = {
	Responses?: readonly (BatchStatementResponse)[] | undefined;
	ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
};

export type BatchGetItemInput = {
	RequestItems: { readonly [key: string]: KeysAndAttributes };
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
};

export type BatchGetItemOutput = {
	Responses?: { readonly [key: string]: readonly ({ readonly [key: string]: AttributeValue })[] } | undefined;
	UnprocessedKeys?: { readonly [key: string]: KeysAndAttributes } | undefined;
	ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
};

export type BatchStatementError = {
	Code?: "ConditionalCheckFailed" | "ItemCollectionSizeLimitExceeded" | "RequestLimitExceeded" | "ValidationError" | "ProvisionedThroughputExceeded" | "TransactionConflict" | "ThrottlingError" | "InternalServerError" | "ResourceNotFound" | "AccessDenied" | "DuplicateItem" | undefined;
	Message?: string | undefined;
	Item?: { readonly [key: string]: AttributeValue } | undefined;
};

export type BatchStatementRequest = {
	Statement: string;
	Parameters?: readonly (AttributeValue)[] | undefined;
	ConsistentRead?: boolean | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type BatchStatementResponse = {
	Error?: BatchStatementError | undefined;
	TableName?: string | undefined;
	Item?: { readonly [key: string]: AttributeValue } | undefined;
};

export type BatchWriteItemInput = {
	RequestItems: { readonly [key: string]: readonly (WriteRequest)[] };
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
};

export type BatchWriteItemOutput = {
	UnprocessedItems?: { readonly [key: string]: readonly (WriteRequest)[] } | undefined;
	ItemCollectionMetrics?: { readonly [key: string]: readonly (ItemCollectionMetrics)[] } | undefined;
	ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
};

export type BillingModeSummary = {
	BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	LastUpdateToPayPerRequestDateTime?: Date | undefined;
};

export type Capacity = {
	ReadCapacityUnits?: number | undefined;
	WriteCapacityUnits?: number | undefined;
	CapacityUnits?: number | undefined;
};

export type Condition = {
	AttributeValueList?: readonly (AttributeValue)[] | undefined;
	ComparisonOperator: "EQ" | "NE" | "IN" | "LE" | "LT" | "GE" | "GT" | "BETWEEN" | "NOT_NULL" | "NULL" | "CONTAINS" | "NOT_CONTAINS" | "BEGINS_WITH";
};

export type ConditionCheck = {
	Key: { readonly [key: string]: AttributeValue };
	TableName: string;
	ConditionExpression: string;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type ConsumedCapacity = {
	TableName?: string | undefined;
	CapacityUnits?: number | undefined;
	ReadCapacityUnits?: number | undefined;
	WriteCapacityUnits?: number | undefined;
	Table?: Capacity | undefined;
	LocalSecondaryIndexes?: { readonly [key: string]: Capacity } | undefined;
	GlobalSecondaryIndexes?: { readonly [key: string]: Capacity } | undefined;
};

export type ContinuousBackupsDescription = {
	ContinuousBackupsStatus: "ENABLED" | "DISABLED";
	PointInTimeRecoveryDescription?: PointInTimeRecoveryDescription | undefined;
};

export type ContributorInsightsSummary = {
	TableName?: string | undefined;
	IndexName?: string | undefined;
	ContributorInsightsStatus?: "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "FAILED" | undefined;
	ContributorInsightsMode?: "ACCESSED_AND_THROTTLED_KEYS" | "THROTTLED_KEYS" | undefined;
};

export type CreateBackupInput = {
	TableName: string;
	BackupName: string;
};

export type CreateBackupOutput = {
	BackupDetails?: BackupDetails | undefined;
};

export type CreateGlobalSecondaryIndexAction = {
	IndexName: string;
	KeySchema: readonly (KeySchemaElement)[];
	Projection: Projection;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	WarmThroughput?: WarmThroughput | undefined;
};

export type CreateGlobalTableInput = {
	GlobalTableName: string;
	ReplicationGroup: readonly (Replica)[];
};

export type CreateGlobalTableOutput = {
	GlobalTableDescription?: GlobalTableDescription | undefined;
};

export type CreateGlobalTableWitnessGroupMemberAction = {
	RegionName: string;
};

export type CreateReplicaAction = {
	RegionName: string;
};

export type CreateReplicationGroupMemberAction = {
	RegionName: string;
	KMSMasterKeyId?: string | undefined;
	ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
	OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
	GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndex)[] | undefined;
	TableClassOverride?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
};

export type CreateTableInput = {
	AttributeDefinitions?: readonly (AttributeDefinition)[] | undefined;
	TableName: string;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	LocalSecondaryIndexes?: readonly (LocalSecondaryIndex)[] | undefined;
	GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndex)[] | undefined;
	BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	StreamSpecification?: StreamSpecification | undefined;
	SSESpecification?: SSESpecification | undefined;
	Tags?: readonly (Tag)[] | undefined;
	TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
	DeletionProtectionEnabled?: boolean | undefined;
	WarmThroughput?: WarmThroughput | undefined;
	ResourcePolicy?: string | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	GlobalTableSourceArn?: string | undefined;
	GlobalTableSettingsReplicationMode?: "ENABLED" | "DISABLED" | "ENABLED_WITH_OVERRIDES" | undefined;
};

export type CreateTableOutput = {
	TableDescription?: TableDescription | undefined;
};

export type CsvOptions = {
	Delimiter?: string | undefined;
	HeaderList?: readonly (string)[] | undefined;
};

export type Delete = {
	Key: { readonly [key: string]: AttributeValue };
	TableName: string;
	ConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type DeleteBackupInput = {
	BackupArn: string;
};

export type DeleteBackupOutput = {
	BackupDescription?: BackupDescription | undefined;
};

export type DeleteGlobalSecondaryIndexAction = {
	IndexName: string;
};

export type DeleteGlobalTableWitnessGroupMemberAction = {
	RegionName: string;
};

export type DeleteItemInput = {
	TableName: string;
	Key: { readonly [key: string]: AttributeValue };
	Expected?: { readonly [key: string]: ExpectedAttributeValue } | undefined;
	ConditionalOperator?: "AND" | "OR" | undefined;
	ReturnValues?: "NONE" | "ALL_OLD" | "UPDATED_OLD" | "ALL_NEW" | "UPDATED_NEW" | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
	ConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type DeleteItemOutput = {
	Attributes?: { readonly [key: string]: AttributeValue } | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
	ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
};

export type DeleteReplicaAction = {
	RegionName: string;
};

export type DeleteReplicationGroupMemberAction = {
	RegionName: string;
};

export type DeleteRequest = {
	Key: { readonly [key: string]: AttributeValue };
};

export type DeleteResourcePolicyInput = {
	ResourceArn: string;
	ExpectedRevisionId?: string | undefined;
};

export type DeleteResourcePolicyOutput = {
	RevisionId?: string | undefined;
};

export type DeleteTableInput = {
	TableName: string;
};

export type DeleteTableOutput = {
	TableDescription?: TableDescription | undefined;
};

export type DescribeBackupInput = {
	BackupArn: string;
};

export type DescribeBackupOutput = {
	BackupDescription?: BackupDescription | undefined;
};

export type DescribeContinuousBackupsInput = {
	TableName: string;
};

export type DescribeContinuousBackupsOutput = {
	ContinuousBackupsDescription?: ContinuousBackupsDescription | undefined;
};

export type DescribeContributorInsightsInput = {
	TableName: string;
	IndexName?: string | undefined;
};

export type DescribeContributorInsightsOutput = {
	TableName?: string | undefined;
	IndexName?: string | undefined;
	ContributorInsightsRuleList?: readonly (string)[] | undefined;
	ContributorInsightsStatus?: "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "FAILED" | undefined;
	LastUpdateDateTime?: Date | undefined;
	FailureException?: FailureException | undefined;
	ContributorInsightsMode?: "ACCESSED_AND_THROTTLED_KEYS" | "THROTTLED_KEYS" | undefined;
};

export type DescribeEndpointsRequest = {
};

export type DescribeEndpointsResponse = {
	Endpoints: readonly (Endpoint)[];
};

export type DescribeExportInput = {
	ExportArn: string;
};

export type DescribeExportOutput = {
	ExportDescription?: ExportDescription | undefined;
};

export type DescribeGlobalTableInput = {
	GlobalTableName: string;
};

export type DescribeGlobalTableOutput = {
	GlobalTableDescription?: GlobalTableDescription | undefined;
};

export type DescribeGlobalTableSettingsInput = {
	GlobalTableName: string;
};

export type DescribeGlobalTableSettingsOutput = {
	GlobalTableName?: string | undefined;
	ReplicaSettings?: readonly (ReplicaSettingsDescription)[] | undefined;
};

export type DescribeImportInput = {
	ImportArn: string;
};

export type DescribeImportOutput = {
	ImportTableDescription: ImportTableDescription;
};

export type DescribeKinesisStreamingDestinationInput = {
	TableName: string;
};

export type DescribeKinesisStreamingDestinationOutput = {
	TableName?: string | undefined;
	KinesisDataStreamDestinations?: readonly (KinesisDataStreamDestination)[] | undefined;
};

export type DescribeLimitsInput = {
};

export type DescribeLimitsOutput = {
	AccountMaxReadCapacityUnits?: number | undefined;
	AccountMaxWriteCapacityUnits?: number | undefined;
	TableMaxReadCapacityUnits?: number | undefined;
	TableMaxWriteCapacityUnits?: number | undefined;
};

export type DescribeTableInput = {
	TableName: string;
};

export type DescribeTableOutput = {
	Table?: TableDescription | undefined;
};

export type DescribeTableReplicaAutoScalingInput = {
	TableName: string;
};

export type DescribeTableReplicaAutoScalingOutput = {
	TableAutoScalingDescription?: TableAutoScalingDescription | undefined;
};

export type DescribeTimeToLiveInput = {
	TableName: string;
};

export type DescribeTimeToLiveOutput = {
	TimeToLiveDescription?: TimeToLiveDescription | undefined;
};

export type EnableKinesisStreamingConfiguration = {
	ApproximateCreationDateTimePrecision?: "MILLISECOND" | "MICROSECOND" | undefined;
};

export type Endpoint = {
	Address: string;
	CachePeriodInMinutes: number;
};

export type ExecuteStatementInput = {
	Statement: string;
	Parameters?: readonly (AttributeValue)[] | undefined;
	ConsistentRead?: boolean | undefined;
	NextToken?: string | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	Limit?: number | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type ExecuteStatementOutput = {
	Items?: readonly ({ readonly [key: string]: AttributeValue })[] | undefined;
	NextToken?: string | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
	LastEvaluatedKey?: { readonly [key: string]: AttributeValue } | undefined;
};

export type ExecuteTransactionInput = {
	TransactStatements: readonly (ParameterizedStatement)[];
	ClientRequestToken?: string | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
};

export type ExecuteTransactionOutput = {
	Responses?: readonly (ItemResponse)[] | undefined;
	ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
};

export type ExpectedAttributeValue = {
	Value?: AttributeValue | undefined;
	Exists?: boolean | undefined;
	ComparisonOperator?: "EQ" | "NE" | "IN" | "LE" | "LT" | "GE" | "GT" | "BETWEEN" | "NOT_NULL" | "NULL" | "CONTAINS" | "NOT_CONTAINS" | "BEGINS_WITH" | undefined;
	AttributeValueList?: readonly (AttributeValue)[] | undefined;
};

export type ExportDescription = {
	ExportArn?: string | undefined;
	ExportStatus?: "IN_PROGRESS" | "COMPLETED" | "FAILED" | undefined;
	StartTime?: Date | undefined;
	EndTime?: Date | undefined;
	ExportManifest?: string | undefined;
	TableArn?: string | undefined;
	TableId?: string | undefined;
	ExportTime?: Date | undefined;
	ClientToken?: string | undefined;
	S3Bucket?: string | undefined;
	S3BucketOwner?: string | undefined;
	S3Prefix?: string | undefined;
	S3SseAlgorithm?: "AES256" | "KMS" | undefined;
	S3SseKmsKeyId?: string | undefined;
	FailureCode?: string | undefined;
	FailureMessage?: string | undefined;
	ExportFormat?: "DYNAMODB_JSON" | "ION" | undefined;
	BilledSizeBytes?: number | undefined;
	ItemCount?: number | undefined;
	ExportType?: "FULL_EXPORT" | "INCREMENTAL_EXPORT" | undefined;
	IncrementalExportSpecification?: IncrementalExportSpecification | undefined;
};

export type ExportSummary = {
	ExportArn?: string | undefined;
	ExportStatus?: "IN_PROGRESS" | "COMPLETED" | "FAILED" | undefined;
	ExportType?: "FULL_EXPORT" | "INCREMENTAL_EXPORT" | undefined;
};

export type ExportTableToPointInTimeInput = {
	TableArn: string;
	ExportTime?: Date | undefined;
	ClientToken?: string | undefined;
	S3Bucket: string;
	S3BucketOwner?: string | undefined;
	S3Prefix?: string | undefined;
	S3SseAlgorithm?: "AES256" | "KMS" | undefined;
	S3SseKmsKeyId?: string | undefined;
	ExportFormat?: "DYNAMODB_JSON" | "ION" | undefined;
	ExportType?: "FULL_EXPORT" | "INCREMENTAL_EXPORT" | undefined;
	IncrementalExportSpecification?: IncrementalExportSpecification | undefined;
};

export type ExportTableToPointInTimeOutput = {
	ExportDescription?: ExportDescription | undefined;
};

export type FailureException = {
	ExceptionName?: string | undefined;
	ExceptionDescription?: string | undefined;
};

export type Get = {
	Key: { readonly [key: string]: AttributeValue };
	TableName: string;
	ProjectionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
};

export type GetItemInput = {
	TableName: string;
	Key: { readonly [key: string]: AttributeValue };
	AttributesToGet?: readonly (string)[] | undefined;
	ConsistentRead?: boolean | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ProjectionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
};

export type GetItemOutput = {
	Item?: { readonly [key: string]: AttributeValue } | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
};

export type GetResourcePolicyInput = {
	ResourceArn: string;
};

export type GetResourcePolicyOutput = {
	Policy?: string | undefined;
	RevisionId?: string | undefined;
};

export type GlobalSecondaryIndex = {
	IndexName: string;
	KeySchema: readonly (KeySchemaElement)[];
	Projection: Projection;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	WarmThroughput?: WarmThroughput | undefined;
};

export type GlobalSecondaryIndexAutoScalingUpdate = {
	IndexName?: string | undefined;
	ProvisionedWriteCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
};

export type GlobalSecondaryIndexDescription = {
	IndexName?: string | undefined;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	Projection?: Projection | undefined;
	IndexStatus?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | undefined;
	Backfilling?: boolean | undefined;
	ProvisionedThroughput?: ProvisionedThroughputDescription | undefined;
	IndexSizeBytes?: number | undefined;
	ItemCount?: number | undefined;
	IndexArn?: string | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	WarmThroughput?: GlobalSecondaryIndexWarmThroughputDescription | undefined;
};

export type GlobalSecondaryIndexInfo = {
	IndexName?: string | undefined;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	Projection?: Projection | undefined;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
};

export type GlobalSecondaryIndexUpdate = {
	Update?: UpdateGlobalSecondaryIndexAction | undefined;
	Create?: CreateGlobalSecondaryIndexAction | undefined;
	Delete?: DeleteGlobalSecondaryIndexAction | undefined;
};

export type GlobalSecondaryIndexWarmThroughputDescription = {
	ReadUnitsPerSecond?: number | undefined;
	WriteUnitsPerSecond?: number | undefined;
	Status?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | undefined;
};

export type GlobalTable = {
	GlobalTableName?: string | undefined;
	ReplicationGroup?: readonly (Replica)[] | undefined;
};

export type GlobalTableDescription = {
	ReplicationGroup?: readonly (ReplicaDescription)[] | undefined;
	GlobalTableArn?: string | undefined;
	CreationDateTime?: Date | undefined;
	GlobalTableStatus?: "CREATING" | "ACTIVE" | "DELETING" | "UPDATING" | undefined;
	GlobalTableName?: string | undefined;
};

export type GlobalTableGlobalSecondaryIndexSettingsUpdate = {
	IndexName: string;
	ProvisionedWriteCapacityUnits?: number | undefined;
	ProvisionedWriteCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
};

export type GlobalTableWitnessDescription = {
	RegionName?: string | undefined;
	WitnessStatus?: "CREATING" | "DELETING" | "ACTIVE" | undefined;
};

export type GlobalTableWitnessGroupUpdate = {
	Create?: CreateGlobalTableWitnessGroupMemberAction | undefined;
	Delete?: DeleteGlobalTableWitnessGroupMemberAction | undefined;
};

export type ImportSummary = {
	ImportArn?: string | undefined;
	ImportStatus?: "IN_PROGRESS" | "COMPLETED" | "CANCELLING" | "CANCELLED" | "FAILED" | undefined;
	TableArn?: string | undefined;
	S3BucketSource?: S3BucketSource | undefined;
	CloudWatchLogGroupArn?: string | undefined;
	InputFormat?: "DYNAMODB_JSON" | "ION" | "CSV" | undefined;
	StartTime?: Date | undefined;
	EndTime?: Date | undefined;
};

export type ImportTableDescription = {
	ImportArn?: string | undefined;
	ImportStatus?: "IN_PROGRESS" | "COMPLETED" | "CANCELLING" | "CANCELLED" | "FAILED" | undefined;
	TableArn?: string | undefined;
	TableId?: string | undefined;
	ClientToken?: string | undefined;
	S3BucketSource?: S3BucketSource | undefined;
	ErrorCount?: number | undefined;
	CloudWatchLogGroupArn?: string | undefined;
	InputFormat?: "DYNAMODB_JSON" | "ION" | "CSV" | undefined;
	InputFormatOptions?: InputFormatOptions | undefined;
	InputCompressionType?: "GZIP" | "ZSTD" | "NONE" | undefined;
	TableCreationParameters?: TableCreationParameters | undefined;
	StartTime?: Date | undefined;
	EndTime?: Date | undefined;
	ProcessedSizeBytes?: number | undefined;
	ProcessedItemCount?: number | undefined;
	ImportedItemCount?: number | undefined;
	FailureCode?: string | undefined;
	FailureMessage?: string | undefined;
};

export type ImportTableInput = {
	ClientToken?: string | undefined;
	S3BucketSource: S3BucketSource;
	InputFormat: "DYNAMODB_JSON" | "ION" | "CSV";
	InputFormatOptions?: InputFormatOptions | undefined;
	InputCompressionType?: "GZIP" | "ZSTD" | "NONE" | undefined;
	TableCreationParameters: TableCreationParameters;
};

export type ImportTableOutput = {
	ImportTableDescription: ImportTableDescription;
};

export type IncrementalExportSpecification = {
	ExportFromTime?: Date | undefined;
	ExportToTime?: Date | undefined;
	ExportViewType?: "NEW_IMAGE" | "NEW_AND_OLD_IMAGES" | undefined;
};

export type InputFormatOptions = {
	Csv?: CsvOptions | undefined;
};

export type ItemCollectionMetrics = {
	ItemCollectionKey?: { readonly [key: string]: AttributeValue } | undefined;
	SizeEstimateRangeGB?: readonly (number)[] | undefined;
};

export type ItemResponse = {
	Item?: { readonly [key: string]: AttributeValue } | undefined;
};

export type KeySchemaElement = {
	AttributeName: string;
	KeyType: "HASH" | "RANGE";
};

export type KeysAndAttributes = {
	Keys: readonly ({ readonly [key: string]: AttributeValue })[];
	AttributesToGet?: readonly (string)[] | undefined;
	ConsistentRead?: boolean | undefined;
	ProjectionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
};

export type KinesisDataStreamDestination = {
	StreamArn?: string | undefined;
	DestinationStatus?: "ENABLING" | "ACTIVE" | "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "UPDATING" | undefined;
	DestinationStatusDescription?: string | undefined;
	ApproximateCreationDateTimePrecision?: "MILLISECOND" | "MICROSECOND" | undefined;
};

export type KinesisStreamingDestinationInput = {
	TableName: string;
	StreamArn: string;
	EnableKinesisStreamingConfiguration?: EnableKinesisStreamingConfiguration | undefined;
};

export type KinesisStreamingDestinationOutput = {
	TableName?: string | undefined;
	StreamArn?: string | undefined;
	DestinationStatus?: "ENABLING" | "ACTIVE" | "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "UPDATING" | undefined;
	EnableKinesisStreamingConfiguration?: EnableKinesisStreamingConfiguration | undefined;
};

export type ListBackupsInput = {
	TableName?: string | undefined;
	Limit?: number | undefined;
	TimeRangeLowerBound?: Date | undefined;
	TimeRangeUpperBound?: Date | undefined;
	ExclusiveStartBackupArn?: string | undefined;
	BackupType?: "USER" | "SYSTEM" | "AWS_BACKUP" | "ALL" | undefined;
};

export type ListBackupsOutput = {
	BackupSummaries?: readonly (BackupSummary)[] | undefined;
	LastEvaluatedBackupArn?: string | undefined;
};

export type ListContributorInsightsInput = {
	TableName?: string | undefined;
	NextToken?: string | undefined;
	MaxResults?: number | undefined;
};

export type ListContributorInsightsOutput = {
	ContributorInsightsSummaries?: readonly (ContributorInsightsSummary)[] | undefined;
	NextToken?: string | undefined;
};

export type ListExportsInput = {
	TableArn?: string | undefined;
	MaxResults?: number | undefined;
	NextToken?: string | undefined;
};

export type ListExportsOutput = {
	ExportSummaries?: readonly (ExportSummary)[] | undefined;
	NextToken?: string | undefined;
};

export type ListGlobalTablesInput = {
	ExclusiveStartGlobalTableName?: string | undefined;
	Limit?: number | undefined;
	RegionName?: string | undefined;
};

export type ListGlobalTablesOutput = {
	GlobalTables?: readonly (GlobalTable)[] | undefined;
	LastEvaluatedGlobalTableName?: string | undefined;
};

export type ListImportsInput = {
	TableArn?: string | undefined;
	PageSize?: number | undefined;
	NextToken?: string | undefined;
};

export type ListImportsOutput = {
	ImportSummaryList?: readonly (ImportSummary)[] | undefined;
	NextToken?: string | undefined;
};

export type ListTablesInput = {
	ExclusiveStartTableName?: string | undefined;
	Limit?: number | undefined;
};

export type ListTablesOutput = {
	TableNames?: readonly (string)[] | undefined;
	LastEvaluatedTableName?: string | undefined;
};

export type ListTagsOfResourceInput = {
	ResourceArn: string;
	NextToken?: string | undefined;
};

export type ListTagsOfResourceOutput = {
	Tags?: readonly (Tag)[] | undefined;
	NextToken?: string | undefined;
};

export type LocalSecondaryIndex = {
	IndexName: string;
	KeySchema: readonly (KeySchemaElement)[];
	Projection: Projection;
};

export type LocalSecondaryIndexDescription = {
	IndexName?: string | undefined;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	Projection?: Projection | undefined;
	IndexSizeBytes?: number | undefined;
	ItemCount?: number | undefined;
	IndexArn?: string | undefined;
};

export type LocalSecondaryIndexInfo = {
	IndexName?: string | undefined;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	Projection?: Projection | undefined;
};

export type OnDemandThroughput = {
	MaxReadRequestUnits?: number | undefined;
	MaxWriteRequestUnits?: number | undefined;
};

export type OnDemandThroughputOverride = {
	MaxReadRequestUnits?: number | undefined;
};

export type ParameterizedStatement = {
	Statement: string;
	Parameters?: readonly (AttributeValue)[] | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type PointInTimeRecoveryDescription = {
	PointInTimeRecoveryStatus?: "ENABLED" | "DISABLED" | undefined;
	RecoveryPeriodInDays?: number | undefined;
	EarliestRestorableDateTime?: Date | undefined;
	LatestRestorableDateTime?: Date | undefined;
};

export type PointInTimeRecoverySpecification = {
	PointInTimeRecoveryEnabled: boolean;
	RecoveryPeriodInDays?: number | undefined;
};

export type Projection = {
	ProjectionType?: "ALL" | "KEYS_ONLY" | "INCLUDE" | undefined;
	NonKeyAttributes?: readonly (string)[] | undefined;
};

export type ProvisionedThroughput = {
	ReadCapacityUnits: number;
	WriteCapacityUnits: number;
};

export type ProvisionedThroughputDescription = {
	LastIncreaseDateTime?: Date | undefined;
	LastDecreaseDateTime?: Date | undefined;
	NumberOfDecreasesToday?: number | undefined;
	ReadCapacityUnits?: number | undefined;
	WriteCapacityUnits?: number | undefined;
};

export type ProvisionedThroughputOverride = {
	ReadCapacityUnits?: number | undefined;
};

export type Put = {
	Item: { readonly [key: string]: AttributeValue };
	TableName: string;
	ConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type PutItemInput = {
	TableName: string;
	Item: { readonly [key: string]: AttributeValue };
	Expected?: { readonly [key: string]: ExpectedAttributeValue } | undefined;
	ReturnValues?: "NONE" | "ALL_OLD" | "UPDATED_OLD" | "ALL_NEW" | "UPDATED_NEW" | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
	ConditionalOperator?: "AND" | "OR" | undefined;
	ConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type PutItemOutput = {
	Attributes?: { readonly [key: string]: AttributeValue } | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
	ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
};

export type PutRequest = {
	Item: { readonly [key: string]: AttributeValue };
};

export type PutResourcePolicyInput = {
	ResourceArn: string;
	Policy: string;
	ExpectedRevisionId?: string | undefined;
	ConfirmRemoveSelfResourceAccess?: boolean | undefined;
};

export type PutResourcePolicyOutput = {
	RevisionId?: string | undefined;
};

export type QueryInput = {
	TableName: string;
	IndexName?: string | undefined;
	Select?: "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" | "SPECIFIC_ATTRIBUTES" | "COUNT" | undefined;
	AttributesToGet?: readonly (string)[] | undefined;
	Limit?: number | undefined;
	ConsistentRead?: boolean | undefined;
	KeyConditions?: { readonly [key: string]: Condition } | undefined;
	QueryFilter?: { readonly [key: string]: Condition } | undefined;
	ConditionalOperator?: "AND" | "OR" | undefined;
	ScanIndexForward?: boolean | undefined;
	ExclusiveStartKey?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ProjectionExpression?: string | undefined;
	FilterExpression?: string | undefined;
	KeyConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
};

export type QueryOutput = {
	Items?: readonly ({ readonly [key: string]: AttributeValue })[] | undefined;
	Count?: number | undefined;
	ScannedCount?: number | undefined;
	LastEvaluatedKey?: { readonly [key: string]: AttributeValue } | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
};

export type Replica = {
	RegionName?: string | undefined;
};

export type ReplicaAutoScalingDescription = {
	RegionName?: string | undefined;
	GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndexAutoScalingDescription)[] | undefined;
	ReplicaProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
	ReplicaProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
	ReplicaStatus?: "CREATING" | "CREATION_FAILED" | "UPDATING" | "DELETING" | "ACTIVE" | "REGION_DISABLED" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED" | undefined;
};

export type ReplicaAutoScalingUpdate = {
	RegionName: string;
	ReplicaGlobalSecondaryIndexUpdates?: readonly (ReplicaGlobalSecondaryIndexAutoScalingUpdate)[] | undefined;
	ReplicaProvisionedReadCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
};

export type ReplicaDescription = {
	RegionName?: string | undefined;
	ReplicaStatus?: "CREATING" | "CREATION_FAILED" | "UPDATING" | "DELETING" | "ACTIVE" | "REGION_DISABLED" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED" | undefined;
	ReplicaArn?: string | undefined;
	ReplicaStatusDescription?: string | undefined;
	ReplicaStatusPercentProgress?: string | undefined;
	KMSMasterKeyId?: string | undefined;
	ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
	OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
	WarmThroughput?: TableWarmThroughputDescription | undefined;
	GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndexDescription)[] | undefined;
	ReplicaInaccessibleDateTime?: Date | undefined;
	ReplicaTableClassSummary?: TableClassSummary | undefined;
	GlobalTableSettingsReplicationMode?: "ENABLED" | "DISABLED" | "ENABLED_WITH_OVERRIDES" | undefined;
};

export type ReplicaGlobalSecondaryIndex = {
	IndexName: string;
	ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
	OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
};

export type ReplicaGlobalSecondaryIndexAutoScalingDescription = {
	IndexName?: string | undefined;
	IndexStatus?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | undefined;
	ProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
	ProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
};

export type ReplicaGlobalSecondaryIndexAutoScalingUpdate = {
	IndexName?: string | undefined;
	ProvisionedReadCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
};

export type ReplicaGlobalSecondaryIndexDescription = {
	IndexName?: string | undefined;
	ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
	OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
	WarmThroughput?: GlobalSecondaryIndexWarmThroughputDescription | undefined;
};

export type ReplicaGlobalSecondaryIndexSettingsDescription = {
	IndexName: string;
	IndexStatus?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | undefined;
	ProvisionedReadCapacityUnits?: number | undefined;
	ProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
	ProvisionedWriteCapacityUnits?: number | undefined;
	ProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
};

export type ReplicaGlobalSecondaryIndexSettingsUpdate = {
	IndexName: string;
	ProvisionedReadCapacityUnits?: number | undefined;
	ProvisionedReadCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
};

export type ReplicaSettingsDescription = {
	RegionName: string;
	ReplicaStatus?: "CREATING" | "CREATION_FAILED" | "UPDATING" | "DELETING" | "ACTIVE" | "REGION_DISABLED" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED" | undefined;
	ReplicaBillingModeSummary?: BillingModeSummary | undefined;
	ReplicaProvisionedReadCapacityUnits?: number | undefined;
	ReplicaProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
	ReplicaProvisionedWriteCapacityUnits?: number | undefined;
	ReplicaProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
	ReplicaGlobalSecondaryIndexSettings?: readonly (ReplicaGlobalSecondaryIndexSettingsDescription)[] | undefined;
	ReplicaTableClassSummary?: TableClassSummary | undefined;
};

export type ReplicaSettingsUpdate = {
	RegionName: string;
	ReplicaProvisionedReadCapacityUnits?: number | undefined;
	ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
	ReplicaGlobalSecondaryIndexSettingsUpdate?: readonly (ReplicaGlobalSecondaryIndexSettingsUpdate)[] | undefined;
	ReplicaTableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
};

export type ReplicaUpdate = {
	Create?: CreateReplicaAction | undefined;
	Delete?: DeleteReplicaAction | undefined;
};

export type ReplicationGroupUpdate = {
	Create?: CreateReplicationGroupMemberAction | undefined;
	Update?: UpdateReplicationGroupMemberAction | undefined;
	Delete?: DeleteReplicationGroupMemberAction | undefined;
};

export type RestoreSummary = {
	SourceBackupArn?: string | undefined;
	SourceTableArn?: string | undefined;
	RestoreDateTime: Date;
	RestoreInProgress: boolean;
};

export type RestoreTableFromBackupInput = {
	TargetTableName: string;
	BackupArn: string;
	BillingModeOverride?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	GlobalSecondaryIndexOverride?: readonly (GlobalSecondaryIndex)[] | undefined;
	LocalSecondaryIndexOverride?: readonly (LocalSecondaryIndex)[] | undefined;
	ProvisionedThroughputOverride?: ProvisionedThroughput | undefined;
	OnDemandThroughputOverride?: OnDemandThroughput | undefined;
	SSESpecificationOverride?: SSESpecification | undefined;
};

export type RestoreTableFromBackupOutput = {
	TableDescription?: TableDescription | undefined;
};

export type RestoreTableToPointInTimeInput = {
	SourceTableArn?: string | undefined;
	SourceTableName?: string | undefined;
	TargetTableName: string;
	UseLatestRestorableTime?: boolean | undefined;
	RestoreDateTime?: Date | undefined;
	BillingModeOverride?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	GlobalSecondaryIndexOverride?: readonly (GlobalSecondaryIndex)[] | undefined;
	LocalSecondaryIndexOverride?: readonly (LocalSecondaryIndex)[] | undefined;
	ProvisionedThroughputOverride?: ProvisionedThroughput | undefined;
	OnDemandThroughputOverride?: OnDemandThroughput | undefined;
	SSESpecificationOverride?: SSESpecification | undefined;
};

export type RestoreTableToPointInTimeOutput = {
	TableDescription?: TableDescription | undefined;
};

export type S3BucketSource = {
	S3BucketOwner?: string | undefined;
	S3Bucket: string;
	S3KeyPrefix?: string | undefined;
};

export type SSEDescription = {
	Status?: "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "UPDATING" | undefined;
	SSEType?: "AES256" | "KMS" | undefined;
	KMSMasterKeyArn?: string | undefined;
	InaccessibleEncryptionDateTime?: Date | undefined;
};

export type SSESpecification = {
	Enabled?: boolean | undefined;
	SSEType?: "AES256" | "KMS" | undefined;
	KMSMasterKeyId?: string | undefined;
};

export type ScanInput = {
	TableName: string;
	IndexName?: string | undefined;
	AttributesToGet?: readonly (string)[] | undefined;
	Limit?: number | undefined;
	Select?: "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" | "SPECIFIC_ATTRIBUTES" | "COUNT" | undefined;
	ScanFilter?: { readonly [key: string]: Condition } | undefined;
	ConditionalOperator?: "AND" | "OR" | undefined;
	ExclusiveStartKey?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	TotalSegments?: number | undefined;
	Segment?: number | undefined;
	ProjectionExpression?: string | undefined;
	FilterExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ConsistentRead?: boolean | undefined;
};

export type ScanOutput = {
	Items?: readonly ({ readonly [key: string]: AttributeValue })[] | undefined;
	Count?: number | undefined;
	ScannedCount?: number | undefined;
	LastEvaluatedKey?: { readonly [key: string]: AttributeValue } | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
};

export type SourceTableDetails = {
	TableName: string;
	TableId: string;
	TableArn?: string | undefined;
	TableSizeBytes?: number | undefined;
	KeySchema: readonly (KeySchemaElement)[];
	TableCreationDateTime: Date;
	ProvisionedThroughput: ProvisionedThroughput;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	ItemCount?: number | undefined;
	BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
};

export type SourceTableFeatureDetails = {
	LocalSecondaryIndexes?: readonly (LocalSecondaryIndexInfo)[] | undefined;
	GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndexInfo)[] | undefined;
	StreamDescription?: StreamSpecification | undefined;
	TimeToLiveDescription?: TimeToLiveDescription | undefined;
	SSEDescription?: SSEDescription | undefined;
};

export type StreamSpecification = {
	StreamEnabled: boolean;
	StreamViewType?: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY" | undefined;
};

export type TableAutoScalingDescription = {
	TableName?: string | undefined;
	TableStatus?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED" | undefined;
	Replicas?: readonly (ReplicaAutoScalingDescription)[] | undefined;
};

export type TableClassSummary = {
	TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
	LastUpdateDateTime?: Date | undefined;
};

export type TableCreationParameters = {
	TableName: string;
	AttributeDefinitions: readonly (AttributeDefinition)[];
	KeySchema: readonly (KeySchemaElement)[];
	BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	SSESpecification?: SSESpecification | undefined;
	GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndex)[] | undefined;
};

export type TableDescription = {
	AttributeDefinitions?: readonly (AttributeDefinition)[] | undefined;
	TableName?: string | undefined;
	KeySchema?: readonly (KeySchemaElement)[] | undefined;
	TableStatus?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED" | undefined;
	CreationDateTime?: Date | undefined;
	ProvisionedThroughput?: ProvisionedThroughputDescription | undefined;
	TableSizeBytes?: number | undefined;
	ItemCount?: number | undefined;
	TableArn?: string | undefined;
	TableId?: string | undefined;
	BillingModeSummary?: BillingModeSummary | undefined;
	LocalSecondaryIndexes?: readonly (LocalSecondaryIndexDescription)[] | undefined;
	GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndexDescription)[] | undefined;
	StreamSpecification?: StreamSpecification | undefined;
	LatestStreamLabel?: string | undefined;
	LatestStreamArn?: string | undefined;
	GlobalTableVersion?: string | undefined;
	Replicas?: readonly (ReplicaDescription)[] | undefined;
	GlobalTableWitnesses?: readonly (GlobalTableWitnessDescription)[] | undefined;
	GlobalTableSettingsReplicationMode?: "ENABLED" | "DISABLED" | "ENABLED_WITH_OVERRIDES" | undefined;
	RestoreSummary?: RestoreSummary | undefined;
	SSEDescription?: SSEDescription | undefined;
	ArchivalSummary?: ArchivalSummary | undefined;
	TableClassSummary?: TableClassSummary | undefined;
	DeletionProtectionEnabled?: boolean | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	WarmThroughput?: TableWarmThroughputDescription | undefined;
	MultiRegionConsistency?: "EVENTUAL" | "STRONG" | undefined;
};

export type TableWarmThroughputDescription = {
	ReadUnitsPerSecond?: number | undefined;
	WriteUnitsPerSecond?: number | undefined;
	Status?: "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED" | undefined;
};

export type Tag = {
	Key: string;
	Value: string;
};

export type TagResourceInput = {
	ResourceArn: string;
	Tags: readonly (Tag)[];
};

export type TimeToLiveDescription = {
	TimeToLiveStatus?: "ENABLING" | "DISABLING" | "ENABLED" | "DISABLED" | undefined;
	AttributeName?: string | undefined;
};

export type TimeToLiveSpecification = {
	Enabled: boolean;
	AttributeName: string;
};

export type TransactGetItem = {
	Get: Get;
};

export type TransactGetItemsInput = {
	TransactItems: readonly (TransactGetItem)[];
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
};

export type TransactGetItemsOutput = {
	ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
	Responses?: readonly (ItemResponse)[] | undefined;
};

export type TransactWriteItem = {
	ConditionCheck?: ConditionCheck | undefined;
	Put?: Put | undefined;
	Delete?: Delete | undefined;
	Update?: Update | undefined;
};

export type TransactWriteItemsInput = {
	TransactItems: readonly (TransactWriteItem)[];
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
	ClientRequestToken?: string | undefined;
};

export type TransactWriteItemsOutput = {
	ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
	ItemCollectionMetrics?: { readonly [key: string]: readonly (ItemCollectionMetrics)[] } | undefined;
};

export type UntagResourceInput = {
	ResourceArn: string;
	TagKeys: readonly (string)[];
};

export type Update = {
	Key: { readonly [key: string]: AttributeValue };
	UpdateExpression: string;
	TableName: string;
	ConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type UpdateContinuousBackupsInput = {
	TableName: string;
	PointInTimeRecoverySpecification: PointInTimeRecoverySpecification;
};

export type UpdateContinuousBackupsOutput = {
	ContinuousBackupsDescription?: ContinuousBackupsDescription | undefined;
};

export type UpdateContributorInsightsInput = {
	TableName: string;
	IndexName?: string | undefined;
	ContributorInsightsAction: "ENABLE" | "DISABLE";
	ContributorInsightsMode?: "ACCESSED_AND_THROTTLED_KEYS" | "THROTTLED_KEYS" | undefined;
};

export type UpdateContributorInsightsOutput = {
	TableName?: string | undefined;
	IndexName?: string | undefined;
	ContributorInsightsStatus?: "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "FAILED" | undefined;
	ContributorInsightsMode?: "ACCESSED_AND_THROTTLED_KEYS" | "THROTTLED_KEYS" | undefined;
};

export type UpdateGlobalSecondaryIndexAction = {
	IndexName: string;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	WarmThroughput?: WarmThroughput | undefined;
};

export type UpdateGlobalTableInput = {
	GlobalTableName: string;
	ReplicaUpdates: readonly (ReplicaUpdate)[];
};

export type UpdateGlobalTableOutput = {
	GlobalTableDescription?: GlobalTableDescription | undefined;
};

export type UpdateGlobalTableSettingsInput = {
	GlobalTableName: string;
	GlobalTableBillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	GlobalTableProvisionedWriteCapacityUnits?: number | undefined;
	GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
	GlobalTableGlobalSecondaryIndexSettingsUpdate?: readonly (GlobalTableGlobalSecondaryIndexSettingsUpdate)[] | undefined;
	ReplicaSettingsUpdate?: readonly (ReplicaSettingsUpdate)[] | undefined;
};

export type UpdateGlobalTableSettingsOutput = {
	GlobalTableName?: string | undefined;
	ReplicaSettings?: readonly (ReplicaSettingsDescription)[] | undefined;
};

export type UpdateItemInput = {
	TableName: string;
	Key: { readonly [key: string]: AttributeValue };
	AttributeUpdates?: { readonly [key: string]: AttributeValueUpdate } | undefined;
	Expected?: { readonly [key: string]: ExpectedAttributeValue } | undefined;
	ConditionalOperator?: "AND" | "OR" | undefined;
	ReturnValues?: "NONE" | "ALL_OLD" | "UPDATED_OLD" | "ALL_NEW" | "UPDATED_NEW" | undefined;
	ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE" | undefined;
	ReturnItemCollectionMetrics?: "SIZE" | "NONE" | undefined;
	UpdateExpression?: string | undefined;
	ConditionExpression?: string | undefined;
	ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
	ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
	ReturnValuesOnConditionCheckFailure?: "ALL_OLD" | "NONE" | undefined;
};

export type UpdateItemOutput = {
	Attributes?: { readonly [key: string]: AttributeValue } | undefined;
	ConsumedCapacity?: ConsumedCapacity | undefined;
	ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
};

export type UpdateKinesisStreamingConfiguration = {
	ApproximateCreationDateTimePrecision?: "MILLISECOND" | "MICROSECOND" | undefined;
};

export type UpdateKinesisStreamingDestinationInput = {
	TableName: string;
	StreamArn: string;
	UpdateKinesisStreamingConfiguration?: UpdateKinesisStreamingConfiguration | undefined;
};

export type UpdateKinesisStreamingDestinationOutput = {
	TableName?: string | undefined;
	StreamArn?: string | undefined;
	DestinationStatus?: "ENABLING" | "ACTIVE" | "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "UPDATING" | undefined;
	UpdateKinesisStreamingConfiguration?: UpdateKinesisStreamingConfiguration | undefined;
};

export type UpdateReplicationGroupMemberAction = {
	RegionName: string;
	KMSMasterKeyId?: string | undefined;
	ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
	OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
	GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndex)[] | undefined;
	TableClassOverride?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
};

export type UpdateTableInput = {
	AttributeDefinitions?: readonly (AttributeDefinition)[] | undefined;
	TableName: string;
	BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST" | undefined;
	ProvisionedThroughput?: ProvisionedThroughput | undefined;
	GlobalSecondaryIndexUpdates?: readonly (GlobalSecondaryIndexUpdate)[] | undefined;
	StreamSpecification?: StreamSpecification | undefined;
	SSESpecification?: SSESpecification | undefined;
	ReplicaUpdates?: readonly (ReplicationGroupUpdate)[] | undefined;
	TableClass?: "STANDARD" | "STANDARD_INFREQUENT_ACCESS" | undefined;
	DeletionProtectionEnabled?: boolean | undefined;
	MultiRegionConsistency?: "EVENTUAL" | "STRONG" | undefined;
	GlobalTableWitnessUpdates?: readonly (GlobalTableWitnessGroupUpdate)[] | undefined;
	OnDemandThroughput?: OnDemandThroughput | undefined;
	WarmThroughput?: WarmThroughput | undefined;
	GlobalTableSettingsReplicationMode?: "ENABLED" | "DISABLED" | "ENABLED_WITH_OVERRIDES" | undefined;
};

export type UpdateTableOutput = {
	TableDescription?: TableDescription | undefined;
};

export type UpdateTableReplicaAutoScalingInput = {
	GlobalSecondaryIndexUpdates?: readonly (GlobalSecondaryIndexAutoScalingUpdate)[] | undefined;
	TableName: string;
	ProvisionedWriteCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
	ReplicaUpdates?: readonly (ReplicaAutoScalingUpdate)[] | undefined;
};

export type UpdateTableReplicaAutoScalingOutput = {
	TableAutoScalingDescription?: TableAutoScalingDescription | undefined;
};

export type UpdateTimeToLiveInput = {
	TableName: string;
	TimeToLiveSpecification: TimeToLiveSpecification;
};

export type UpdateTimeToLiveOutput = {
	TimeToLiveSpecification?: TimeToLiveSpecification | undefined;
};

export type WarmThroughput = {
	ReadUnitsPerSecond?: number | undefined;
	WriteUnitsPerSecond?: number | undefined;
};

export type WriteRequest = {
	PutRequest?: PutRequest | undefined;
	DeleteRequest?: DeleteRequest | undefined;
};

export type BatchExecuteStatementRequest = BatchExecuteStatementInput;
export type BatchExecuteStatementResponse = BatchExecuteStatementOutput;
export type BatchGetItemRequest = BatchGetItemInput;
export type BatchGetItemResponse = BatchGetItemOutput;
export type BatchWriteItemRequest = BatchWriteItemInput;
export type BatchWriteItemResponse = BatchWriteItemOutput;
export type CreateBackupRequest = CreateBackupInput;
export type CreateBackupResponse = CreateBackupOutput;
export type CreateGlobalTableRequest = CreateGlobalTableInput;
export type CreateGlobalTableResponse = CreateGlobalTableOutput;
export type CreateTableRequest = CreateTableInput;
export type CreateTableResponse = CreateTableOutput;
export type DeleteBackupRequest = DeleteBackupInput;
export type DeleteBackupResponse = DeleteBackupOutput;
export type DeleteItemRequest = DeleteItemInput;
export type DeleteItemResponse = DeleteItemOutput;
export type DeleteResourcePolicyRequest = DeleteResourcePolicyInput;
export type DeleteResourcePolicyResponse = DeleteResourcePolicyOutput;
export type DeleteTableRequest = DeleteTableInput;
export type DeleteTableResponse = DeleteTableOutput;
export type DescribeBackupRequest = DescribeBackupInput;
export type DescribeBackupResponse = DescribeBackupOutput;
export type DescribeContinuousBackupsRequest = DescribeContinuousBackupsInput;
export type DescribeContinuousBackupsResponse = DescribeContinuousBackupsOutput;
export type DescribeContributorInsightsRequest = DescribeContributorInsightsInput;
export type DescribeContributorInsightsResponse = DescribeContributorInsightsOutput;
export type DescribeExportRequest = DescribeExportInput;
export type DescribeExportResponse = DescribeExportOutput;
export type DescribeGlobalTableRequest = DescribeGlobalTableInput;
export type DescribeGlobalTableResponse = DescribeGlobalTableOutput;
export type DescribeGlobalTableSettingsRequest = DescribeGlobalTableSettingsInput;
export type DescribeGlobalTableSettingsResponse = DescribeGlobalTableSettingsOutput;
export type DescribeImportRequest = DescribeImportInput;
export type DescribeImportResponse = DescribeImportOutput;
export type DescribeKinesisStreamingDestinationRequest = DescribeKinesisStreamingDestinationInput;
export type DescribeKinesisStreamingDestinationResponse = DescribeKinesisStreamingDestinationOutput;
export type DescribeLimitsRequest = DescribeLimitsInput;
export type DescribeLimitsResponse = DescribeLimitsOutput;
export type DescribeTableRequest = DescribeTableInput;
export type DescribeTableResponse = DescribeTableOutput;
export type DescribeTableReplicaAutoScalingRequest = DescribeTableReplicaAutoScalingInput;
export type DescribeTableReplicaAutoScalingResponse = DescribeTableReplicaAutoScalingOutput;
export type DescribeTimeToLiveRequest = DescribeTimeToLiveInput;
export type DescribeTimeToLiveResponse = DescribeTimeToLiveOutput;
export type DisableKinesisStreamingDestinationRequest = KinesisStreamingDestinationInput;
export type DisableKinesisStreamingDestinationResponse = KinesisStreamingDestinationOutput;
export type EnableKinesisStreamingDestinationRequest = KinesisStreamingDestinationInput;
export type EnableKinesisStreamingDestinationResponse = KinesisStreamingDestinationOutput;
export type ExecuteStatementRequest = ExecuteStatementInput;
export type ExecuteStatementResponse = ExecuteStatementOutput;
export type ExecuteTransactionRequest = ExecuteTransactionInput;
export type ExecuteTransactionResponse = ExecuteTransactionOutput;
export type ExportTableToPointInTimeRequest = ExportTableToPointInTimeInput;
export type ExportTableToPointInTimeResponse = ExportTableToPointInTimeOutput;
export type GetItemRequest = GetItemInput;
export type GetItemResponse = GetItemOutput;
export type GetResourcePolicyRequest = GetResourcePolicyInput;
export type GetResourcePolicyResponse = GetResourcePolicyOutput;
export type ImportTableRequest = ImportTableInput;
export type ImportTableResponse = ImportTableOutput;
export type ListBackupsRequest = ListBackupsInput;
export type ListBackupsResponse = ListBackupsOutput;
export type ListContributorInsightsRequest = ListContributorInsightsInput;
export type ListContributorInsightsResponse = ListContributorInsightsOutput;
export type ListExportsRequest = ListExportsInput;
export type ListExportsResponse = ListExportsOutput;
export type ListGlobalTablesRequest = ListGlobalTablesInput;
export type ListGlobalTablesResponse = ListGlobalTablesOutput;
export type ListImportsRequest = ListImportsInput;
export type ListImportsResponse = ListImportsOutput;
export type ListTablesRequest = ListTablesInput;
export type ListTablesResponse = ListTablesOutput;
export type ListTagsOfResourceRequest = ListTagsOfResourceInput;
export type ListTagsOfResourceResponse = ListTagsOfResourceOutput;
export type PutItemRequest = PutItemInput;
export type PutItemResponse = PutItemOutput;
export type PutResourcePolicyRequest = PutResourcePolicyInput;
export type PutResourcePolicyResponse = PutResourcePolicyOutput;
export type QueryRequest = QueryInput;
export type QueryResponse = QueryOutput;
export type RestoreTableFromBackupRequest = RestoreTableFromBackupInput;
export type RestoreTableFromBackupResponse = RestoreTableFromBackupOutput;
export type RestoreTableToPointInTimeRequest = RestoreTableToPointInTimeInput;
export type RestoreTableToPointInTimeResponse = RestoreTableToPointInTimeOutput;
export type ScanRequest = ScanInput;
export type ScanResponse = ScanOutput;
export type TagResourceRequest = TagResourceInput;
export type TagResourceResponse = Record<string, never>;
export type TransactGetItemsRequest = TransactGetItemsInput;
export type TransactGetItemsResponse = TransactGetItemsOutput;
export type TransactWriteItemsRequest = TransactWriteItemsInput;
export type TransactWriteItemsResponse = TransactWriteItemsOutput;
export type UntagResourceRequest = UntagResourceInput;
export type UntagResourceResponse = Record<string, never>;
export type UpdateContinuousBackupsRequest = UpdateContinuousBackupsInput;
export type UpdateContinuousBackupsResponse = UpdateContinuousBackupsOutput;
export type UpdateContributorInsightsRequest = UpdateContributorInsightsInput;
export type UpdateContributorInsightsResponse = UpdateContributorInsightsOutput;
export type UpdateGlobalTableRequest = UpdateGlobalTableInput;
export type UpdateGlobalTableResponse = UpdateGlobalTableOutput;
export type UpdateGlobalTableSettingsRequest = UpdateGlobalTableSettingsInput;
export type UpdateGlobalTableSettingsResponse = UpdateGlobalTableSettingsOutput;
export type UpdateItemRequest = UpdateItemInput;
export type UpdateItemResponse = UpdateItemOutput;
export type UpdateKinesisStreamingDestinationRequest = UpdateKinesisStreamingDestinationInput;
export type UpdateKinesisStreamingDestinationResponse = UpdateKinesisStreamingDestinationOutput;
export type UpdateTableRequest = UpdateTableInput;
export type UpdateTableResponse = UpdateTableOutput;
export type UpdateTableReplicaAutoScalingRequest = UpdateTableReplicaAutoScalingInput;
export type UpdateTableReplicaAutoScalingResponse = UpdateTableReplicaAutoScalingOutput;
export type UpdateTimeToLiveRequest = UpdateTimeToLiveInput;
export type UpdateTimeToLiveResponse = UpdateTimeToLiveOutput;
