// Made by scripts/models.ts from AWS's AWS Lambda model, 2015-03-31. Do not edit.

export type AccountLimit = {
	TotalCodeSize?: number | undefined;
	CodeSizeUnzipped?: number | undefined;
	CodeSizeZipped?: number | undefined;
	ConcurrentExecutions?: number | undefined;
	UnreservedConcurrentExecutions?: number | undefined;
};

export type AccountUsage = {
	TotalCodeSize?: number | undefined;
	FunctionCount?: number | undefined;
};

export type AddLayerVersionPermissionRequest = {
	LayerName: string;
	VersionNumber: number;
	StatementId: string;
	Action: string;
	Principal: string;
	OrganizationId?: string | undefined;
	RevisionId?: string | undefined;
};

export type AddLayerVersionPermissionResponse = {
	Statement?: string | undefined;
	RevisionId?: string | undefined;
};

export type AddPermissionRequest = {
	FunctionName: string;
	StatementId: string;
	Action: string;
	Principal: string;
	SourceArn?: string | undefined;
	SourceAccount?: string | undefined;
	EventSourceToken?: string | undefined;
	Qualifier?: string | undefined;
	RevisionId?: string | undefined;
	PrincipalOrgID?: string | undefined;
	FunctionUrlAuthType?: "NONE" | "AWS_IAM" | undefined;
	InvokedViaFunctionUrl?: boolean | undefined;
};

export type AddPermissionResponse = {
	Statement?: string | undefined;
};

export type AliasConfiguration = {
	AliasArn?: string | undefined;
	Name?: string | undefined;
	FunctionVersion?: string | undefined;
	Description?: string | undefined;
	RoutingConfig?: AliasRoutingConfiguration | undefined;
	RevisionId?: string | undefined;
};

export type AliasRoutingConfiguration = {
	AdditionalVersionWeights?: { readonly [key: string]: number } | undefined;
};

export type AllowedPublishers = {
	SigningProfileVersionArns: readonly (string)[];
};

export type AmazonManagedKafkaEventSourceConfig = {
	ConsumerGroupId?: string | undefined;
	SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined;
};

export type CallbackDetails = {
	CallbackId?: string | undefined;
	Result?: string | undefined;
	Error?: ErrorObject | undefined;
};

export type CallbackFailedDetails = {
	Error: EventError;
};

export type CallbackOptions = {
	TimeoutSeconds?: number | undefined;
	HeartbeatTimeoutSeconds?: number | undefined;
};

export type CallbackStartedDetails = {
	CallbackId: string;
	HeartbeatTimeout?: number | undefined;
	Timeout?: number | undefined;
};

export type CallbackSucceededDetails = {
	Result: EventResult;
};

export type CallbackTimedOutDetails = {
	Error: EventError;
};

export type CapacityProvider = {
	CapacityProviderArn: string;
	State: "Pending" | "Active" | "Failed" | "Deleting";
	VpcConfig: CapacityProviderVpcConfig;
	PermissionsConfig: CapacityProviderPermissionsConfig;
	InstanceRequirements?: InstanceRequirements | undefined;
	CapacityProviderScalingConfig?: CapacityProviderScalingConfig | undefined;
	KmsKeyArn?: string | undefined;
	LastModified?: string | undefined;
};

export type CapacityProviderConfig = {
	LambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig;
};

export type CapacityProviderPermissionsConfig = {
	CapacityProviderOperatorRoleArn: string;
};

export type CapacityProviderScalingConfig = {
	MaxVCpuCount?: number | undefined;
	ScalingMode?: "Auto" | "Manual" | undefined;
	ScalingPolicies?: readonly (TargetTrackingScalingPolicy)[] | undefined;
};

export type CapacityProviderVpcConfig = {
	SubnetIds: readonly (string)[];
	SecurityGroupIds: readonly (string)[];
};

export type ChainedInvokeDetails = {
	Result?: string | undefined;
	Error?: ErrorObject | undefined;
};

export type ChainedInvokeFailedDetails = {
	Error: EventError;
};

export type ChainedInvokeOptions = {
	FunctionName: string;
	TenantId?: string | undefined;
};

export type ChainedInvokeStartedDetails = {
	FunctionName: string;
	TenantId?: string | undefined;
	Input?: EventInput | undefined;
	ExecutedVersion?: string | undefined;
	DurableExecutionArn?: string | undefined;
};

export type ChainedInvokeStoppedDetails = {
	Error: EventError;
};

export type ChainedInvokeSucceededDetails = {
	Result: EventResult;
};

export type ChainedInvokeTimedOutDetails = {
	Error: EventError;
};

export type CheckpointDurableExecutionRequest = {
	DurableExecutionArn: string;
	CheckpointToken: string;
	Updates?: readonly (OperationUpdate)[] | undefined;
	ClientToken?: string | undefined;
};

export type CheckpointDurableExecutionResponse = {
	CheckpointToken?: string | undefined;
	NewExecutionState: CheckpointUpdatedExecutionState;
};

export type CheckpointUpdatedExecutionState = {
	Operations?: readonly (Operation)[] | undefined;
	NextMarker?: string | undefined;
};

export type CodeSigningConfig = {
	CodeSigningConfigId: string;
	CodeSigningConfigArn: string;
	Description?: string | undefined;
	AllowedPublishers: AllowedPublishers;
	CodeSigningPolicies: CodeSigningPolicies;
	LastModified: string;
};

export type CodeSigningPolicies = {
	UntrustedArtifactOnDeployment?: "Warn" | "Enforce" | undefined;
};

export type Concurrency = {
	ReservedConcurrentExecutions?: number | undefined;
};

export type ContextDetails = {
	ReplayChildren?: boolean | undefined;
	Result?: string | undefined;
	Error?: ErrorObject | undefined;
};

export type ContextFailedDetails = {
	Error: EventError;
};

export type ContextOptions = {
	ReplayChildren?: boolean | undefined;
};

export type ContextStartedDetails = {
};

export type ContextSucceededDetails = {
	Result: EventResult;
};

export type Cors = {
	AllowCredentials?: boolean | undefined;
	AllowHeaders?: readonly (string)[] | undefined;
	AllowMethods?: readonly (string)[] | undefined;
	AllowOrigins?: readonly (string)[] | undefined;
	ExposeHeaders?: readonly (string)[] | undefined;
	MaxAge?: number | undefined;
};

export type CreateAliasRequest = {
	FunctionName: string;
	Name: string;
	FunctionVersion: string;
	Description?: string | undefined;
	RoutingConfig?: AliasRoutingConfiguration | undefined;
};

export type CreateCapacityProviderRequest = {
	CapacityProviderName: string;
	VpcConfig: CapacityProviderVpcConfig;
	PermissionsConfig: CapacityProviderPermissionsConfig;
	InstanceRequirements?: InstanceRequirements | undefined;
	CapacityProviderScalingConfig?: CapacityProviderScalingConfig | undefined;
	KmsKeyArn?: string | undefined;
	Tags?: { readonly [key: string]: string } | undefined;
};

