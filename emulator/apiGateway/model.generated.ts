// Made by scripts/models.ts from AWS's Amazon API Gateway model, 2015-07-09. Do not edit.

export type AccessLogSettings = {
	format?: string | undefined;
	destinationArn?: string | undefined;
};

export type Account = {
	cloudwatchRoleArn?: string | undefined;
	throttleSettings?: ThrottleSettings | undefined;
	features?: readonly (string)[] | undefined;
	apiKeyVersion?: string | undefined;
};

export type ApiKey = {
	id?: string | undefined;
	value?: string | undefined;
	name?: string | undefined;
	customerId?: string | undefined;
	description?: string | undefined;
	enabled?: boolean | undefined;
	createdDate?: Date | undefined;
	lastUpdatedDate?: Date | undefined;
	stageKeys?: readonly (string)[] | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type ApiKeyIds = {
	ids?: readonly (string)[] | undefined;
	warnings?: readonly (string)[] | undefined;
};

export type ApiKeys = {
	warnings?: readonly (string)[] | undefined;
	position?: string | undefined;
	items?: readonly (ApiKey)[] | undefined;
};

export type ApiStage = {
	apiId?: string | undefined;
	stage?: string | undefined;
	throttle?: { readonly [key: string]: ThrottleSettings } | undefined;
};

export type Authorizer = {
	id?: string | undefined;
	name?: string | undefined;
	type?: "TOKEN" | "REQUEST" | "COGNITO_USER_POOLS" | undefined;
	providerARNs?: readonly (string)[] | undefined;
	authType?: string | undefined;
	authorizerUri?: string | undefined;
	authorizerCredentials?: string | undefined;
	identitySource?: string | undefined;
	identityValidationExpression?: string | undefined;
	authorizerResultTtlInSeconds?: number | undefined;
};

export type Authorizers = {
	position?: string | undefined;
	items?: readonly (Authorizer)[] | undefined;
};

export type BasePathMapping = {
	basePath?: string | undefined;
	restApiId?: string | undefined;
	stage?: string | undefined;
};

export type BasePathMappings = {
	position?: string | undefined;
	items?: readonly (BasePathMapping)[] | undefined;
};

export type CanarySettings = {
	percentTraffic?: number | undefined;
	deploymentId?: string | undefined;
	stageVariableOverrides?: { readonly [key: string]: string } | undefined;
	useStageCache?: boolean | undefined;
};

export type ClientCertificate = {
	clientCertificateId?: string | undefined;
	description?: string | undefined;
	pemEncodedCertificate?: string | undefined;
	createdDate?: Date | undefined;
	expirationDate?: Date | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type ClientCertificates = {
	position?: string | undefined;
	items?: readonly (ClientCertificate)[] | undefined;
};

export type CreateApiKeyRequest = {
	name?: string | undefined;
	description?: string | undefined;
	enabled?: boolean | undefined;
	generateDistinctId?: boolean | undefined;
	value?: string | undefined;
	stageKeys?: readonly (StageKey)[] | undefined;
	customerId?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type CreateAuthorizerRequest = {
	restApiId: string;
	name: string;
	type: "TOKEN" | "REQUEST" | "COGNITO_USER_POOLS";
	providerARNs?: readonly (string)[] | undefined;
	authType?: string | undefined;
	authorizerUri?: string | undefined;
	authorizerCredentials?: string | undefined;
	identitySource?: string | undefined;
	identityValidationExpression?: string | undefined;
	authorizerResultTtlInSeconds?: number | undefined;
};

export type CreateBasePathMappingRequest = {
	domainName: string;
	domainNameId?: string | undefined;
	basePath?: string | undefined;
	restApiId: string;
	stage?: string | undefined;
};

export type CreateDeploymentRequest = {
	restApiId: string;
	stageName?: string | undefined;
	stageDescription?: string | undefined;
	description?: string | undefined;
	cacheClusterEnabled?: boolean | undefined;
	cacheClusterSize?: "0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237" | undefined;
	variables?: { readonly [key: string]: string } | undefined;
	canarySettings?: DeploymentCanarySettings | undefined;
	tracingEnabled?: boolean | undefined;
};

export type CreateDocumentationPartRequest = {
	restApiId: string;
	location: DocumentationPartLocation;
	properties: string;
};

export type CreateDocumentationVersionRequest = {
	restApiId: string;
	documentationVersion: string;
	stageName?: string | undefined;
	description?: string | undefined;
};

export type CreateDomainNameAccessAssociationRequest = {
	domainNameArn: string;
	accessAssociationSourceType: "VPCE";
	accessAssociationSource: string;
	tags?: { readonly [key: string]: string } | undefined;
};

export type CreateDomainNameRequest = {
	domainName: string;
	certificateName?: string | undefined;
	certificateBody?: string | undefined;
	certificatePrivateKey?: string | undefined;
	certificateChain?: string | undefined;
	certificateArn?: string | undefined;
	regionalCertificateName?: string | undefined;
	regionalCertificateArn?: string | undefined;
	endpointConfiguration?: EndpointConfiguration | undefined;
	tags?: { readonly [key: string]: string } | undefined;
	securityPolicy?: "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE" | undefined;
	endpointAccessMode?: "BASIC" | "STRICT" | undefined;
	mutualTlsAuthentication?: MutualTlsAuthenticationInput | undefined;
	ownershipVerificationCertificateArn?: string | undefined;
	policy?: string | undefined;
	routingMode?: "BASE_PATH_MAPPING_ONLY" | "ROUTING_RULE_ONLY" | "ROUTING_RULE_THEN_BASE_PATH_MAPPING" | undefined;
};

export type CreateModelRequest = {
	restApiId: string;
	name: string;
	description?: string | undefined;
	schema?: string | undefined;
	contentType: string;
};

export type CreateRequestValidatorRequest = {
	restApiId: string;
	name?: string | undefined;
	validateRequestBody?: boolean | undefined;
	validateRequestParameters?: boolean | undefined;
};

export type CreateResourceRequest = {
	restApiId: string;
	parentId: string;
	pathPart: string;
};

export type CreateRestApiRequest = {
	name: string;
	description?: string | undefined;
	version?: string | undefined;
	cloneFrom?: string | undefined;
	binaryMediaTypes?: readonly (string)[] | undefined;
	minimumCompressionSize?: number | undefined;
	apiKeySource?: "HEADER" | "AUTHORIZER" | undefined;
	endpointConfiguration?: EndpointConfiguration | undefined;
	policy?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
	disableExecuteApiEndpoint?: boolean | undefined;
	securityPolicy?: "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE" | undefined;
	endpointAccessMode?: "BASIC" | "STRICT" | undefined;
};

export type CreateStageRequest = {
	restApiId: string;
	stageName: string;
	deploymentId: string;
	description?: string | undefined;
	cacheClusterEnabled?: boolean | undefined;
	cacheClusterSize?: "0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237" | undefined;
	variables?: { readonly [key: string]: string } | undefined;
	documentationVersion?: string | undefined;
	canarySettings?: CanarySettings | undefined;
	tracingEnabled?: boolean | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type CreateUsagePlanKeyRequest = {
	usagePlanId: string;
	keyId: string;
	keyType: string;
};

export type CreateUsagePlanRequest = {
	name: string;
	description?: string | undefined;
	apiStages?: readonly (ApiStage)[] | undefined;
	throttle?: ThrottleSettings | undefined;
	quota?: QuotaSettings | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type CreateVpcLinkRequest = {
	name: string;
	description?: string | undefined;
	targetArns: readonly (string)[];
	tags?: { readonly [key: string]: string } | undefined;
};

export type DeleteApiKeyRequest = {
	apiKey: string;
};

export type DeleteAuthorizerRequest = {
	restApiId: string;
	authorizerId: string;
};

export type DeleteBasePathMappingRequest = {
	domainName: string;
	domainNameId?: string | undefined;
	basePath: string;
};

export type DeleteClientCertificateRequest = {
	clientCertificateId: string;
};

export type DeleteDeploymentRequest = {
	restApiId: string;
	deploymentId: string;
};

export type DeleteDocumentationPartRequest = {
	restApiId: string;
	documentationPartId: string;
};

export type DeleteDocumentationVersionRequest = {
	restApiId: string;
	documentationVersion: string;
};

export type DeleteDomainNameAccessAssociationRequest = {
	domainNameAccessAssociationArn: string;
};

export type DeleteDomainNameRequest = {
	domainName: string;
	domainNameId?: string | undefined;
};

export type DeleteGatewayResponseRequest = {
	restApiId: string;
	responseType: "DEFAULT_4XX" | "DEFAULT_5XX" | "RESOURCE_NOT_FOUND" | "UNAUTHORIZED" | "INVALID_API_KEY" | "ACCESS_DENIED" | "AUTHORIZER_FAILURE" | "AUTHORIZER_CONFIGURATION_ERROR" | "INVALID_SIGNATURE" | "EXPIRED_TOKEN" | "MISSING_AUTHENTICATION_TOKEN" | "INTEGRATION_FAILURE" | "INTEGRATION_TIMEOUT" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "BAD_REQUEST_PARAMETERS" | "BAD_REQUEST_BODY" | "REQUEST_TOO_LARGE" | "THROTTLED" | "QUOTA_EXCEEDED" | "WAF_FILTERED";
};

export type DeleteIntegrationRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
};

export type DeleteIntegrationResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
};

export type DeleteMethodRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
};

export type DeleteMethodResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
};

export type DeleteModelRequest = {
	restApiId: string;
	modelName: string;
};

export type DeleteRequestValidatorRequest = {
	restApiId: string;
	requestValidatorId: string;
};

export type DeleteResourceRequest = {
	restApiId: string;
	resourceId: string;
};

export type DeleteRestApiRequest = {
	restApiId: string;
};

export type DeleteStageRequest = {
	restApiId: string;
	stageName: string;
};

export type DeleteUsagePlanKeyRequest = {
	usagePlanId: string;
	keyId: string;
};

export type DeleteUsagePlanRequest = {
	usagePlanId: string;
};

export type DeleteVpcLinkRequest = {
	vpcLinkId: string;
};

export type Deployment = {
	id?: string | undefined;
	description?: string | undefined;
	createdDate?: Date | undefined;
	apiSummary?: { readonly [key: string]: { readonly [key: string]: MethodSnapshot } } | undefined;
};

export type DeploymentCanarySettings = {
	percentTraffic?: number | undefined;
	stageVariableOverrides?: { readonly [key: string]: string } | undefined;
	useStageCache?: boolean | undefined;
};

export type Deployments = {
	position?: string | undefined;
	items?: readonly (Deployment)[] | undefined;
};

export type DocumentationPart = {
	id?: string | undefined;
	location?: DocumentationPartLocation | undefined;
	properties?: string | undefined;
};

export type DocumentationPartIds = {
	ids?: readonly (string)[] | undefined;
	warnings?: readonly (string)[] | undefined;
};

export type DocumentationPartLocation = {
	type: "API" | "AUTHORIZER" | "MODEL" | "RESOURCE" | "METHOD" | "PATH_PARAMETER" | "QUERY_PARAMETER" | "REQUEST_HEADER" | "REQUEST_BODY" | "RESPONSE" | "RESPONSE_HEADER" | "RESPONSE_BODY";
	path?: string | undefined;
	method?: string | undefined;
	statusCode?: string | undefined;
	name?: string | undefined;
};

export type DocumentationParts = {
	position?: string | undefined;
	items?: readonly (DocumentationPart)[] | undefined;
};

export type DocumentationVersion = {
	version?: string | undefined;
	createdDate?: Date | undefined;
	description?: string | undefined;
};

export type DocumentationVersions = {
	position?: string | undefined;
	items?: readonly (DocumentationVersion)[] | undefined;
};

export type DomainName = {
	domainName?: string | undefined;
	domainNameId?: string | undefined;
	domainNameArn?: string | undefined;
	certificateName?: string | undefined;
	certificateArn?: string | undefined;
	certificateUploadDate?: Date | undefined;
	regionalDomainName?: string | undefined;
	regionalHostedZoneId?: string | undefined;
	regionalCertificateName?: string | undefined;
	regionalCertificateArn?: string | undefined;
	distributionDomainName?: string | undefined;
	distributionHostedZoneId?: string | undefined;
	endpointConfiguration?: EndpointConfiguration | undefined;
	domainNameStatus?: "AVAILABLE" | "UPDATING" | "PENDING" | "PENDING_CERTIFICATE_REIMPORT" | "PENDING_OWNERSHIP_VERIFICATION" | "FAILED" | undefined;
	domainNameStatusMessage?: string | undefined;
	securityPolicy?: "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE" | undefined;
	endpointAccessMode?: "BASIC" | "STRICT" | undefined;
	tags?: { readonly [key: string]: string } | undefined;
	mutualTlsAuthentication?: MutualTlsAuthentication | undefined;
	ownershipVerificationCertificateArn?: string | undefined;
	managementPolicy?: string | undefined;
	policy?: string | undefined;
	routingMode?: "BASE_PATH_MAPPING_ONLY" | "ROUTING_RULE_ONLY" | "ROUTING_RULE_THEN_BASE_PATH_MAPPING" | undefined;
};

export type DomainNameAccessAssociation = {
	domainNameAccessAssociationArn?: string | undefined;
	domainNameArn?: string | undefined;
	accessAssociationSourceType?: "VPCE" | undefined;
	accessAssociationSource?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type DomainNameAccessAssociations = {
	position?: string | undefined;
	items?: readonly (DomainNameAccessAssociation)[] | undefined;
};

export type DomainNames = {
	position?: string | undefined;
	items?: readonly (DomainName)[] | undefined;
};

export type EndpointConfiguration = {
	types?: readonly ("REGIONAL" | "EDGE" | "PRIVATE")[] | undefined;
	ipAddressType?: "ipv4" | "dualstack" | undefined;
	vpcEndpointIds?: readonly (string)[] | undefined;
};

export type ExportResponse = {
	contentType?: string | undefined;
	contentDisposition?: string | undefined;
	body?: Uint8Array | undefined;
};

export type FlushStageAuthorizersCacheRequest = {
	restApiId: string;
	stageName: string;
};

export type FlushStageCacheRequest = {
	restApiId: string;
	stageName: string;
};

export type GatewayResponse = {
	responseType?: "DEFAULT_4XX" | "DEFAULT_5XX" | "RESOURCE_NOT_FOUND" | "UNAUTHORIZED" | "INVALID_API_KEY" | "ACCESS_DENIED" | "AUTHORIZER_FAILURE" | "AUTHORIZER_CONFIGURATION_ERROR" | "INVALID_SIGNATURE" | "EXPIRED_TOKEN" | "MISSING_AUTHENTICATION_TOKEN" | "INTEGRATION_FAILURE" | "INTEGRATION_TIMEOUT" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "BAD_REQUEST_PARAMETERS" | "BAD_REQUEST_BODY" | "REQUEST_TOO_LARGE" | "THROTTLED" | "QUOTA_EXCEEDED" | "WAF_FILTERED" | undefined;
	statusCode?: string | undefined;
	responseParameters?: { readonly [key: string]: string } | undefined;
	responseTemplates?: { readonly [key: string]: string } | undefined;
	defaultResponse?: boolean | undefined;
};

export type GatewayResponses = {
	position?: string | undefined;
	items?: readonly (GatewayResponse)[] | undefined;
};

export type GenerateClientCertificateRequest = {
	description?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type GetAccountRequest = {
};

export type GetApiKeyRequest = {
	apiKey: string;
	includeValue?: boolean | undefined;
};

export type GetApiKeysRequest = {
	position?: string | undefined;
	limit?: number | undefined;
	nameQuery?: string | undefined;
	customerId?: string | undefined;
	includeValues?: boolean | undefined;
};

export type GetAuthorizerRequest = {
	restApiId: string;
	authorizerId: string;
};

export type GetAuthorizersRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetBasePathMappingRequest = {
	domainName: string;
	domainNameId?: string | undefined;
	basePath: string;
};

export type GetBasePathMappingsRequest = {
	domainName: string;
	domainNameId?: string | undefined;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetClientCertificateRequest = {
	clientCertificateId: string;
};

export type GetClientCertificatesRequest = {
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetDeploymentRequest = {
	restApiId: string;
	deploymentId: string;
	embed?: readonly (string)[] | undefined;
};

export type GetDeploymentsRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetDocumentationPartRequest = {
	restApiId: string;
	documentationPartId: string;
};

export type GetDocumentationPartsRequest = {
	restApiId: string;
	type?: "API" | "AUTHORIZER" | "MODEL" | "RESOURCE" | "METHOD" | "PATH_PARAMETER" | "QUERY_PARAMETER" | "REQUEST_HEADER" | "REQUEST_BODY" | "RESPONSE" | "RESPONSE_HEADER" | "RESPONSE_BODY" | undefined;
	nameQuery?: string | undefined;
	path?: string | undefined;
	position?: string | undefined;
	limit?: number | undefined;
	locationStatus?: "DOCUMENTED" | "UNDOCUMENTED" | undefined;
};

export type GetDocumentationVersionRequest = {
	restApiId: string;
	documentationVersion: string;
};

export type GetDocumentationVersionsRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetDomainNameAccessAssociationsRequest = {
	position?: string | undefined;
	limit?: number | undefined;
	resourceOwner?: "SELF" | "OTHER_ACCOUNTS" | undefined;
};

export type GetDomainNameRequest = {
	domainName: string;
	domainNameId?: string | undefined;
};

export type GetDomainNamesRequest = {
	position?: string | undefined;
	limit?: number | undefined;
	resourceOwner?: "SELF" | "OTHER_ACCOUNTS" | undefined;
};

export type GetExportRequest = {
	restApiId: string;
	stageName: string;
	exportType: string;
	parameters?: { readonly [key: string]: string } | undefined;
	accepts?: string | undefined;
};

export type GetGatewayResponseRequest = {
	restApiId: string;
	responseType: "DEFAULT_4XX" | "DEFAULT_5XX" | "RESOURCE_NOT_FOUND" | "UNAUTHORIZED" | "INVALID_API_KEY" | "ACCESS_DENIED" | "AUTHORIZER_FAILURE" | "AUTHORIZER_CONFIGURATION_ERROR" | "INVALID_SIGNATURE" | "EXPIRED_TOKEN" | "MISSING_AUTHENTICATION_TOKEN" | "INTEGRATION_FAILURE" | "INTEGRATION_TIMEOUT" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "BAD_REQUEST_PARAMETERS" | "BAD_REQUEST_BODY" | "REQUEST_TOO_LARGE" | "THROTTLED" | "QUOTA_EXCEEDED" | "WAF_FILTERED";
};

export type GetGatewayResponsesRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetIntegrationRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
};

export type GetIntegrationResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
};

export type GetMethodRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
};

export type GetMethodResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
};

export type GetModelRequest = {
	restApiId: string;
	modelName: string;
	flatten?: boolean | undefined;
};

export type GetModelTemplateRequest = {
	restApiId: string;
	modelName: string;
};

export type GetModelsRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetRequestValidatorRequest = {
	restApiId: string;
	requestValidatorId: string;
};

export type GetRequestValidatorsRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetResourceRequest = {
	restApiId: string;
	resourceId: string;
	embed?: readonly (string)[] | undefined;
};

export type GetResourcesRequest = {
	restApiId: string;
	position?: string | undefined;
	limit?: number | undefined;
	embed?: readonly (string)[] | undefined;
};

export type GetRestApiRequest = {
	restApiId: string;
};

export type GetRestApisRequest = {
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetSdkRequest = {
	restApiId: string;
	stageName: string;
	sdkType: string;
	parameters?: { readonly [key: string]: string } | undefined;
};

export type GetSdkTypeRequest = {
	id: string;
};

export type GetSdkTypesRequest = {
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetStageRequest = {
	restApiId: string;
	stageName: string;
};

export type GetStagesRequest = {
	restApiId: string;
	deploymentId?: string | undefined;
};

export type GetTagsRequest = {
	resourceArn: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetUsagePlanKeyRequest = {
	usagePlanId: string;
	keyId: string;
};

export type GetUsagePlanKeysRequest = {
	usagePlanId: string;
	position?: string | undefined;
	limit?: number | undefined;
	nameQuery?: string | undefined;
};

export type GetUsagePlanRequest = {
	usagePlanId: string;
};

export type GetUsagePlansRequest = {
	position?: string | undefined;
	keyId?: string | undefined;
	limit?: number | undefined;
};

export type GetUsageRequest = {
	usagePlanId: string;
	keyId?: string | undefined;
	startDate: string;
	endDate: string;
	position?: string | undefined;
	limit?: number | undefined;
};

export type GetVpcLinkRequest = {
	vpcLinkId: string;
};

export type GetVpcLinksRequest = {
	position?: string | undefined;
	limit?: number | undefined;
};

export type ImportApiKeysRequest = {
	body: Uint8Array;
	format: "csv";
	failOnWarnings?: boolean | undefined;
};

export type ImportDocumentationPartsRequest = {
	restApiId: string;
	mode?: "merge" | "overwrite" | undefined;
	failOnWarnings?: boolean | undefined;
	body: Uint8Array;
};

export type ImportRestApiRequest = {
	failOnWarnings?: boolean | undefined;
	parameters?: { readonly [key: string]: string } | undefined;
	body: Uint8Array;
};

export type Integration = {
	type?: "HTTP" | "AWS" | "MOCK" | "HTTP_PROXY" | "AWS_PROXY" | undefined;
	httpMethod?: string | undefined;
	uri?: string | undefined;
	connectionType?: "INTERNET" | "VPC_LINK" | undefined;
	connectionId?: string | undefined;
	credentials?: string | undefined;
	requestParameters?: { readonly [key: string]: string } | undefined;
	requestTemplates?: { readonly [key: string]: string } | undefined;
	passthroughBehavior?: string | undefined;
	contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT" | undefined;
	timeoutInMillis?: number | undefined;
	cacheNamespace?: string | undefined;
	cacheKeyParameters?: readonly (string)[] | undefined;
	integrationResponses?: { readonly [key: string]: IntegrationResponse } | undefined;
	tlsConfig?: TlsConfig | undefined;
	responseTransferMode?: "BUFFERED" | "STREAM" | undefined;
	integrationTarget?: string | undefined;
};

export type IntegrationResponse = {
	statusCode?: string | undefined;
	selectionPattern?: string | undefined;
	responseParameters?: { readonly [key: string]: string } | undefined;
	responseTemplates?: { readonly [key: string]: string } | undefined;
	contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT" | undefined;
};

export type Method = {
	httpMethod?: string | undefined;
	authorizationType?: string | undefined;
	authorizerId?: string | undefined;
	apiKeyRequired?: boolean | undefined;
	requestValidatorId?: string | undefined;
	operationName?: string | undefined;
	requestParameters?: { readonly [key: string]: boolean } | undefined;
	requestModels?: { readonly [key: string]: string } | undefined;
	methodResponses?: { readonly [key: string]: MethodResponse } | undefined;
	methodIntegration?: Integration | undefined;
	authorizationScopes?: readonly (string)[] | undefined;
};

export type MethodResponse = {
	statusCode?: string | undefined;
	responseParameters?: { readonly [key: string]: boolean } | undefined;
	responseModels?: { readonly [key: string]: string } | undefined;
};

export type MethodSetting = {
	metricsEnabled?: boolean | undefined;
	loggingLevel?: string | undefined;
	dataTraceEnabled?: boolean | undefined;
	throttlingBurstLimit?: number | undefined;
	throttlingRateLimit?: number | undefined;
	cachingEnabled?: boolean | undefined;
	cacheTtlInSeconds?: number | undefined;
	cacheDataEncrypted?: boolean | undefined;
	requireAuthorizationForCacheControl?: boolean | undefined;
	unauthorizedCacheControlHeaderStrategy?: "FAIL_WITH_403" | "SUCCEED_WITH_RESPONSE_HEADER" | "SUCCEED_WITHOUT_RESPONSE_HEADER" | undefined;
};

export type MethodSnapshot = {
	authorizationType?: string | undefined;
	apiKeyRequired?: boolean | undefined;
};

export type Model = {
	id?: string | undefined;
	name?: string | undefined;
	description?: string | undefined;
	schema?: string | undefined;
	contentType?: string | undefined;
};

export type Models = {
	position?: string | undefined;
	items?: readonly (Model)[] | undefined;
};

export type MutualTlsAuthentication = {
	truststoreUri?: string | undefined;
	truststoreVersion?: string | undefined;
	truststoreWarnings?: readonly (string)[] | undefined;
};

export type MutualTlsAuthenticationInput = {
	truststoreUri?: string | undefined;
	truststoreVersion?: string | undefined;
};

export type PatchOperation = {
	op?: "add" | "remove" | "replace" | "move" | "copy" | "test" | undefined;
	path?: string | undefined;
	value?: string | undefined;
	from?: string | undefined;
};

export type PutGatewayResponseRequest = {
	restApiId: string;
	responseType: "DEFAULT_4XX" | "DEFAULT_5XX" | "RESOURCE_NOT_FOUND" | "UNAUTHORIZED" | "INVALID_API_KEY" | "ACCESS_DENIED" | "AUTHORIZER_FAILURE" | "AUTHORIZER_CONFIGURATION_ERROR" | "INVALID_SIGNATURE" | "EXPIRED_TOKEN" | "MISSING_AUTHENTICATION_TOKEN" | "INTEGRATION_FAILURE" | "INTEGRATION_TIMEOUT" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "BAD_REQUEST_PARAMETERS" | "BAD_REQUEST_BODY" | "REQUEST_TOO_LARGE" | "THROTTLED" | "QUOTA_EXCEEDED" | "WAF_FILTERED";
	statusCode?: string | undefined;
	responseParameters?: { readonly [key: string]: string } | undefined;
	responseTemplates?: { readonly [key: string]: string } | undefined;
};

export type PutIntegrationRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	type: "HTTP" | "AWS" | "MOCK" | "HTTP_PROXY" | "AWS_PROXY";
	integrationHttpMethod?: string | undefined;
	uri?: string | undefined;
	connectionType?: "INTERNET" | "VPC_LINK" | undefined;
	connectionId?: string | undefined;
	credentials?: string | undefined;
	requestParameters?: { readonly [key: string]: string } | undefined;
	requestTemplates?: { readonly [key: string]: string } | undefined;
	passthroughBehavior?: string | undefined;
	cacheNamespace?: string | undefined;
	cacheKeyParameters?: readonly (string)[] | undefined;
	contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT" | undefined;
	timeoutInMillis?: number | undefined;
	tlsConfig?: TlsConfig | undefined;
	responseTransferMode?: "BUFFERED" | "STREAM" | undefined;
	integrationTarget?: string | undefined;
};

export type PutIntegrationResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
	selectionPattern?: string | undefined;
	responseParameters?: { readonly [key: string]: string } | undefined;
	responseTemplates?: { readonly [key: string]: string } | undefined;
	contentHandling?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT" | undefined;
};

export type PutMethodRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	authorizationType: string;
	authorizerId?: string | undefined;
	apiKeyRequired?: boolean | undefined;
	operationName?: string | undefined;
	requestParameters?: { readonly [key: string]: boolean } | undefined;
	requestModels?: { readonly [key: string]: string } | undefined;
	requestValidatorId?: string | undefined;
	authorizationScopes?: readonly (string)[] | undefined;
};

export type PutMethodResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
	responseParameters?: { readonly [key: string]: boolean } | undefined;
	responseModels?: { readonly [key: string]: string } | undefined;
};

