import { apiAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { importedEndpoint } from "../endpointConfiguration.ts";
import { findApi } from "../lookup.ts";
import type { ImportRestApiRequest, RestApi } from "../model.generated.ts";
import { buildApi } from "../openApi/buildApi.ts";
import { draftOf } from "../openApi/draft.ts";
import { readImport, warningsOf } from "../openApi/readImport.ts";
import { ofApi } from "../stores.ts";
import { withoutUndefined } from "../withoutUndefined.ts";
import { createRestApi } from "./createRestApi.ts";

/**
 * Creates an API from an OpenAPI definition (recorded: test_apigateway_import). Nothing of it is there when part of it is
 * refused. Unlike CreateRestApi it gives the API no models but the definition's.
 */
export async function importRestApi(needs: ControlPlane, request: ImportRestApiRequest): Promise<RestApi> {
	const imported = readImport(needs, request);
	const { vpcEndpointIds, ...settings } = imported.settings;
	const draft = draftOf(needs, "");
	const { id = "" } = await createRestApi(
		draft.needs,
		withoutUndefined({
			...settings,
			endpointConfiguration: importedEndpoint(request.parameters?.["endpointConfigurationTypes"], vpcEndpointIds),
		}),
	);
	for (const model of ofApi(draft.needs.models, id)) await draft.needs.models.delete(`${id}/${model.name}`);
	await buildApi(draft.needs, id, imported);
	await draft.keep();
	needs.events.publish({ type: "state", kind: "api", id, change: "created" });
	return { ...apiAnswer(findApi(needs, id), "left out"), ...warningsOf(imported) };
}