export type CreateCapacityProviderResponse = {
	CapacityProvider: CapacityProvider;
};

export type CreateCodeSigningConfigRequest = {
	Description?: string | undefined;
	AllowedPublishers: AllowedPublishers;
	CodeSigningPolicies?: CodeSigningPolicies | undefined;
	Tags?: { readonly [key: string]: string } | undefined;
};

export type CreateCodeSigningConfigResponse = {
	CodeSigningConfig: CodeSigningConfig;
};

export type CreateEventSourceMappingRequest = {
	EventSourceArn?: string | undefined;
	FunctionName: string;
	Enabled?: boolean | undefined;
	BatchSize?: number | undefined;
	FilterCriteria?: FilterCriteria | undefined;
	MaximumBatchingWindowInSeconds?: number | undefined;
	ParallelizationFactor?: number | undefined;
	StartingPosition?: "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP" | undefined;
	StartingPositionTimestamp?: Date | undefined;
	DestinationConfig?: DestinationConfig | undefined;
	MaximumRecordAgeInSeconds?: number | undefined;
	BisectBatchOnFunctionError?: boolean | undefined;
	MaximumRetryAttempts?: number | undefined;
	Tags?: { readonly [key: string]: string } | undefined;
	TumblingWindowInSeconds?: number | undefined;
	Topics?: readonly (string)[] | undefined;
	Queues?: readonly (string)[] | undefined;
	SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined;
	SelfManagedEventSource?: SelfManagedEventSource | undefined;
	FunctionResponseTypes?: readonly ("ReportBatchItemFailures")[] | undefined;
	AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined;
	SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined;
	ScalingConfig?: ScalingConfig | undefined;
	DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined;
	KMSKeyArn?: string | undefined;
	MetricsConfig?: EventSourceMappingMetricsConfig | undefined;
	LoggingConfig?: EventSourceMappingLoggingConfig | undefined;
	ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined;
};

export type CreateFunctionRequest = {
	FunctionName: string;
	Runtime?: string | undefined;
	Role: string;
	Handler?: string | undefined;
	Code: FunctionCode;
	Description?: string | undefined;
	Timeout?: number | undefined;
	MemorySize?: number | undefined;
	Publish?: boolean | undefined;
	VpcConfig?: VpcConfig | undefined;
	PackageType?: "Zip" | "Image" | undefined;
	DeadLetterConfig?: DeadLetterConfig | undefined;
	Environment?: Environment | undefined;
	KMSKeyArn?: string | undefined;
	TracingConfig?: TracingConfig | undefined;
	Tags?: { readonly [key: string]: string } | undefined;
	Layers?: readonly (string)[] | undefined;
	FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined;
	ImageConfig?: ImageConfig | undefined;
	CodeSigningConfigArn?: string | undefined;
	Architectures?: readonly ("x86_64" | "arm64")[] | undefined;
	EphemeralStorage?: EphemeralStorage | undefined;
	SnapStart?: SnapStart | undefined;
	LoggingConfig?: LoggingConfig | undefined;
	CapacityProviderConfig?: CapacityProviderConfig | undefined;
	PublishTo?: "LATEST_PUBLISHED" | undefined;
	DurableConfig?: DurableConfig | undefined;
	TenancyConfig?: TenancyConfig | undefined;
};

export type CreateFunctionUrlConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
	AuthType: "NONE" | "AWS_IAM";
	Cors?: Cors | undefined;
	InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined;
};

export type CreateFunctionUrlConfigResponse = {
	FunctionUrl: string;
	FunctionArn: string;
	AuthType: "NONE" | "AWS_IAM";
	Cors?: Cors | undefined;
	CreationTime: string;
	InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined;
};

export type DeadLetterConfig = {
	TargetArn?: string | undefined;
};

export type DeleteAliasRequest = {
	FunctionName: string;
	Name: string;
};

export type DeleteCapacityProviderRequest = {
	CapacityProviderName: string;
};

export type DeleteCapacityProviderResponse = {
	CapacityProvider: CapacityProvider;
};

export type DeleteCodeSigningConfigRequest = {
	CodeSigningConfigArn: string;
};

export type DeleteCodeSigningConfigResponse = {
};

export type DeleteEventSourceMappingRequest = {
	UUID: string;
};

export type DeleteFunctionCodeSigningConfigRequest = {
	FunctionName: string;
};

export type DeleteFunctionConcurrencyRequest = {
	FunctionName: string;
};

export type DeleteFunctionEventInvokeConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type DeleteFunctionRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type DeleteFunctionResponse = {
	StatusCode?: number | undefined;
};

export type DeleteFunctionUrlConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type DeleteLayerVersionRequest = {
	LayerName: string;
	VersionNumber: number;
};

export type DeleteProvisionedConcurrencyConfigRequest = {
	FunctionName: string;
	Qualifier: string;
};

export type DestinationConfig = {
	OnSuccess?: OnSuccess | undefined;
	OnFailure?: OnFailure | undefined;
};

export type DocumentDBEventSourceConfig = {
	DatabaseName?: string | undefined;
	CollectionName?: string | undefined;
	FullDocument?: "UpdateLookup" | "Default" | undefined;
};

export type DurableConfig = {
	RetentionPeriodInDays?: number | undefined;
	ExecutionTimeout?: number | undefined;
};

export type Environment = {
	Variables?: { readonly [key: string]: string } | undefined;
};

export type EnvironmentError = {
	ErrorCode?: string | undefined;
	Message?: string | undefined;
};

export type EnvironmentResponse = {
	Variables?: { readonly [key: string]: string } | undefined;
	Error?: EnvironmentError | undefined;
};

export type EphemeralStorage = {
	Size: number;
};

export type ErrorObject = {
	ErrorMessage?: string | undefined;
	ErrorType?: string | undefined;
	ErrorData?: string | undefined;
	StackTrace?: readonly (string)[] | undefined;
};