export type PutRestApiRequest = {
	restApiId: string;
	mode?: "merge" | "overwrite" | undefined;
	failOnWarnings?: boolean | undefined;
	parameters?: { readonly [key: string]: string } | undefined;
	body: Uint8Array;
};

export type QuotaSettings = {
	limit?: number | undefined;
	offset?: number | undefined;
	period?: "DAY" | "WEEK" | "MONTH" | undefined;
};

export type RejectDomainNameAccessAssociationRequest = {
	domainNameAccessAssociationArn: string;
	domainNameArn: string;
};

export type RequestValidator = {
	id?: string | undefined;
	name?: string | undefined;
	validateRequestBody?: boolean | undefined;
	validateRequestParameters?: boolean | undefined;
};

export type RequestValidators = {
	position?: string | undefined;
	items?: readonly (RequestValidator)[] | undefined;
};

export type Resource = {
	id?: string | undefined;
	parentId?: string | undefined;
	pathPart?: string | undefined;
	path?: string | undefined;
	resourceMethods?: { readonly [key: string]: Method } | undefined;
};

export type Resources = {
	position?: string | undefined;
	items?: readonly (Resource)[] | undefined;
};

export type RestApi = {
	id?: string | undefined;
	name?: string | undefined;
	description?: string | undefined;
	createdDate?: Date | undefined;
	version?: string | undefined;
	warnings?: readonly (string)[] | undefined;
	binaryMediaTypes?: readonly (string)[] | undefined;
	minimumCompressionSize?: number | undefined;
	apiKeySource?: "HEADER" | "AUTHORIZER" | undefined;
	endpointConfiguration?: EndpointConfiguration | undefined;
	policy?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
	disableExecuteApiEndpoint?: boolean | undefined;
	rootResourceId?: string | undefined;
	securityPolicy?: "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE" | undefined;
	endpointAccessMode?: "BASIC" | "STRICT" | undefined;
	apiStatus?: "UPDATING" | "AVAILABLE" | "PENDING" | "FAILED" | undefined;
	apiStatusMessage?: string | undefined;
};

