import type {
	ApiKey,
	Authorizer,
	CanarySettings,
	GatewayResponse,
	Integration,
	IntegrationResponse,
	Method,
	MethodResponse,
	MethodSetting,
	Model,
	RequestValidator,
	RestApi,
	Stage,
	UsagePlan,
} from "./model.generated.ts";

/** What is stored of an API, as plain JSON: AWS's own members, times as milliseconds, and what must be there made required. */
export type ApiDefinition = Stored<RestApi> & {
	readonly id: string;
	readonly name: string;
	readonly rootResourceId: string;
	readonly apiKeySource: "HEADER" | "AUTHORIZER";
};

export type ResourceDefinition = {
	readonly id: string;
	readonly apiId: string;
	readonly parentId?: string;
	readonly pathPart?: string;
	readonly path: string;
	readonly methods: Readonly<Record<string, MethodDefinition>>;
};

export type MethodDefinition = Omit<Method, "methodIntegration" | "methodResponses"> & {
	readonly httpMethod: string;
	readonly authorizationType: string;
	readonly apiKeyRequired: boolean;
	readonly methodIntegration?: IntegrationDefinition;
	readonly methodResponses?: Readonly<Record<string, MethodResponseDefinition>>;
};
export type MethodResponseDefinition = MethodResponse & { readonly statusCode: string };

export type IntegrationDefinition = Omit<Integration, "integrationResponses"> & {
	readonly type: "HTTP" | "AWS" | "MOCK" | "HTTP_PROXY" | "AWS_PROXY";
	readonly passthroughBehavior: string;
	readonly timeoutInMillis: number;
	readonly integrationResponses?: Readonly<Record<string, IntegrationResponseDefinition>>;
};
export type IntegrationResponseDefinition = IntegrationResponse & { readonly statusCode: string };

export type ModelDefinition = Model & { readonly apiId: string; readonly id: string; readonly name: string };
export type ValidatorDefinition = RequestValidator & { readonly apiId: string; readonly id: string };
export type AuthorizerDefinition = Authorizer & { readonly apiId: string; readonly id: string; readonly name: string };
export type GatewayResponseDefinition = GatewayResponse & {
	readonly apiId: string;
	readonly responseType: GatewayResponseType;
};
export type GatewayResponseType = NonNullable<GatewayResponse["responseType"]>;

/** All that a deployment froze: what the data plane runs, whatever is edited afterwards. */
export type ApiSnapshot = {
	readonly api: ApiDefinition;
	readonly resources: readonly ResourceDefinition[];
	readonly models: readonly ModelDefinition[];
	readonly validators: readonly ValidatorDefinition[];
	readonly authorizers: readonly AuthorizerDefinition[];
	readonly gatewayResponses: readonly GatewayResponseDefinition[];
};

export type DeploymentDefinition = {
	readonly id: string;
	readonly apiId: string;
	readonly description?: string;
	readonly createdDate: number;
	readonly snapshot: ApiSnapshot;
};

export type StageDefinition = Omit<Stored<Stage>, "lastUpdatedDate"> & {
	readonly apiId: string;
	readonly stageName: string;
	readonly deploymentId: string;
	readonly lastUpdatedDate: number;
	readonly methodSettings: Readonly<Record<string, MethodSetting>>;
	readonly canarySettings?: CanarySettings | undefined;
};

export type ApiKeyDefinition = Omit<Stored<ApiKey>, "lastUpdatedDate"> & {
	readonly id: string;
	readonly value: string;
	readonly enabled: boolean;
	readonly lastUpdatedDate: number;
};
export type UsagePlanDefinition = UsagePlan & { readonly id: string };
export type UsagePlanKeyDefinition = { readonly planId: string; readonly keyId: string };

/** AWS's shape with its creation time as a number. */
type Stored<T> = Omit<T, "createdDate"> & { readonly createdDate: number };