export type Event = {
	EventType?: "ExecutionStarted" | "ExecutionSucceeded" | "ExecutionFailed" | "ExecutionTimedOut" | "ExecutionStopped" | "ContextStarted" | "ContextSucceeded" | "ContextFailed" | "WaitStarted" | "WaitSucceeded" | "WaitCancelled" | "StepStarted" | "StepSucceeded" | "StepFailed" | "ChainedInvokeStarted" | "ChainedInvokeSucceeded" | "ChainedInvokeFailed" | "ChainedInvokeTimedOut" | "ChainedInvokeStopped" | "CallbackStarted" | "CallbackSucceeded" | "CallbackFailed" | "CallbackTimedOut" | "InvocationCompleted" | undefined;
	SubType?: string | undefined;
	EventId?: number | undefined;
	Id?: string | undefined;
	Name?: string | undefined;
	EventTimestamp?: Date | undefined;
	ParentId?: string | undefined;
	ExecutionStartedDetails?: ExecutionStartedDetails | undefined;
	ExecutionSucceededDetails?: ExecutionSucceededDetails | undefined;
	ExecutionFailedDetails?: ExecutionFailedDetails | undefined;
	ExecutionTimedOutDetails?: ExecutionTimedOutDetails | undefined;
	ExecutionStoppedDetails?: ExecutionStoppedDetails | undefined;
	ContextStartedDetails?: ContextStartedDetails | undefined;
	ContextSucceededDetails?: ContextSucceededDetails | undefined;
	ContextFailedDetails?: ContextFailedDetails | undefined;
	WaitStartedDetails?: WaitStartedDetails | undefined;
	WaitSucceededDetails?: WaitSucceededDetails | undefined;
	WaitCancelledDetails?: WaitCancelledDetails | undefined;
	StepStartedDetails?: StepStartedDetails | undefined;
	StepSucceededDetails?: StepSucceededDetails | undefined;
	StepFailedDetails?: StepFailedDetails | undefined;
	ChainedInvokeStartedDetails?: ChainedInvokeStartedDetails | undefined;
	ChainedInvokeSucceededDetails?: ChainedInvokeSucceededDetails | undefined;
	ChainedInvokeFailedDetails?: ChainedInvokeFailedDetails | undefined;
	ChainedInvokeTimedOutDetails?: ChainedInvokeTimedOutDetails | undefined;
	ChainedInvokeStoppedDetails?: ChainedInvokeStoppedDetails | undefined;
	CallbackStartedDetails?: CallbackStartedDetails | undefined;
	CallbackSucceededDetails?: CallbackSucceededDetails | undefined;
	CallbackFailedDetails?: CallbackFailedDetails | undefined;
	CallbackTimedOutDetails?: CallbackTimedOutDetails | undefined;
	InvocationCompletedDetails?: InvocationCompletedDetails | undefined;
};

export type EventError = {
	Payload?: ErrorObject | undefined;
	Truncated?: boolean | undefined;
};

export type EventInput = {
	Payload?: string | undefined;
	Truncated?: boolean | undefined;
};

export type EventResult = {
	Payload?: string | undefined;
	Truncated?: boolean | undefined;
};

export type EventSourceMappingConfiguration = {
	UUID?: string | undefined;
	StartingPosition?: "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP" | undefined;
	StartingPositionTimestamp?: Date | undefined;
	BatchSize?: number | undefined;
	MaximumBatchingWindowInSeconds?: number | undefined;
	ParallelizationFactor?: number | undefined;
	EventSourceArn?: string | undefined;
	FilterCriteria?: FilterCriteria | undefined;
	FunctionArn?: string | undefined;
	LastModified?: Date | undefined;
	LastProcessingResult?: string | undefined;
	State?: string | undefined;
	StateTransitionReason?: string | undefined;
	DestinationConfig?: DestinationConfig | undefined;
	Topics?: readonly (string)[] | undefined;
	Queues?: readonly (string)[] | undefined;
	SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined;
	SelfManagedEventSource?: SelfManagedEventSource | undefined;
	MaximumRecordAgeInSeconds?: number | undefined;
	BisectBatchOnFunctionError?: boolean | undefined;
	MaximumRetryAttempts?: number | undefined;
	TumblingWindowInSeconds?: number | undefined;
	FunctionResponseTypes?: readonly ("ReportBatchItemFailures")[] | undefined;
	AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined;
	SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined;
	ScalingConfig?: ScalingConfig | undefined;
	DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined;
	KMSKeyArn?: string | undefined;
	FilterCriteriaError?: FilterCriteriaError | undefined;
	EventSourceMappingArn?: string | undefined;
	MetricsConfig?: EventSourceMappingMetricsConfig | undefined;
	LoggingConfig?: EventSourceMappingLoggingConfig | undefined;
	ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined;
};

export type EventSourceMappingLoggingConfig = {
	SystemLogLevel?: "DEBUG" | "INFO" | "WARN" | undefined;
};

export type EventSourceMappingMetricsConfig = {
	Metrics?: readonly ("EventCount" | "ErrorCount" | "KafkaMetrics")[] | undefined;
};

export type Execution = {
	DurableExecutionArn: string;
	DurableExecutionName: string;
	FunctionArn: string;
	Status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED";
	StartTimestamp: Date;
	EndTimestamp?: Date | undefined;
};

export type ExecutionDetails = {
	InputPayload?: string | undefined;
};

export type ExecutionFailedDetails = {
	Error: EventError;
};

export type ExecutionStartedDetails = {
	Input: EventInput;
	ExecutionTimeout: number;
};

export type ExecutionStoppedDetails = {
	Error: EventError;
};

export type ExecutionSucceededDetails = {
	Result: EventResult;
};

export type ExecutionTimedOutDetails = {
	Error?: EventError | undefined;
};

export type FileSystemConfig = {
	Arn: string;
	LocalMountPath: string;
};

export type Filter = {
	Pattern?: string | undefined;
};

export type FilterCriteria = {
	Filters?: readonly (Filter)[] | undefined;
};

export type FilterCriteriaError = {
	ErrorCode?: string | undefined;
	Message?: string | undefined;
};

export type FunctionCode = {
	ZipFile?: Uint8Array | undefined;
	S3Bucket?: string | undefined;
	S3Key?: string | undefined;
	S3ObjectVersion?: string | undefined;
	ImageUri?: string | undefined;
	SourceKMSKeyArn?: string | undefined;
};

export type FunctionCodeLocation = {
	RepositoryType?: string | undefined;
	Location?: string | undefined;
	ImageUri?: string | undefined;
	ResolvedImageUri?: string | undefined;
	SourceKMSKeyArn?: string | undefined;
};