export type RestApis = {
	position?: string | undefined;
	items?: readonly (RestApi)[] | undefined;
};

export type SdkConfigurationProperty = {
	name?: string | undefined;
	friendlyName?: string | undefined;
	description?: string | undefined;
	required?: boolean | undefined;
	defaultValue?: string | undefined;
};

export type SdkResponse = {
	contentType?: string | undefined;
	contentDisposition?: string | undefined;
	body?: Uint8Array | undefined;
};

export type SdkType = {
	id?: string | undefined;
	friendlyName?: string | undefined;
	description?: string | undefined;
	configurationProperties?: readonly (SdkConfigurationProperty)[] | undefined;
};

export type SdkTypes = {
	position?: string | undefined;
	items?: readonly (SdkType)[] | undefined;
};

export type Stage = {
	deploymentId?: string | undefined;
	clientCertificateId?: string | undefined;
	stageName?: string | undefined;
	description?: string | undefined;
	cacheClusterEnabled?: boolean | undefined;
	cacheClusterSize?: "0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237" | undefined;
	cacheClusterStatus?: "CREATE_IN_PROGRESS" | "AVAILABLE" | "DELETE_IN_PROGRESS" | "NOT_AVAILABLE" | "FLUSH_IN_PROGRESS" | undefined;
	methodSettings?: { readonly [key: string]: MethodSetting } | undefined;
	variables?: { readonly [key: string]: string } | undefined;
	documentationVersion?: string | undefined;
	accessLogSettings?: AccessLogSettings | undefined;
	canarySettings?: CanarySettings | undefined;
	tracingEnabled?: boolean | undefined;
	webAclArn?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
	createdDate?: Date | undefined;
	lastUpdatedDate?: Date | undefined;
};

