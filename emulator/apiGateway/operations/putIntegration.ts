import type { ControlPlane } from "../controlPlane.ts";
import type { IntegrationDefinition } from "../definitions.ts";
import { checkIntegration } from "../integrationChecks.ts";
import { findMethod, saveMethod } from "../lookup.ts";
import type { Integration, PutIntegrationRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

/** Sets a method's integration; the responses of one that it replaces are gone, as on AWS. */
export async function putIntegration(
	needs: Pick<ControlPlane, "resources">,
	request: PutIntegrationRequest,
): Promise<Integration> {
	const [resource, method] = findMethod(needs, request);
	const {
		restApiId: _,
		resourceId,
		httpMethod: __,
		integrationHttpMethod,
		requestTemplates,
		requestParameters,
		...rest
	} = request;
	const isHttp = request.type === "HTTP" || request.type === "HTTP_PROXY";
	const integration: IntegrationDefinition = withoutUndefined({
		...rest,
		httpMethod: integrationHttpMethod || undefined,
		connectionType: isHttp ? (request.connectionType ?? "INTERNET") : request.connectionType,
		requestParameters: emptyAway(requestParameters),
		requestTemplates: emptyAway(requestTemplates),
		passthroughBehavior: request.passthroughBehavior?.toUpperCase() ?? "WHEN_NO_MATCH",
		timeoutInMillis: request.timeoutInMillis ?? 29_000,
		cacheNamespace: request.cacheNamespace ?? resourceId,
		cacheKeyParameters: request.cacheKeyParameters ?? [],
	});
	checkIntegration(integration, method);
	await saveMethod(needs, resource, { ...method, methodIntegration: integration });
	return integration;
}

function emptyAway<T extends object>(map: T | undefined): T | undefined {
	return map !== undefined && Object.keys(map).length > 0 ? map : undefined;
}