export type FunctionConfiguration = {
	FunctionName?: string | undefined;
	FunctionArn?: string | undefined;
	Runtime?: string | undefined;
	Role?: string | undefined;
	Handler?: string | undefined;
	CodeSize?: number | undefined;
	Description?: string | undefined;
	Timeout?: number | undefined;
	MemorySize?: number | undefined;
	LastModified?: string | undefined;
	CodeSha256?: string | undefined;
	Version?: string | undefined;
	VpcConfig?: VpcConfigResponse | undefined;
	DeadLetterConfig?: DeadLetterConfig | undefined;
	Environment?: EnvironmentResponse | undefined;
	KMSKeyArn?: string | undefined;
	TracingConfig?: TracingConfigResponse | undefined;
	MasterArn?: string | undefined;
	RevisionId?: string | undefined;
	Layers?: readonly (Layer)[] | undefined;
	State?: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting" | undefined;
	StateReason?: string | undefined;
	StateReasonCode?: "Idle" | "Creating" | "Restoring" | "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "DrainingDurableExecutions" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | undefined;
	LastUpdateStatus?: "Successful" | "Failed" | "InProgress" | undefined;
	LastUpdateStatusReason?: string | undefined;
	LastUpdateStatusReasonCode?: "EniLimitExceeded" | "InsufficientRolePermissions" | "InvalidConfiguration" | "InternalError" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup" | "ImageDeleted" | "ImageAccessDenied" | "InvalidImage" | "KMSKeyAccessDenied" | "KMSKeyNotFound" | "InvalidStateKMSKey" | "DisabledKMSKey" | "EFSIOError" | "EFSMountConnectivityError" | "EFSMountFailure" | "EFSMountTimeout" | "InvalidRuntime" | "InvalidZipFileException" | "FunctionError" | "VcpuLimitExceeded" | "CapacityProviderScalingLimitExceeded" | "InsufficientCapacity" | "EC2RequestLimitExceeded" | "FunctionError.InitTimeout" | "FunctionError.RuntimeInitError" | "FunctionError.ExtensionInitError" | "FunctionError.InvalidEntryPoint" | "FunctionError.InvalidWorkingDirectory" | "FunctionError.PermissionDenied" | "FunctionError.TooManyExtensions" | "FunctionError.InitResourceExhausted" | "DisallowedByVpcEncryptionControl" | undefined;
	FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined;
	PackageType?: "Zip" | "Image" | undefined;
	ImageConfigResponse?: ImageConfigResponse | undefined;
	SigningProfileVersionArn?: string | undefined;
	SigningJobArn?: string | undefined;
	Architectures?: readonly ("x86_64" | "arm64")[] | undefined;
	EphemeralStorage?: EphemeralStorage | undefined;
	SnapStart?: SnapStartResponse | undefined;
	RuntimeVersionConfig?: RuntimeVersionConfig | undefined;
	LoggingConfig?: LoggingConfig | undefined;
	CapacityProviderConfig?: CapacityProviderConfig | undefined;
	ConfigSha256?: string | undefined;
	DurableConfig?: DurableConfig | undefined;
	TenancyConfig?: TenancyConfig | undefined;
};

export type FunctionEventInvokeConfig = {
	LastModified?: Date | undefined;
	FunctionArn?: string | undefined;
	MaximumRetryAttempts?: number | undefined;
	MaximumEventAgeInSeconds?: number | undefined;
	DestinationConfig?: DestinationConfig | undefined;
};

export type FunctionScalingConfig = {
	MinExecutionEnvironments?: number | undefined;
	MaxExecutionEnvironments?: number | undefined;
};

export type FunctionUrlConfig = {
	FunctionUrl: string;
	FunctionArn: string;
	CreationTime: string;
	LastModifiedTime: string;
	Cors?: Cors | undefined;
	AuthType: "NONE" | "AWS_IAM";
	InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined;
};

export type FunctionVersionsByCapacityProviderListItem = {
	FunctionArn: string;
	State: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting";
};

export type GetAccountSettingsRequest = {
};

export type GetAccountSettingsResponse = {
	AccountLimit?: AccountLimit | undefined;
	AccountUsage?: AccountUsage | undefined;
};

export type GetAliasRequest = {
	FunctionName: string;
	Name: string;
};

export type GetCapacityProviderRequest = {
	CapacityProviderName: string;
};

export type GetCapacityProviderResponse = {
	CapacityProvider: CapacityProvider;
};

export type GetCodeSigningConfigRequest = {
	CodeSigningConfigArn: string;
};

export type GetCodeSigningConfigResponse = {
	CodeSigningConfig: CodeSigningConfig;
};

export type GetDurableExecutionHistoryRequest = {
	DurableExecutionArn: string;
	IncludeExecutionData?: boolean | undefined;
	MaxItems?: number | undefined;
	Marker?: string | undefined;
	ReverseOrder?: boolean | undefined;
};

export type GetDurableExecutionHistoryResponse = {
	Events: readonly (Event)[];
	NextMarker?: string | undefined;
};

export type GetDurableExecutionRequest = {
	DurableExecutionArn: string;
};

export type GetDurableExecutionResponse = {
	DurableExecutionArn: string;
	DurableExecutionName: string;
	FunctionArn: string;
	InputPayload?: string | undefined;
	Result?: string | undefined;
	Error?: ErrorObject | undefined;
	StartTimestamp: Date;
	Status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED";
	EndTimestamp?: Date | undefined;
	Version?: string | undefined;
	TraceHeader?: TraceHeader | undefined;
};

export type GetDurableExecutionStateRequest = {
	DurableExecutionArn: string;
	CheckpointToken: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type GetDurableExecutionStateResponse = {
	Operations: readonly (Operation)[];
	NextMarker?: string | undefined;
};

export type GetEventSourceMappingRequest = {
	UUID: string;
};

export type GetFunctionCodeSigningConfigRequest = {
	FunctionName: string;
};

export type GetFunctionCodeSigningConfigResponse = {
	CodeSigningConfigArn: string;
	FunctionName: string;
};

export type GetFunctionConcurrencyRequest = {
	FunctionName: string;
};

export type GetFunctionConcurrencyResponse = {
	ReservedConcurrentExecutions?: number | undefined;
};

export type GetFunctionConfigurationRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type GetFunctionEventInvokeConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type GetFunctionRecursionConfigRequest = {
	FunctionName: string;
};

export type GetFunctionRecursionConfigResponse = {
	RecursiveLoop?: "Allow" | "Terminate" | undefined;
};

export type GetFunctionRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type GetFunctionResponse = {
	Configuration?: FunctionConfiguration | undefined;
	Code?: FunctionCodeLocation | undefined;
	Tags?: { readonly [key: string]: string } | undefined;
	TagsError?: TagsError | undefined;
	Concurrency?: Concurrency | undefined;
};

export type GetFunctionScalingConfigRequest = {
	FunctionName: string;
	Qualifier: string;
};

export type GetFunctionScalingConfigResponse = {
	FunctionArn?: string | undefined;
	AppliedFunctionScalingConfig?: FunctionScalingConfig | undefined;
	RequestedFunctionScalingConfig?: FunctionScalingConfig | undefined;
};

export type GetFunctionUrlConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type GetFunctionUrlConfigResponse = {
	FunctionUrl: string;
	FunctionArn: string;
	AuthType: "NONE" | "AWS_IAM";
	Cors?: Cors | undefined;
	CreationTime: string;
	LastModifiedTime: string;
	InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined;
};

export type GetLayerVersionByArnRequest = {
	Arn: string;
};

export type GetLayerVersionPolicyRequest = {
	LayerName: string;
	VersionNumber: number;
};

export type GetLayerVersionPolicyResponse = {
	Policy?: string | undefined;
	RevisionId?: string | undefined;
};

export type GetLayerVersionRequest = {
	LayerName: string;
	VersionNumber: number;
};

export type GetLayerVersionResponse = {
	Content?: LayerVersionContentOutput | undefined;
	LayerArn?: string | undefined;
	LayerVersionArn?: string | undefined;
	Description?: string | undefined;
	CreatedDate?: string | undefined;
	Version?: number | undefined;
	CompatibleRuntimes?: readonly (string)[] | undefined;
	LicenseInfo?: string | undefined;
	CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined;
};

export type GetPolicyRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type GetPolicyResponse = {
	Policy?: string | undefined;
	RevisionId?: string | undefined;
};

export type GetProvisionedConcurrencyConfigRequest = {
	FunctionName: string;
	Qualifier: string;
};

export type GetProvisionedConcurrencyConfigResponse = {
	RequestedProvisionedConcurrentExecutions?: number | undefined;
	AvailableProvisionedConcurrentExecutions?: number | undefined;
	AllocatedProvisionedConcurrentExecutions?: number | undefined;
	Status?: "IN_PROGRESS" | "READY" | "FAILED" | undefined;
	StatusReason?: string | undefined;
	LastModified?: string | undefined;
};

export type GetRuntimeManagementConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
};