export type StageKey = {
	restApiId?: string | undefined;
	stageName?: string | undefined;
};

export type Stages = {
	item?: readonly (Stage)[] | undefined;
};

export type TagResourceRequest = {
	resourceArn: string;
	tags: { readonly [key: string]: string };
};

export type Tags = {
	tags?: { readonly [key: string]: string } | undefined;
};

export type Template = {
	value?: string | undefined;
};

export type TestInvokeAuthorizerRequest = {
	restApiId: string;
	authorizerId: string;
	headers?: { readonly [key: string]: string } | undefined;
	multiValueHeaders?: { readonly [key: string]: readonly (string)[] } | undefined;
	pathWithQueryString?: string | undefined;
	body?: string | undefined;
	stageVariables?: { readonly [key: string]: string } | undefined;
	additionalContext?: { readonly [key: string]: string } | undefined;
};

export type TestInvokeAuthorizerResponse = {
	clientStatus?: number | undefined;
	log?: string | undefined;
	latency?: number | undefined;
	principalId?: string | undefined;
	policy?: string | undefined;
	authorization?: { readonly [key: string]: readonly (string)[] } | undefined;
	claims?: { readonly [key: string]: string } | undefined;
};

export type TestInvokeMethodRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	pathWithQueryString?: string | undefined;
	body?: string | undefined;
	headers?: { readonly [key: string]: string } | undefined;
	multiValueHeaders?: { readonly [key: string]: readonly (string)[] } | undefined;
	clientCertificateId?: string | undefined;
	stageVariables?: { readonly [key: string]: string } | undefined;
};

