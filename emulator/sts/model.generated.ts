// Made by scripts/models.ts from AWS's AWS Security Token Service model, 2011-06-15. Do not edit.

export type AssumeRoleRequest = {
	RoleArn: string;
	RoleSessionName: string;
	PolicyArns?: readonly (PolicyDescriptorType)[] | undefined;
	Policy?: string | undefined;
	DurationSeconds?: number | undefined;
	Tags?: readonly (Tag)[] | undefined;
	TransitiveTagKeys?: readonly (string)[] | undefined;
	ExternalId?: string | undefined;
	SerialNumber?: string | undefined;
	TokenCode?: string | undefined;
	SourceIdentity?: string | undefined;
	ProvidedContexts?: readonly (ProvidedContext)[] | undefined;
};

export type AssumeRoleResponse = {
	Credentials?: Credentials | undefined;
	AssumedRoleUser?: AssumedRoleUser | undefined;
	PackedPolicySize?: number | undefined;
	SourceIdentity?: string | undefined;
};

export type AssumeRoleWithSAMLRequest = {
	RoleArn: string;
	PrincipalArn: string;
	SAMLAssertion: string;
	PolicyArns?: readonly (PolicyDescriptorType)[] | undefined;
	Policy?: string | undefined;
	DurationSeconds?: number | undefined;
};

export type AssumeRoleWithSAMLResponse = {
	Credentials?: Credentials | undefined;
	AssumedRoleUser?: AssumedRoleUser | undefined;
	PackedPolicySize?: number | undefined;
	Subject?: string | undefined;
	SubjectType?: string | undefined;
	Issuer?: string | undefined;
	Audience?: string | undefined;
	NameQualifier?: string | undefined;
	SourceIdentity?: string | undefined;
};

export type AssumeRoleWithWebIdentityRequest = {
	RoleArn: string;
	RoleSessionName: string;
	WebIdentityToken: string;
	ProviderId?: string | undefined;
	PolicyArns?: readonly (PolicyDescriptorType)[] | undefined;
	Policy?: string | undefined;
	DurationSeconds?: number | undefined;
};

export type AssumeRoleWithWebIdentityResponse = {
	Credentials?: Credentials | undefined;
	SubjectFromWebIdentityToken?: string | undefined;
	AssumedRoleUser?: AssumedRoleUser | undefined;
	PackedPolicySize?: number | undefined;
	Provider?: string | undefined;
	Audience?: string | undefined;
	SourceIdentity?: string | undefined;
};

export type AssumeRootRequest = {
	TargetPrincipal: string;
	TaskPolicyArn: PolicyDescriptorType;
	DurationSeconds?: number | undefined;
};

export type AssumeRootResponse = {
	Credentials?: Credentials | undefined;
	SourceIdentity?: string | undefined;
};

export type AssumedRoleUser = {
	AssumedRoleId: string;
	Arn: string;
};

export type Credentials = {
	AccessKeyId: string;
	SecretAccessKey: string;
	SessionToken: string;
	Expiration: Date;
};

export type DecodeAuthorizationMessageRequest = {
	EncodedMessage: string;
};

export type DecodeAuthorizationMessageResponse = {
	DecodedMessage?: string | undefined;
};

export type FederatedUser = {
	FederatedUserId: string;
	Arn: string;
};

export type GetAccessKeyInfoRequest = {
	AccessKeyId: string;
};

export type GetAccessKeyInfoResponse = {
	Account?: string | undefined;
};

export type GetCallerIdentityRequest = {
};

export type GetCallerIdentityResponse = {
	UserId?: string | undefined;
	Account?: string | undefined;
	Arn?: string | undefined;
};

export type GetDelegatedAccessTokenRequest = {
	TradeInToken: string;
};

export type GetDelegatedAccessTokenResponse = {
	Credentials?: Credentials | undefined;
	PackedPolicySize?: number | undefined;
	AssumedPrincipal?: string | undefined;
};

export type GetFederationTokenRequest = {
	Name: string;
	Policy?: string | undefined;
	PolicyArns?: readonly (PolicyDescriptorType)[] | undefined;
	DurationSeconds?: number | undefined;
	Tags?: readonly (Tag)[] | undefined;
};

export type GetFederationTokenResponse = {
	Credentials?: Credentials | undefined;
	FederatedUser?: FederatedUser | undefined;
	PackedPolicySize?: number | undefined;
};

export type GetSessionTokenRequest = {
	DurationSeconds?: number | undefined;
	SerialNumber?: string | undefined;
	TokenCode?: string | undefined;
};

export type GetSessionTokenResponse = {
	Credentials?: Credentials | undefined;
};

export type GetWebIdentityTokenRequest = {
	Audience: readonly (string)[];
	DurationSeconds?: number | undefined;
	SigningAlgorithm: string;
	Tags?: readonly (Tag)[] | undefined;
};

export type GetWebIdentityTokenResponse = {
	WebIdentityToken?: string | undefined;
	Expiration?: Date | undefined;
};

export type PolicyDescriptorType = {
	arn?: string | undefined;
};

export type ProvidedContext = {
	ProviderArn?: string | undefined;
	ContextAssertion?: string | undefined;
};

export type Tag = {
	Key: string;
	Value: string;
};