export type GetRuntimeManagementConfigResponse = {
	UpdateRuntimeOn?: "Auto" | "Manual" | "FunctionUpdate" | undefined;
	RuntimeVersionArn?: string | undefined;
	FunctionArn?: string | undefined;
};

export type ImageConfig = {
	EntryPoint?: readonly (string)[] | undefined;
	Command?: readonly (string)[] | undefined;
	WorkingDirectory?: string | undefined;
};

export type ImageConfigError = {
	ErrorCode?: string | undefined;
	Message?: string | undefined;
};

export type ImageConfigResponse = {
	ImageConfig?: ImageConfig | undefined;
	Error?: ImageConfigError | undefined;
};

export type InstanceRequirements = {
	Architectures?: readonly ("x86_64" | "arm64")[] | undefined;
	AllowedInstanceTypes?: readonly (string)[] | undefined;
	ExcludedInstanceTypes?: readonly (string)[] | undefined;
};

export type InvocationCompletedDetails = {
	StartTimestamp: Date;
	EndTimestamp: Date;
	RequestId: string;
	Error?: EventError | undefined;
};

export type InvocationRequest = {
	FunctionName: string;
	InvocationType?: "Event" | "RequestResponse" | "DryRun" | undefined;
	LogType?: "None" | "Tail" | undefined;
	ClientContext?: string | undefined;
	DurableExecutionName?: string | undefined;
	Payload?: Uint8Array | undefined;
	Qualifier?: string | undefined;
	TenantId?: string | undefined;
};

export type InvocationResponse = {
	StatusCode?: number | undefined;
	FunctionError?: string | undefined;
	LogResult?: string | undefined;
	Payload?: Uint8Array | undefined;
	ExecutedVersion?: string | undefined;
	DurableExecutionArn?: string | undefined;
};

export type InvokeAsyncRequest = {
	FunctionName: string;
	InvokeArgs: Uint8Array;
};

export type InvokeAsyncResponse = {
	Status?: number | undefined;
};

export type InvokeResponseStreamUpdate = {
	Payload?: Uint8Array | undefined;
};

export type InvokeWithResponseStreamCompleteEvent = {
	ErrorCode?: string | undefined;
	ErrorDetails?: string | undefined;
	LogResult?: string | undefined;
};

export type InvokeWithResponseStreamRequest = {
	FunctionName: string;
	InvocationType?: "RequestResponse" | "DryRun" | undefined;
	LogType?: "None" | "Tail" | undefined;
	ClientContext?: string | undefined;
	Qualifier?: string | undefined;
	Payload?: Uint8Array | undefined;
	TenantId?: string | undefined;
};

export type InvokeWithResponseStreamResponse = {
	StatusCode?: number | undefined;
	ExecutedVersion?: string | undefined;
	EventStream?: InvokeWithResponseStreamResponseEvent | undefined;
	ResponseStreamContentType?: string | undefined;
};

export type InvokeWithResponseStreamResponseEvent = {
	PayloadChunk?: InvokeResponseStreamUpdate | undefined;
	InvokeComplete?: InvokeWithResponseStreamCompleteEvent | undefined;
};

export type KafkaSchemaRegistryAccessConfig = {
	Type?: "BASIC_AUTH" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE" | undefined;
	URI?: string | undefined;
};

export type KafkaSchemaRegistryConfig = {
	SchemaRegistryURI?: string | undefined;
	EventRecordFormat?: "JSON" | "SOURCE" | undefined;
	AccessConfigs?: readonly (KafkaSchemaRegistryAccessConfig)[] | undefined;
	SchemaValidationConfigs?: readonly (KafkaSchemaValidationConfig)[] | undefined;
};

export type KafkaSchemaValidationConfig = {
	Attribute?: "KEY" | "VALUE" | undefined;
};

export type LambdaManagedInstancesCapacityProviderConfig = {
	CapacityProviderArn: string;
	PerExecutionEnvironmentMaxConcurrency?: number | undefined;
	ExecutionEnvironmentMemoryGiBPerVCpu?: number | undefined;
};

export type Layer = {
	Arn?: string | undefined;
	CodeSize?: number | undefined;
	SigningProfileVersionArn?: string | undefined;
	SigningJobArn?: string | undefined;
};

export type LayerVersionContentInput = {
	S3Bucket?: string | undefined;
	S3Key?: string | undefined;
	S3ObjectVersion?: string | undefined;
	ZipFile?: Uint8Array | undefined;
};

export type LayerVersionContentOutput = {
	Location?: string | undefined;
	CodeSha256?: string | undefined;
	CodeSize?: number | undefined;
	SigningProfileVersionArn?: string | undefined;
	SigningJobArn?: string | undefined;
};

export type LayerVersionsListItem = {
	LayerVersionArn?: string | undefined;
	Version?: number | undefined;
	Description?: string | undefined;
	CreatedDate?: string | undefined;
	CompatibleRuntimes?: readonly (string)[] | undefined;
	LicenseInfo?: string | undefined;
	CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined;
};

export type LayersListItem = {
	LayerName?: string | undefined;
	LayerArn?: string | undefined;
	LatestMatchingVersion?: LayerVersionsListItem | undefined;
};