export type TestInvokeMethodResponse = {
	status?: number | undefined;
	body?: string | undefined;
	headers?: { readonly [key: string]: string } | undefined;
	multiValueHeaders?: { readonly [key: string]: readonly (string)[] } | undefined;
	log?: string | undefined;
	latency?: number | undefined;
};

export type ThrottleSettings = {
	burstLimit?: number | undefined;
	rateLimit?: number | undefined;
};

export type TlsConfig = {
	insecureSkipVerification?: boolean | undefined;
};

export type UntagResourceRequest = {
	resourceArn: string;
	tagKeys: readonly (string)[];
};

export type UpdateAccountRequest = {
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateApiKeyRequest = {
	apiKey: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateAuthorizerRequest = {
	restApiId: string;
	authorizerId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateBasePathMappingRequest = {
	domainName: string;
	domainNameId?: string | undefined;
	basePath: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateClientCertificateRequest = {
	clientCertificateId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateDeploymentRequest = {
	restApiId: string;
	deploymentId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateDocumentationPartRequest = {
	restApiId: string;
	documentationPartId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateDocumentationVersionRequest = {
	restApiId: string;
	documentationVersion: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateDomainNameRequest = {
	domainName: string;
	domainNameId?: string | undefined;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateGatewayResponseRequest = {
	restApiId: string;
	responseType: "DEFAULT_4XX" | "DEFAULT_5XX" | "RESOURCE_NOT_FOUND" | "UNAUTHORIZED" | "INVALID_API_KEY" | "ACCESS_DENIED" | "AUTHORIZER_FAILURE" | "AUTHORIZER_CONFIGURATION_ERROR" | "INVALID_SIGNATURE" | "EXPIRED_TOKEN" | "MISSING_AUTHENTICATION_TOKEN" | "INTEGRATION_FAILURE" | "INTEGRATION_TIMEOUT" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "BAD_REQUEST_PARAMETERS" | "BAD_REQUEST_BODY" | "REQUEST_TOO_LARGE" | "THROTTLED" | "QUOTA_EXCEEDED" | "WAF_FILTERED";
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateIntegrationRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateIntegrationResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateMethodRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateMethodResponseRequest = {
	restApiId: string;
	resourceId: string;
	httpMethod: string;
	statusCode: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateModelRequest = {
	restApiId: string;
	modelName: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateRequestValidatorRequest = {
	restApiId: string;
	requestValidatorId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateResourceRequest = {
	restApiId: string;
	resourceId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateRestApiRequest = {
	restApiId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateStageRequest = {
	restApiId: string;
	stageName: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateUsagePlanRequest = {
	usagePlanId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateUsageRequest = {
	usagePlanId: string;
	keyId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type UpdateVpcLinkRequest = {
	vpcLinkId: string;
	patchOperations?: readonly (PatchOperation)[] | undefined;
};

export type Usage = {
	usagePlanId?: string | undefined;
	startDate?: string | undefined;
	endDate?: string | undefined;
	position?: string | undefined;
	items?: { readonly [key: string]: readonly (readonly (number)[])[] } | undefined;
};

export type UsagePlan = {
	id?: string | undefined;
	name?: string | undefined;
	description?: string | undefined;
	apiStages?: readonly (ApiStage)[] | undefined;
	throttle?: ThrottleSettings | undefined;
	quota?: QuotaSettings | undefined;
	productCode?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type UsagePlanKey = {
	id?: string | undefined;
	type?: string | undefined;
	value?: string | undefined;
	name?: string | undefined;
};

export type UsagePlanKeys = {
	position?: string | undefined;
	items?: readonly (UsagePlanKey)[] | undefined;
};

export type UsagePlans = {
	position?: string | undefined;
	items?: readonly (UsagePlan)[] | undefined;
};

export type VpcLink = {
	id?: string | undefined;
	name?: string | undefined;
	description?: string | undefined;
	targetArns?: readonly (string)[] | undefined;
	status?: "AVAILABLE" | "PENDING" | "DELETING" | "FAILED" | undefined;
	statusMessage?: string | undefined;
	tags?: { readonly [key: string]: string } | undefined;
};

export type VpcLinks = {
	position?: string | undefined;
	items?: readonly (VpcLink)[] | undefined;
};

export type CreateApiKeyResponse = ApiKey;
export type CreateAuthorizerResponse = Authorizer;
export type CreateBasePathMappingResponse = BasePathMapping;
export type CreateDeploymentResponse = Deployment;
export type CreateDocumentationPartResponse = DocumentationPart;
export type CreateDocumentationVersionResponse = DocumentationVersion;
export type CreateDomainNameResponse = DomainName;
export type CreateDomainNameAccessAssociationResponse = DomainNameAccessAssociation;
export type CreateModelResponse = Model;
export type CreateRequestValidatorResponse = RequestValidator;
export type CreateResourceResponse = Resource;
export type CreateRestApiResponse = RestApi;
export type CreateStageResponse = Stage;
export type CreateUsagePlanResponse = UsagePlan;
export type CreateUsagePlanKeyResponse = UsagePlanKey;
export type CreateVpcLinkResponse = VpcLink;
export type DeleteApiKeyResponse = Record<string, never>;
export type DeleteAuthorizerResponse = Record<string, never>;
export type DeleteBasePathMappingResponse = Record<string, never>;
export type DeleteClientCertificateResponse = Record<string, never>;
export type DeleteDeploymentResponse = Record<string, never>;
export type DeleteDocumentationPartResponse = Record<string, never>;
export type DeleteDocumentationVersionResponse = Record<string, never>;
export type DeleteDomainNameResponse = Record<string, never>;
export type DeleteDomainNameAccessAssociationResponse = Record<string, never>;
export type DeleteGatewayResponseResponse = Record<string, never>;
export type DeleteIntegrationResponse = Record<string, never>;
export type DeleteIntegrationResponseResponse = Record<string, never>;
export type DeleteMethodResponse = Record<string, never>;
export type DeleteMethodResponseResponse = Record<string, never>;
export type DeleteModelResponse = Record<string, never>;
export type DeleteRequestValidatorResponse = Record<string, never>;
export type DeleteResourceResponse = Record<string, never>;
export type DeleteRestApiResponse = Record<string, never>;
export type DeleteStageResponse = Record<string, never>;
export type DeleteUsagePlanResponse = Record<string, never>;
export type DeleteUsagePlanKeyResponse = Record<string, never>;
export type DeleteVpcLinkResponse = Record<string, never>;
export type FlushStageAuthorizersCacheResponse = Record<string, never>;
export type FlushStageCacheResponse = Record<string, never>;
export type GenerateClientCertificateResponse = ClientCertificate;
export type GetAccountResponse = Account;
export type GetApiKeyResponse = ApiKey;
export type GetApiKeysResponse = ApiKeys;
export type GetAuthorizerResponse = Authorizer;
export type GetAuthorizersResponse = Authorizers;
export type GetBasePathMappingResponse = BasePathMapping;
export type GetBasePathMappingsResponse = BasePathMappings;
export type GetClientCertificateResponse = ClientCertificate;
export type GetClientCertificatesResponse = ClientCertificates;
export type GetDeploymentResponse = Deployment;
export type GetDeploymentsResponse = Deployments;
export type GetDocumentationPartResponse = DocumentationPart;
export type GetDocumentationPartsResponse = DocumentationParts;
export type GetDocumentationVersionResponse = DocumentationVersion;
export type GetDocumentationVersionsResponse = DocumentationVersions;
export type GetDomainNameResponse = DomainName;
export type GetDomainNameAccessAssociationsResponse = DomainNameAccessAssociations;
export type GetDomainNamesResponse = DomainNames;
export type GetExportResponse = ExportResponse;
export type GetGatewayResponseResponse = GatewayResponse;
export type GetGatewayResponsesResponse = GatewayResponses;
export type GetIntegrationResponse = Integration;
export type GetIntegrationResponseResponse = IntegrationResponse;
export type GetMethodResponse = Method;
export type GetMethodResponseResponse = MethodResponse;
export type GetModelResponse = Model;
export type GetModelTemplateResponse = Template;
export type GetModelsResponse = Models;
export type GetRequestValidatorResponse = RequestValidator;
export type GetRequestValidatorsResponse = RequestValidators;
export type GetResourceResponse = Resource;
export type GetResourcesResponse = Resources;
export type GetRestApiResponse = RestApi;
export type GetRestApisResponse = RestApis;
export type GetSdkResponse = SdkResponse;
export type GetSdkTypeResponse = SdkType;
export type GetSdkTypesResponse = SdkTypes;
export type GetStageResponse = Stage;
export type GetStagesResponse = Stages;
export type GetTagsResponse = Tags;
export type GetUsageResponse = Usage;
export type GetUsagePlanResponse = UsagePlan;
export type GetUsagePlanKeyResponse = UsagePlanKey;
export type GetUsagePlanKeysResponse = UsagePlanKeys;
export type GetUsagePlansResponse = UsagePlans;
export type GetVpcLinkResponse = VpcLink;
export type GetVpcLinksResponse = VpcLinks;
export type ImportApiKeysResponse = ApiKeyIds;
export type ImportDocumentationPartsResponse = DocumentationPartIds;
export type ImportRestApiResponse = RestApi;
export type PutGatewayResponseResponse = GatewayResponse;
export type PutIntegrationResponse = Integration;
export type PutIntegrationResponseResponse = IntegrationResponse;
export type PutMethodResponse = Method;
export type PutMethodResponseResponse = MethodResponse;
export type PutRestApiResponse = RestApi;
export type RejectDomainNameAccessAssociationResponse = Record<string, never>;
export type TagResourceResponse = Record<string, never>;
export type UntagResourceResponse = Record<string, never>;
export type UpdateAccountResponse = Account;
export type UpdateApiKeyResponse = ApiKey;
export type UpdateAuthorizerResponse = Authorizer;
export type UpdateBasePathMappingResponse = BasePathMapping;
export type UpdateClientCertificateResponse = ClientCertificate;
export type UpdateDeploymentResponse = Deployment;
export type UpdateDocumentationPartResponse = DocumentationPart;
export type UpdateDocumentationVersionResponse = DocumentationVersion;
export type UpdateDomainNameResponse = DomainName;
export type UpdateGatewayResponseResponse = GatewayResponse;
export type UpdateIntegrationResponse = Integration;
export type UpdateIntegrationResponseResponse = IntegrationResponse;
export type UpdateMethodResponse = Method;
export type UpdateMethodResponseResponse = MethodResponse;
export type UpdateModelResponse = Model;
export type UpdateRequestValidatorResponse = RequestValidator;
export type UpdateResourceResponse = Resource;
export type UpdateRestApiResponse = RestApi;
export type UpdateStageResponse = Stage;
export type UpdateUsageResponse = Usage;
export type UpdateUsagePlanResponse = UsagePlan;
export type UpdateVpcLinkResponse = VpcLink;
