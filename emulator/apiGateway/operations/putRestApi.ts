import { apiAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { ApiDefinition } from "../definitions.ts";
import { findApi } from "../lookup.ts";
import type { PutRestApiRequest, RestApi } from "../model.generated.ts";
import { buildApi } from "../openApi/buildApi.ts";
import { draftOf } from "../openApi/draft.ts";
import type { ImportedSettings } from "../openApi/importedApi.ts";
import { readImport, warningsOf } from "../openApi/readImport.ts";
import { ofApi } from "../stores.ts";
import { withoutUndefined } from "../withoutUndefined.ts";
import { checkCompressionSize } from "./createRestApi.ts";

/**
 * Makes an API what an OpenAPI definition says: `overwrite` in place of what it was, `merge` beside it, the definition
 * winning. Its id, its stages and their deployments stay (recorded: test_apigateway_import).
 */
export async function putRestApi(
	needs: ControlPlane,
	{ restApiId, mode = "merge", ...request }: PutRestApiRequest,
): Promise<RestApi> {
	findApi(needs, restApiId);
	const imported = readImport(needs, request);
	const draft = draftOf(needs, restApiId);
	if (mode === "overwrite") await empty(draft.needs, restApiId);
	const api = withSettings(findApi(needs, restApiId), imported.settings, mode);
	checkCompressionSize(api.minimumCompressionSize);
	await draft.needs.apis.put(restApiId, api);
	await buildApi(draft.needs, restApiId, imported);
	await draft.keep();
	needs.events.publish({ type: "state", kind: "api", id: restApiId, change: "updated" });
	return { ...apiAnswer(api, "shown"), ...warningsOf(imported) };
}

/** All but the API itself and its root, which keeps its id. */
async function empty(needs: ControlPlane, apiId: string): Promise<void> {
	const { resources, models, validators, authorizers, gatewayResponses } = needs;
	for (const it of ofApi(models, apiId)) await models.delete(`${apiId}/${it.name}`);
	for (const it of ofApi(validators, apiId)) await validators.delete(`${apiId}/${it.id}`);
	for (const it of ofApi(authorizers, apiId)) await authorizers.delete(`${apiId}/${it.id}`);
	for (const it of ofApi(gatewayResponses, apiId)) await gatewayResponses.delete(`${apiId}/${it.responseType}`);
	for (const it of ofApi(resources, apiId)) {
		if (it.parentId !== undefined) await resources.delete(`${apiId}/${it.id}`);
		else await resources.put(`${apiId}/${it.id}`, { ...it, methods: {} });
	}
}

/** Recorded: test_put_rest_api_mode_binary_media_types (media types are added when merging). */
function withSettings(api: ApiDefinition, settings: ImportedSettings, mode: "merge" | "overwrite"): ApiDefinition {
	const { name, binaryMediaTypes, vpcEndpointIds, ...rest } = withoutUndefined(settings);
	const kept = mode === "merge" ? (api.binaryMediaTypes ?? []) : [];
	const types = [...new Set([...kept, ...binaryMediaTypes])];
	const before = mode === "merge" ? withoutTypes(api) : withoutDefined(api);
	return {
		...before,
		...rest,
		...(name === "" ? {} : { name }),
		...(types.length === 0 ? {} : { binaryMediaTypes: types }),
		...(vpcEndpointIds.length === 0 ? {} : { endpointConfiguration: { ...api.endpointConfiguration, vpcEndpointIds } }),
	};
}

function withoutTypes(api: ApiDefinition): ApiDefinition {
	const { binaryMediaTypes: _, ...rest } = api;
	return rest;
}

/** Without all that a definition says, and this one may not say any more. */
function withoutDefined(api: ApiDefinition): ApiDefinition {
	const { description: _, version: __, policy: ___, minimumCompressionSize: ____, ...rest } = withoutTypes(api);
	return { ...rest, apiKeySource: "HEADER", disableExecuteApiEndpoint: false };
}
