import type {
	CreateAuthorizerRequest,
	PutGatewayResponseRequest,
	PutIntegrationRequest,
	PutIntegrationResponseRequest,
	PutMethodRequest,
	PutMethodResponseRequest,
} from "../model.generated.ts";
import type { Members } from "./members.ts";

/**
 * An API as a definition describes it, in the words of the operations that build it. What it refers to by name has its
 * id only when it is there: authorizers, validators, and models in schemas (`#/definitions/Name`).
 */
export type ImportedApi = {
	readonly settings: ImportedSettings;
	readonly models: readonly ImportedModel[];
	readonly validators: readonly ImportedValidator[];
	readonly authorizers: readonly Omit<CreateAuthorizerRequest, "restApiId">[];
	readonly gatewayResponses: readonly Omit<PutGatewayResponseRequest, "restApiId">[];
	/** All paths, also those without methods, in the definition's order. */
	readonly paths: readonly string[];
	readonly methods: readonly ImportedMethod[];
	/** What was read and not used, in AWS's words where they are known. */
	readonly warnings: readonly string[];
};

export type ImportedSettings = {
	readonly name: string;
	readonly description: string | undefined;
	readonly version: string | undefined;
	readonly binaryMediaTypes: readonly string[];
	readonly apiKeySource: "HEADER" | "AUTHORIZER" | undefined;
	readonly minimumCompressionSize: number | undefined;
	/** JSON. */
	readonly policy: string | undefined;
	readonly disableExecuteApiEndpoint: boolean | undefined;
	readonly vpcEndpointIds: readonly string[];
};

export type ImportedModel = {
	readonly name: string;
	readonly description: string | undefined;
	readonly schema: Members;
};

export type ImportedValidator = {
	readonly name: string;
	readonly validateRequestBody: boolean;
	readonly validateRequestParameters: boolean;
};

type OfMethod = "restApiId" | "resourceId" | "httpMethod";

export type ImportedMethod = {
	readonly path: string;
	readonly httpMethod: string;
	readonly method: Omit<PutMethodRequest, OfMethod | "authorizerId" | "requestValidatorId">;
	readonly authorizer: string | undefined;
	readonly validator: string | undefined;
	readonly responses: readonly Omit<PutMethodResponseRequest, OfMethod>[];
	readonly integration: Omit<PutIntegrationRequest, OfMethod> | undefined;
	readonly integrationResponses: readonly Omit<PutIntegrationResponseRequest, OfMethod>[];
	/** What the integration calls its type, where that is none. */
	readonly unknownType: string | undefined;
};
