import type { GatewayResponseType } from "./definitions.ts";

/**
 * Thrown by a step to end a call with one of AWS's gateway responses; rendered once, with what the API customised.
 * `reason` is for people, in the frame and the log: clients never see it.
 */
export class GatewayResponse extends Error {
	readonly type: GatewayResponseType;
	readonly reason: string;
	readonly options: GatewayResponseOptions;

	constructor(type: GatewayResponseType, reason: string, options: GatewayResponseOptions = {}) {
		super(reason);
		this.name = type;
		this.type = type;
		this.reason = reason;
		this.options = options;
	}
}

export type GatewayResponseOptions = {
	/** `$context.error.message`, where it is not the type's own. */
	readonly message?: string;
	/** The status, where AWS answers another than the type's own, such as 502 for a bad Lambda proxy answer. */
	readonly status?: number;
	/** `$context.error.validationErrorString`. */
	readonly validationError?: string;
	/** The property of the method's source that decided. */
	readonly property?: readonly string[];
	/** Where in a mapping template it failed, from 1. */
	readonly position?: { readonly line: number; readonly column: number };
	readonly before?: unknown;
	readonly after?: unknown;
};

type Defaults = { readonly status: number | undefined; readonly message: string | null; readonly errorType: string };

/**
 * AWS's 21 types. Statuses recorded (test_gateway_response_crud); messages and error types of MISSING_AUTHENTICATION_TOKEN,
 * BAD_REQUEST_* and 5xx recorded, the others from LocalStack's source and general knowledge: facts A8, section 7 (2) and (3).
 */
export const gatewayResponseDefaults: Readonly<Record<GatewayResponseType, Defaults>> = {
	ACCESS_DENIED: {
		status: 403,
		message: "User is not authorized to access this resource",
		errorType: "AccessDeniedException",
	},
	API_CONFIGURATION_ERROR: { status: 500, message: "Internal server error", errorType: "InternalServerErrorException" },
	// AWS sends {"message":null} for the two authorizer errors (section 2.1, authorizers).
	AUTHORIZER_CONFIGURATION_ERROR: { status: 500, message: null, errorType: "AuthorizerConfigurationException" },
	AUTHORIZER_FAILURE: { status: 500, message: null, errorType: "AuthorizerFailureException" },
	BAD_REQUEST_BODY: { status: 400, message: "Invalid request body", errorType: "BadRequestException" },
	BAD_REQUEST_PARAMETERS: { status: 400, message: "Invalid request parameters", errorType: "BadRequestException" },
	DEFAULT_4XX: { status: undefined, message: "Bad Request", errorType: "BadRequestException" },
	DEFAULT_5XX: { status: undefined, message: "Internal server error", errorType: "InternalServerErrorException" },
	EXPIRED_TOKEN: {
		status: 403,
		message: "The security token included in the request is expired",
		errorType: "ExpiredTokenException",
	},
	INTEGRATION_FAILURE: {
		status: 504,
		message: "Network error communicating with endpoint",
		errorType: "InternalServerErrorException",
	},
	INTEGRATION_TIMEOUT: {
		status: 504,
		message: "Endpoint request timed out",
		errorType: "InternalServerErrorException",
	},
	INVALID_API_KEY: { status: 403, message: "Forbidden", errorType: "ForbiddenException" },
	INVALID_SIGNATURE: {
		status: 403,
		message: "The request signature we calculated does not match the signature you provided.",
		errorType: "InvalidSignatureException",
	},
	MISSING_AUTHENTICATION_TOKEN: {
		status: 403,
		message: "Missing Authentication Token",
		errorType: "MissingAuthenticationTokenException",
	},
	QUOTA_EXCEEDED: { status: 429, message: "Limit Exceeded", errorType: "LimitExceededException" },
	REQUEST_TOO_LARGE: { status: 413, message: "Request Too Long", errorType: "RequestTooLargeException" },
	RESOURCE_NOT_FOUND: { status: 404, message: "Resource not found", errorType: "ResourceNotFoundException" },
	THROTTLED: { status: 429, message: "Too Many Requests", errorType: "TooManyRequestsException" },
	UNAUTHORIZED: { status: 401, message: "Unauthorized", errorType: "UnauthorizedException" },
	UNSUPPORTED_MEDIA_TYPE: { status: 415, message: "Unsupported Media Type", errorType: "BadRequestException" },
	WAF_FILTERED: { status: 403, message: "Forbidden", errorType: "ForbiddenException" },
};

/** AWS's answer to a mistake in the API's own definition; the reason stands in the frame and the log. */
export function configurationError(reason: string, options: GatewayResponseOptions = {}): GatewayResponse {
	return new GatewayResponse("API_CONFIGURATION_ERROR", reason, options);
}
