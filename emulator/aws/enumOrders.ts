/**
 * The order in which AWS lists an enum in its validation messages, where an answer recorded from AWS shows it (it is
 * neither the model's nor the alphabet's). Source: shared/recorded, read 2026-11-22. An enum that is not here is listed
 * in the model's order.
 */
const recorded: readonly (readonly string[])[] = [
	// apigateway: patch operations, integration types, endpoint types, gateway response types, documentation part types
	["add", "remove", "move", "test", "replace", "copy"],
	["HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS"],
	["PRIVATE", "EDGE", "REGIONAL"],
	[
		"REQUEST_TOO_LARGE",
		"RESOURCE_NOT_FOUND",
		"AUTHORIZER_CONFIGURATION_ERROR",
		"MISSING_AUTHENTICATION_TOKEN",
		"BAD_REQUEST_BODY",
		"INVALID_SIGNATURE",
		"INVALID_API_KEY",
		"BAD_REQUEST_PARAMETERS",
		"AUTHORIZER_FAILURE",
		"UNAUTHORIZED",
		"INTEGRATION_TIMEOUT",
		"ACCESS_DENIED",
		"DEFAULT_4XX",
		"DEFAULT_5XX",
		"WAF_FILTERED",
		"QUOTA_EXCEEDED",
		"THROTTLED",
		"API_CONFIGURATION_ERROR",
		"UNSUPPORTED_MEDIA_TYPE",
		"INTEGRATION_FAILURE",
		"EXPIRED_TOKEN",
	],
	[
		"RESPONSE_BODY",
		"RESPONSE",
		"METHOD",
		"MODEL",
		"AUTHORIZER",
		"RESPONSE_HEADER",
		"RESOURCE",
		"PATH_PARAMETER",
		"REQUEST_BODY",
		"QUERY_PARAMETER",
		"API",
		"REQUEST_HEADER",
	],
	// lambda
	["LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"],
	["PublishedVersions", "None"],
	["RESPONSE_STREAM", "BUFFERED"],
	["Terminate", "Allow"],
	["x86_64", "arm64"],
	// dynamodb
	["MILLISECOND", "MICROSECOND"],
];

const byContents = new Map(recorded.map((order) => [contents(order), order]));

export function enumOrder(values: readonly string[]): readonly string[] {
	return byContents.get(contents(values)) ?? values;
}

function contents(values: readonly string[]): string {
	return values.toSorted().join(",");
}
