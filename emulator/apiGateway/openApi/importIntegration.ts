import type { Integration } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";
import type { ImportedMethod } from "./importedApi.ts";
import { flagAt, isMap, type Members, mapAt, numberAt, textAt, textMapAt, textsAt } from "./members.ts";

/** A method's `x-amazon-apigateway-integration`, as PutIntegration and PutIntegrationResponse take it. */
export type ImportedIntegration = Pick<ImportedMethod, "integration" | "integrationResponses" | "unknownType">;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
export function importIntegration(extension: Members, where: Place, warnings: string[]): ImportedIntegration {
	const type = integrationTypes.find((it) => it === textAt(extension, "type")?.toUpperCase());
	if (type === undefined) {
		return { integration: undefined, integrationResponses: [], unknownType: textAt(extension, "type") };
	}
	tellNonTexts(mapAt(extension, "requestParameters"), where, warnings);
	const cacheKeyParameters = textsAt(extension, "cacheKeyParameters");
	const tlsConfig = mapAt(extension, "tlsConfig");
	const insecureSkipVerification = flagAt(tlsConfig, "insecureSkipVerification");
	return {
		integration: withoutUndefined({
			type,
			// AWS forgets the method of a MOCK.
			integrationHttpMethod: type === "MOCK" ? undefined : textAt(extension, "httpMethod")?.toUpperCase(),
			uri: textAt(extension, "uri"),
			connectionType: oneOf(["INTERNET", "VPC_LINK"], extension, "connectionType"),
			connectionId: textAt(extension, "connectionId"),
			credentials: textAt(extension, "credentials"),
			requestParameters: textMapAt(extension, "requestParameters"),
			requestTemplates: textMapAt(extension, "requestTemplates"),
			passthroughBehavior: textAt(extension, "passthroughBehavior")?.toUpperCase(),
			contentHandling: oneOf(contentHandlings, extension, "contentHandling"),
			timeoutInMillis: numberAt(extension, "timeoutInMillis"),
			cacheNamespace: textAt(extension, "cacheNamespace"),
			cacheKeyParameters: cacheKeyParameters.length === 0 ? undefined : cacheKeyParameters,
			tlsConfig: insecureSkipVerification === undefined ? undefined : { insecureSkipVerification },
			responseTransferMode: oneOf(["BUFFERED", "STREAM"], extension, "responseTransferMode"),
		}),
		integrationResponses: responsesOf(mapAt(extension, "responses")),
		unknownType: undefined,
	};
}

export type Place = { readonly path: string; readonly httpMethod: string };

const integrationTypes: readonly NonNullable<Integration["type"]>[] = [
	"HTTP",
	"AWS",
	"MOCK",
	"HTTP_PROXY",
	"AWS_PROXY",
];
const contentHandlings = ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"] as const;

/** The key of a response is its selection pattern; `default` has none. */
function responsesOf(responses: Members): ImportedMethod["integrationResponses"] {
	return Object.entries(responses).flatMap(([pattern, response]) => {
		if (!isMap(response)) return [];
		const parameters = textMapAt(response, "responseParameters");
		const templates = textMapAt(response, "responseTemplates");
		return [
			withoutUndefined({
				statusCode: textAt(response, "statusCode") ?? "200",
				selectionPattern: pattern === "default" ? undefined : pattern,
				responseParameters: Object.keys(parameters).length === 0 ? undefined : parameters,
				responseTemplates: Object.keys(templates).length === 0 ? undefined : templates,
				contentHandling: oneOf(contentHandlings, response, "contentHandling"),
			}),
		];
	});
}

/** Recorded: test_import_rest_api_with_base_path_oas30, put-rest-api-oas30-srv-url. */
function tellNonTexts(parameters: Members, { path, httpMethod }: Place, warnings: string[]): void {
	for (const [name, value] of Object.entries(parameters)) {
		if (typeof value === "string" || typeof value === "number") continue;
		warnings.push(
			`Invalid format for 'requestParameters'. Expected type string for property '${name}' of resource '${path}' and method '${httpMethod}' but got '${JSON.stringify(value)}'`,
		);
	}
}

function oneOf<Choice extends string>(choices: readonly Choice[], map: Members, name: string): Choice | undefined {
	const asked = textAt(map, name)?.toUpperCase();
	return choices.find((it) => it === asked);
}