export type ListAliasesRequest = {
	FunctionName: string;
	FunctionVersion?: string | undefined;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListAliasesResponse = {
	NextMarker?: string | undefined;
	Aliases?: readonly (AliasConfiguration)[] | undefined;
};

export type ListCapacityProvidersRequest = {
	State?: "Pending" | "Active" | "Failed" | "Deleting" | undefined;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListCapacityProvidersResponse = {
	CapacityProviders: readonly (CapacityProvider)[];
	NextMarker?: string | undefined;
};

export type ListCodeSigningConfigsRequest = {
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListCodeSigningConfigsResponse = {
	NextMarker?: string | undefined;
	CodeSigningConfigs?: readonly (CodeSigningConfig)[] | undefined;
};

export type ListDurableExecutionsByFunctionRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
	DurableExecutionName?: string | undefined;
	Statuses?: readonly ("RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "STOPPED")[] | undefined;
	StartedAfter?: Date | undefined;
	StartedBefore?: Date | undefined;
	ReverseOrder?: boolean | undefined;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListDurableExecutionsByFunctionResponse = {
	DurableExecutions?: readonly (Execution)[] | undefined;
	NextMarker?: string | undefined;
};

export type ListEventSourceMappingsRequest = {
	EventSourceArn?: string | undefined;
	FunctionName?: string | undefined;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListEventSourceMappingsResponse = {
	NextMarker?: string | undefined;
	EventSourceMappings?: readonly (EventSourceMappingConfiguration)[] | undefined;
};

export type ListFunctionEventInvokeConfigsRequest = {
	FunctionName: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListFunctionEventInvokeConfigsResponse = {
	FunctionEventInvokeConfigs?: readonly (FunctionEventInvokeConfig)[] | undefined;
	NextMarker?: string | undefined;
};

export type ListFunctionUrlConfigsRequest = {
	FunctionName: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListFunctionUrlConfigsResponse = {
	FunctionUrlConfigs: readonly (FunctionUrlConfig)[];
	NextMarker?: string | undefined;
};

export type ListFunctionVersionsByCapacityProviderRequest = {
	CapacityProviderName: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListFunctionVersionsByCapacityProviderResponse = {
	CapacityProviderArn: string;
	FunctionVersions: readonly (FunctionVersionsByCapacityProviderListItem)[];
	NextMarker?: string | undefined;
};

export type ListFunctionsByCodeSigningConfigRequest = {
	CodeSigningConfigArn: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListFunctionsByCodeSigningConfigResponse = {
	NextMarker?: string | undefined;
	FunctionArns?: readonly (string)[] | undefined;
};

export type ListFunctionsRequest = {
	MasterRegion?: string | undefined;
	FunctionVersion?: "ALL" | undefined;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListFunctionsResponse = {
	NextMarker?: string | undefined;
	Functions?: readonly (FunctionConfiguration)[] | undefined;
};

export type ListLayerVersionsRequest = {
	CompatibleRuntime?: string | undefined;
	LayerName: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
	CompatibleArchitecture?: "x86_64" | "arm64" | undefined;
};

export type ListLayerVersionsResponse = {
	NextMarker?: string | undefined;
	LayerVersions?: readonly (LayerVersionsListItem)[] | undefined;
};

export type ListLayersRequest = {
	CompatibleRuntime?: string | undefined;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
	CompatibleArchitecture?: "x86_64" | "arm64" | undefined;
};

export type ListLayersResponse = {
	NextMarker?: string | undefined;
	Layers?: readonly (LayersListItem)[] | undefined;
};

export type ListProvisionedConcurrencyConfigsRequest = {
	FunctionName: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListProvisionedConcurrencyConfigsResponse = {
	ProvisionedConcurrencyConfigs?: readonly (ProvisionedConcurrencyConfigListItem)[] | undefined;
	NextMarker?: string | undefined;
};

export type ListTagsRequest = {
	Resource: string;
};

export type ListTagsResponse = {
	Tags?: { readonly [key: string]: string } | undefined;
};

export type ListVersionsByFunctionRequest = {
	FunctionName: string;
	Marker?: string | undefined;
	MaxItems?: number | undefined;
};

export type ListVersionsByFunctionResponse = {
	NextMarker?: string | undefined;
	Versions?: readonly (FunctionConfiguration)[] | undefined;
};

export type LoggingConfig = {
	LogFormat?: "JSON" | "Text" | undefined;
	ApplicationLogLevel?: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL" | undefined;
	SystemLogLevel?: "DEBUG" | "INFO" | "WARN" | undefined;
	LogGroup?: string | undefined;
};

export type OnFailure = {
	Destination?: string | undefined;
};

export type OnSuccess = {
	Destination?: string | undefined;
};

export type Operation = {
	Id: string;
	ParentId?: string | undefined;
	Name?: string | undefined;
	Type: "EXECUTION" | "CONTEXT" | "STEP" | "WAIT" | "CALLBACK" | "CHAINED_INVOKE";
	SubType?: string | undefined;
	StartTimestamp: Date;
	EndTimestamp?: Date | undefined;
	Status: "STARTED" | "PENDING" | "READY" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "TIMED_OUT" | "STOPPED";
	ExecutionDetails?: ExecutionDetails | undefined;
	ContextDetails?: ContextDetails | undefined;
	StepDetails?: StepDetails | undefined;
	WaitDetails?: WaitDetails | undefined;
	CallbackDetails?: CallbackDetails | undefined;
	ChainedInvokeDetails?: ChainedInvokeDetails | undefined;
};

export type OperationUpdate = {
	Id: string;
	ParentId?: string | undefined;
	Name?: string | undefined;
	Type: "EXECUTION" | "CONTEXT" | "STEP" | "WAIT" | "CALLBACK" | "CHAINED_INVOKE";
	SubType?: string | undefined;
	Action: "START" | "SUCCEED" | "FAIL" | "RETRY" | "CANCEL";
	Payload?: string | undefined;
	Error?: ErrorObject | undefined;
	ContextOptions?: ContextOptions | undefined;
	StepOptions?: StepOptions | undefined;
	WaitOptions?: WaitOptions | undefined;
	CallbackOptions?: CallbackOptions | undefined;
	ChainedInvokeOptions?: ChainedInvokeOptions | undefined;
};

export type ProvisionedConcurrencyConfigListItem = {
	FunctionArn?: string | undefined;
	RequestedProvisionedConcurrentExecutions?: number | undefined;
	AvailableProvisionedConcurrentExecutions?: number | undefined;
	AllocatedProvisionedConcurrentExecutions?: number | undefined;
	Status?: "IN_PROGRESS" | "READY" | "FAILED" | undefined;
	StatusReason?: string | undefined;
	LastModified?: string | undefined;
};

export type ProvisionedPollerConfig = {
	MinimumPollers?: number | undefined;
	MaximumPollers?: number | undefined;
	PollerGroupName?: string | undefined;
};

export type PublishLayerVersionRequest = {
	LayerName: string;
	Description?: string | undefined;
	Content: LayerVersionContentInput;
	CompatibleRuntimes?: readonly (string)[] | undefined;
	LicenseInfo?: string | undefined;
	CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined;
};

export type PublishLayerVersionResponse = {
	Content?: LayerVersionContentOutput | undefined;
	LayerArn?: string | undefined;
	LayerVersionArn?: string | undefined;
	Description?: string | undefined;
	CreatedDate?: string | undefined;
	Version?: number | undefined;
	CompatibleRuntimes?: readonly (string)[] | undefined;
	LicenseInfo?: string | undefined;
	CompatibleArchitectures?: readonly ("x86_64" | "arm64")[] | undefined;
};

export type PublishVersionRequest = {
	FunctionName: string;
	CodeSha256?: string | undefined;
	Description?: string | undefined;
	RevisionId?: string | undefined;
	PublishTo?: "LATEST_PUBLISHED" | undefined;
};

export type PutFunctionCodeSigningConfigRequest = {
	CodeSigningConfigArn: string;
	FunctionName: string;
};

export type PutFunctionCodeSigningConfigResponse = {
	CodeSigningConfigArn: string;
	FunctionName: string;
};

export type PutFunctionConcurrencyRequest = {
	FunctionName: string;
	ReservedConcurrentExecutions: number;
};

export type PutFunctionEventInvokeConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
	MaximumRetryAttempts?: number | undefined;
	MaximumEventAgeInSeconds?: number | undefined;
	DestinationConfig?: DestinationConfig | undefined;
};

export type PutFunctionRecursionConfigRequest = {
	FunctionName: string;
	RecursiveLoop: "Allow" | "Terminate";
};

export type PutFunctionRecursionConfigResponse = {
	RecursiveLoop?: "Allow" | "Terminate" | undefined;
};

export type PutFunctionScalingConfigRequest = {
	FunctionName: string;
	Qualifier: string;
	FunctionScalingConfig?: FunctionScalingConfig | undefined;
};

export type PutFunctionScalingConfigResponse = {
	FunctionState?: "Pending" | "Active" | "Inactive" | "Failed" | "Deactivating" | "Deactivated" | "ActiveNonInvocable" | "Deleting" | undefined;
};

export type PutProvisionedConcurrencyConfigRequest = {
	FunctionName: string;
	Qualifier: string;
	ProvisionedConcurrentExecutions: number;
};

export type PutProvisionedConcurrencyConfigResponse = {
	RequestedProvisionedConcurrentExecutions?: number | undefined;
	AvailableProvisionedConcurrentExecutions?: number | undefined;
	AllocatedProvisionedConcurrentExecutions?: number | undefined;
	Status?: "IN_PROGRESS" | "READY" | "FAILED" | undefined;
	StatusReason?: string | undefined;
	LastModified?: string | undefined;
};

export type PutRuntimeManagementConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
	UpdateRuntimeOn: "Auto" | "Manual" | "FunctionUpdate";
	RuntimeVersionArn?: string | undefined;
};

export type PutRuntimeManagementConfigResponse = {
	UpdateRuntimeOn: "Auto" | "Manual" | "FunctionUpdate";
	FunctionArn: string;
	RuntimeVersionArn?: string | undefined;
};

export type RemoveLayerVersionPermissionRequest = {
	LayerName: string;
	VersionNumber: number;
	StatementId: string;
	RevisionId?: string | undefined;
};

export type RemovePermissionRequest = {
	FunctionName: string;
	StatementId: string;
	Qualifier?: string | undefined;
	RevisionId?: string | undefined;
};

export type RetryDetails = {
	CurrentAttempt?: number | undefined;
	NextAttemptDelaySeconds?: number | undefined;
};

export type RuntimeVersionConfig = {
	RuntimeVersionArn?: string | undefined;
	Error?: RuntimeVersionError | undefined;
};

export type RuntimeVersionError = {
	ErrorCode?: string | undefined;
	Message?: string | undefined;
};

export type ScalingConfig = {
	MaximumConcurrency?: number | undefined;
};

export type SelfManagedEventSource = {
	Endpoints?: { readonly [key: string]: readonly (string)[] } | undefined;
};

export type SelfManagedKafkaEventSourceConfig = {
	ConsumerGroupId?: string | undefined;
	SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined;
};

export type SendDurableExecutionCallbackFailureRequest = {
	CallbackId: string;
	Error?: ErrorObject | undefined;
};

export type SendDurableExecutionCallbackFailureResponse = {
};

export type SendDurableExecutionCallbackHeartbeatRequest = {
	CallbackId: string;
};

export type SendDurableExecutionCallbackHeartbeatResponse = {
};

export type SendDurableExecutionCallbackSuccessRequest = {
	CallbackId: string;
	Result?: Uint8Array | undefined;
};

export type SendDurableExecutionCallbackSuccessResponse = {
};

export type SnapStart = {
	ApplyOn?: "PublishedVersions" | "None" | undefined;
};

export type SnapStartResponse = {
	ApplyOn?: "PublishedVersions" | "None" | undefined;
	OptimizationStatus?: "On" | "Off" | undefined;
};

export type SourceAccessConfiguration = {
	Type?: "BASIC_AUTH" | "VPC_SUBNET" | "VPC_SECURITY_GROUP" | "SASL_SCRAM_512_AUTH" | "SASL_SCRAM_256_AUTH" | "VIRTUAL_HOST" | "CLIENT_CERTIFICATE_TLS_AUTH" | "SERVER_ROOT_CA_CERTIFICATE" | undefined;
	URI?: string | undefined;
};

export type StepDetails = {
	Attempt?: number | undefined;
	NextAttemptTimestamp?: Date | undefined;
	Result?: string | undefined;
	Error?: ErrorObject | undefined;
};

export type StepFailedDetails = {
	Error: EventError;
	RetryDetails: RetryDetails;
};

export type StepOptions = {
	NextAttemptDelaySeconds?: number | undefined;
};

export type StepStartedDetails = {
};

export type StepSucceededDetails = {
	Result: EventResult;
	RetryDetails: RetryDetails;
};

export type StopDurableExecutionRequest = {
	DurableExecutionArn: string;
	Error?: ErrorObject | undefined;
};

export type StopDurableExecutionResponse = {
	StopTimestamp: Date;
};

export type TagResourceRequest = {
	Resource: string;
	Tags: { readonly [key: string]: string };
};

export type TagsError = {
	ErrorCode: string;
	Message: string;
};

export type TargetTrackingScalingPolicy = {
	PredefinedMetricType: "LambdaCapacityProviderAverageCPUUtilization";
	TargetValue: number;
};

export type TenancyConfig = {
	TenantIsolationMode: "PER_TENANT";
};

export type TraceHeader = {
	XAmznTraceId?: string | undefined;
};

export type TracingConfig = {
	Mode?: "Active" | "PassThrough" | undefined;
};

export type TracingConfigResponse = {
	Mode?: "Active" | "PassThrough" | undefined;
};

export type UntagResourceRequest = {
	Resource: string;
	TagKeys: readonly (string)[];
};

export type UpdateAliasRequest = {
	FunctionName: string;
	Name: string;
	FunctionVersion?: string | undefined;
	Description?: string | undefined;
	RoutingConfig?: AliasRoutingConfiguration | undefined;
	RevisionId?: string | undefined;
};

export type UpdateCapacityProviderRequest = {
	CapacityProviderName: string;
	CapacityProviderScalingConfig?: CapacityProviderScalingConfig | undefined;
};

export type UpdateCapacityProviderResponse = {
	CapacityProvider: CapacityProvider;
};

export type UpdateCodeSigningConfigRequest = {
	CodeSigningConfigArn: string;
	Description?: string | undefined;
	AllowedPublishers?: AllowedPublishers | undefined;
	CodeSigningPolicies?: CodeSigningPolicies | undefined;
};

export type UpdateCodeSigningConfigResponse = {
	CodeSigningConfig: CodeSigningConfig;
};

export type UpdateEventSourceMappingRequest = {
	UUID: string;
	FunctionName?: string | undefined;
	Enabled?: boolean | undefined;
	BatchSize?: number | undefined;
	FilterCriteria?: FilterCriteria | undefined;
	MaximumBatchingWindowInSeconds?: number | undefined;
	DestinationConfig?: DestinationConfig | undefined;
	MaximumRecordAgeInSeconds?: number | undefined;
	BisectBatchOnFunctionError?: boolean | undefined;
	MaximumRetryAttempts?: number | undefined;
	ParallelizationFactor?: number | undefined;
	SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined;
	TumblingWindowInSeconds?: number | undefined;
	FunctionResponseTypes?: readonly ("ReportBatchItemFailures")[] | undefined;
	ScalingConfig?: ScalingConfig | undefined;
	AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined;
	SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined;
	DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined;
	KMSKeyArn?: string | undefined;
	MetricsConfig?: EventSourceMappingMetricsConfig | undefined;
	LoggingConfig?: EventSourceMappingLoggingConfig | undefined;
	ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined;
};

export type UpdateFunctionCodeRequest = {
	FunctionName: string;
	ZipFile?: Uint8Array | undefined;
	S3Bucket?: string | undefined;
	S3Key?: string | undefined;
	S3ObjectVersion?: string | undefined;
	ImageUri?: string | undefined;
	Publish?: boolean | undefined;
	DryRun?: boolean | undefined;
	RevisionId?: string | undefined;
	Architectures?: readonly ("x86_64" | "arm64")[] | undefined;
	SourceKMSKeyArn?: string | undefined;
	PublishTo?: "LATEST_PUBLISHED" | undefined;
};

export type UpdateFunctionConfigurationRequest = {
	FunctionName: string;
	Role?: string | undefined;
	Handler?: string | undefined;
	Description?: string | undefined;
	Timeout?: number | undefined;
	MemorySize?: number | undefined;
	VpcConfig?: VpcConfig | undefined;
	Environment?: Environment | undefined;
	Runtime?: string | undefined;
	DeadLetterConfig?: DeadLetterConfig | undefined;
	KMSKeyArn?: string | undefined;
	TracingConfig?: TracingConfig | undefined;
	RevisionId?: string | undefined;
	Layers?: readonly (string)[] | undefined;
	FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined;
	ImageConfig?: ImageConfig | undefined;
	EphemeralStorage?: EphemeralStorage | undefined;
	SnapStart?: SnapStart | undefined;
	LoggingConfig?: LoggingConfig | undefined;
	CapacityProviderConfig?: CapacityProviderConfig | undefined;
	DurableConfig?: DurableConfig | undefined;
};

export type UpdateFunctionEventInvokeConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
	MaximumRetryAttempts?: number | undefined;
	MaximumEventAgeInSeconds?: number | undefined;
	DestinationConfig?: DestinationConfig | undefined;
};

export type UpdateFunctionUrlConfigRequest = {
	FunctionName: string;
	Qualifier?: string | undefined;
	AuthType?: "NONE" | "AWS_IAM" | undefined;
	Cors?: Cors | undefined;
	InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined;
};

export type UpdateFunctionUrlConfigResponse = {
	FunctionUrl: string;
	FunctionArn: string;
	AuthType: "NONE" | "AWS_IAM";
	Cors?: Cors | undefined;
	CreationTime: string;
	LastModifiedTime: string;
	InvokeMode?: "BUFFERED" | "RESPONSE_STREAM" | undefined;
};

export type VpcConfig = {
	SubnetIds?: readonly (string)[] | undefined;
	SecurityGroupIds?: readonly (string)[] | undefined;
	Ipv6AllowedForDualStack?: boolean | undefined;
};

export type VpcConfigResponse = {
	SubnetIds?: readonly (string)[] | undefined;
	SecurityGroupIds?: readonly (string)[] | undefined;
	VpcId?: string | undefined;
	Ipv6AllowedForDualStack?: boolean | undefined;
};

export type WaitCancelledDetails = {
	Error?: EventError | undefined;
};

export type WaitDetails = {
	ScheduledEndTimestamp?: Date | undefined;
};

export type WaitOptions = {
	WaitSeconds?: number | undefined;
};

export type WaitStartedDetails = {
	Duration: number;
	ScheduledEndTimestamp: Date;
};

export type WaitSucceededDetails = {
	Duration?: number | undefined;
};

export type CreateAliasResponse = AliasConfiguration;
export type CreateEventSourceMappingResponse = EventSourceMappingConfiguration;
export type CreateFunctionResponse = FunctionConfiguration;
export type DeleteAliasResponse = Record<string, never>;
export type DeleteEventSourceMappingResponse = EventSourceMappingConfiguration;
export type DeleteFunctionCodeSigningConfigResponse = Record<string, never>;
export type DeleteFunctionConcurrencyResponse = Record<string, never>;
export type DeleteFunctionEventInvokeConfigResponse = Record<string, never>;
export type DeleteFunctionUrlConfigResponse = Record<string, never>;
export type DeleteLayerVersionResponse = Record<string, never>;
export type DeleteProvisionedConcurrencyConfigResponse = Record<string, never>;
export type GetAliasResponse = AliasConfiguration;
export type GetEventSourceMappingResponse = EventSourceMappingConfiguration;
export type GetFunctionConfigurationResponse = FunctionConfiguration;
export type GetFunctionEventInvokeConfigResponse = FunctionEventInvokeConfig;
export type GetLayerVersionByArnResponse = GetLayerVersionResponse;
export type InvokeRequest = InvocationRequest;
export type InvokeResponse = InvocationResponse;
export type PublishVersionResponse = FunctionConfiguration;
export type PutFunctionConcurrencyResponse = Concurrency;
export type PutFunctionEventInvokeConfigResponse = FunctionEventInvokeConfig;
export type RemoveLayerVersionPermissionResponse = Record<string, never>;
export type RemovePermissionResponse = Record<string, never>;
export type TagResourceResponse = Record<string, never>;
export type UntagResourceResponse = Record<string, never>;
export type UpdateAliasResponse = AliasConfiguration;
export type UpdateEventSourceMappingResponse = EventSourceMappingConfiguration;
export type UpdateFunctionCodeResponse = FunctionConfiguration;
export type UpdateFunctionConfigurationResponse = FunctionConfiguration;
export type UpdateFunctionEventInvokeConfigResponse = FunctionEventInvokeConfig;
