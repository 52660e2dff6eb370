import { mappingReference } from "./member.ts";

/**
 * What a call may bring in `$context`, and `$stageVariables`. The evaluation takes the values as the gateway gives them;
 * this says what they are, for hover and completion.
 */
export type ContextMember = {
	readonly object: "$context" | "$stageVariables";
	/** The path behind the object; a last part of `*` stands for any name. */
	readonly name: string;
	readonly type: "String" | "Integer" | "Long" | "Boolean" | "Map";
	readonly documentation: string;
	readonly page: string;
	/** A template may set it. */
	readonly writable: boolean;
};

const stageVariablesPage =
	"https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html";
const overridesPage =
	"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html";

export const contextMembers: readonly ContextMember[] = [
	fact("accountId", "The AWS account that owns the API."),
	fact("apiId", "The id of the API."),
	fact("authorizer.principalId", "Whom the Lambda authorizer took the caller for."),
	fact("authorizer.claims.*", "A claim of the token that the Cognito authorizer accepted."),
	fact("authorizer.*", "A value from the context that the Lambda authorizer returned, always as text."),
	fact("awsEndpointRequestId", "The request id of the AWS endpoint."),
	fact("deploymentId", "The id of the deployment."),
	fact("domainName", "The full domain name that was called, as in the Host header."),
	fact("domainPrefix", "The first label of the domain name."),
	fact("error.message", "The message of the error, in a gateway response."),
	fact("error.messageString", "The message of the error in quotes, in a gateway response."),
	fact("error.responseType", "The type of the gateway response."),
	fact("error.validationErrorString", "What the request validation found, in a gateway response."),
	fact("extendedRequestId", "The extended id of the request."),
	fact("httpMethod", "The HTTP method of the call."),
	fact("identity.accountId", "The AWS account of a caller who signed the request."),
	fact("identity.accessKey", "The access key of a caller who signed the request."),
	fact("identity.apiKey", "The API key of the call, where the method requires one."),
	fact("identity.apiKeyId", "The id of that API key."),
	fact("identity.caller", "The principal of a caller who signed the request."),
	fact("identity.clientCert.clientCertPem", "The client's certificate under mutual TLS, in PEM."),
	fact("identity.clientCert.subjectDN", "The subject of the client's certificate."),
	fact("identity.clientCert.issuerDN", "The issuer of the client's certificate."),
	fact("identity.clientCert.serialNumber", "The serial number of the client's certificate."),
	fact("identity.clientCert.validity.notBefore", "The time from which the client's certificate is valid."),
	fact("identity.clientCert.validity.notAfter", "The time until which the client's certificate is valid."),
	fact("identity.cognitoAuthenticationProvider", "The providers with which a Cognito identity signed in."),
	fact("identity.cognitoAuthenticationType", "`authenticated` or `unauthenticated`, for a Cognito identity."),
	fact("identity.cognitoIdentityId", "The Cognito identity of a caller who signed with its credentials."),
	fact("identity.cognitoIdentityPoolId", "The identity pool of that identity."),
	fact("identity.principalOrgId", "The AWS organization of the caller."),
	fact("identity.sourceIp", "The address that the call came from."),
	fact("identity.user", "The principal that was authorized."),
	fact("identity.userAgent", "The User-Agent header of the call."),
	fact("identity.userArn", "The ARN of the user who signed the request."),
	fact("identity.vpcId", "The VPC that a call to a private API came from."),
	fact("identity.vpceId", "The VPC endpoint that a call to a private API came through."),
	fact("isCanaryRequest", "Whether the call was sent to the canary.", "Boolean"),
	fact("path", "The path of the call, with the stage."),
	fact("protocol", "The protocol of the call, such as `HTTP/1.1`."),
	fact("requestId", "The id of the request."),
	fact("requestTime", "When the call came, as in a web server's log: `09/Apr/2015:12:34:56 +0000`."),
	fact("requestTimeEpoch", "When the call came, in milliseconds since 1970.", "Long"),
	fact("resourceId", "The id of the resource."),
	fact("resourcePath", "The path of the resource, with its parameters in braces."),
	fact("stage", "The stage that was called."),
	fact("wafResponseCode", "What AWS WAF decided."),
	fact("webaclArn", "The web ACL that AWS WAF decided by."),
	override("requestOverride.header.*", "Replaces a header of the request to the integration."),
	override("requestOverride.path.*", "Replaces a path parameter of the request to the integration."),
	override("requestOverride.querystring.*", "Replaces a query string parameter of the request to the integration."),
	override("responseOverride.header.*", "Replaces a header of the response to the caller."),
	override("responseOverride.status", "Replaces the status of the response to the caller.", "Integer"),
	{
		object: "$stageVariables",
		name: "*",
		type: "String",
		documentation: "A variable of the stage that was called.",
		page: stageVariablesPage,
		writable: false,
	},
];

function fact(name: string, documentation: string, type: ContextMember["type"] = "String"): ContextMember {
	return { object: "$context", name, type, documentation, page: mappingReference, writable: false };
}

function override(name: string, documentation: string, type: ContextMember["type"] = "String"): ContextMember {
	return { object: "$context", name, type, documentation, page: overridesPage, writable: true };
}
